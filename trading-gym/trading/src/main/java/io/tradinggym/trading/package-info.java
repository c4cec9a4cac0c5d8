/**
 * The one desk of everything that trades: a decision becomes intents, orders, fills, books and a trace on one road, for
 * shares, coins and options alike. Environments of {@code stocks}, {@code options} and {@code crypto} are descriptions
 * on it.
 */
@NullMarked
package io.tradinggym.trading;

import org.jspecify.annotations.NullMarked;

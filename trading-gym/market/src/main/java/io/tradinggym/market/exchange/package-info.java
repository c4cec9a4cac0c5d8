/**
 * Orders and fills: {@link io.tradinggym.market.exchange.BarExchange} fills what was decided at the close of a bar on the
 * next bar, books it, and liquidates accounts that have lost their margin.
 */
@NullMarked
package io.tradinggym.market.exchange;

import org.jspecify.annotations.NullMarked;

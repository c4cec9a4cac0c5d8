/** What can be traded, and in which steps of price and quantity. */
@NullMarked
package io.tradinggym.market.instrument;

import org.jspecify.annotations.NullMarked;

/** From files of prices to an agent in use: {@link io.tradinggym.examples.tradehistory.TradeHistory} is all of it. */
@NullMarked
package io.tradinggym.examples.tradehistory;

import org.jspecify.annotations.NullMarked;

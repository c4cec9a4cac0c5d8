/**
 * The way of an intent to the market: {@link io.tradinggym.trading.flow.OrderFlow} nets what the {@link
 * io.tradinggym.trading.flow.Sleeves} of an account want, asks the risk gate, and is the only caller of an {@link
 * io.tradinggym.market.exchange.Exchange}; what comes back it hands to the sleeves, and tells a {@link
 * io.tradinggym.trading.flow.FlowListener}.
 */
@NullMarked
package io.tradinggym.trading.flow;

import org.jspecify.annotations.NullMarked;

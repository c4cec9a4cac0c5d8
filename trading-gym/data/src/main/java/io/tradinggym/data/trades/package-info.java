/**
 * Microstructure from single trades and quotes: {@link io.tradinggym.data.trades.TradeTape} holds trades by side,
 * {@link io.tradinggym.data.trades.QuoteTape} best quotes. Each measure states what it needs to have seen; none looks
 * past the last event that it is given.
 */
@NullMarked
package io.tradinggym.data.trades;

import org.jspecify.annotations.NullMarked;

/**
 * Live trades and books of Binance. {@link io.tradinggym.data.stream.BinanceStream} connects, connects again and
 * fetches what is missing. All that comes is written line by line by a {@link io.tradinggym.data.stream.Recorder} and
 * goes through a {@link io.tradinggym.data.stream.BinanceFeed}, which checks ids. A {@link
 * io.tradinggym.data.stream.Recording} sends the same lines through the same feed, so that what is replayed is what was
 * lived.
 */
@NullMarked
package io.tradinggym.data.stream;

import org.jspecify.annotations.NullMarked;

/**
 * Simulated markets. A {@link io.tradinggym.market.process.PriceProcess} is a law of the log returns of several assets,
 * bar by bar.
 *
 * <p>All draw from the stream they are given and use no function whose bits differ between platforms.
 */
@NullMarked
package io.tradinggym.market.process;

import org.jspecify.annotations.NullMarked;

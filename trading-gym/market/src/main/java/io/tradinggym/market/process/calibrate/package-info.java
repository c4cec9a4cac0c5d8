/**
 * How the numbers of {@link io.tradinggym.market.process.WatchlistMarket} were found: run {@link
 * io.tradinggym.market.process.calibrate.Calibrate}. Needed by nobody who only uses the market.
 */
@NullMarked
package io.tradinggym.market.process.calibrate;

import org.jspecify.annotations.NullMarked;

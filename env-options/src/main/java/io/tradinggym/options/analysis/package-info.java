/**
 * What option positions are likely to do, and which ones suit a view.
 *
 * <ul>
 *   <li>{@link io.tradinggym.options.analysis.LognormalOutlook} turns a spot, a drift and a volatility into the
 *       probability of profit, the expected profit and the probability of touching a level.
 *   <li>{@link io.tradinggym.options.analysis.ChainAnalyzer} looks through a recorded chain for a bullish or bearish
 *       signal: whether volatility is dear ({@link io.tradinggym.options.analysis.VolatilityView}), the best single
 *       options ({@link io.tradinggym.options.analysis.OptionIdea}, by {@link io.tradinggym.options.analysis.Score})
 *       and a debit spread ({@link io.tradinggym.options.analysis.SpreadIdea}); {@link
 *       io.tradinggym.options.analysis.AnalyzerSettings} holds its weights and thresholds.
 *   <li>{@link io.tradinggym.options.analysis.HistoricalVolatility} of past closes.
 * </ul>
 */
@NullMarked
package io.tradinggym.options.analysis;

import org.jspecify.annotations.NullMarked;

/**
 * What an option position is likely to do.
 *
 * <p>{@link io.tradinggym.options.analysis.LognormalOutlook} turns a spot, a drift and a volatility into the
 * probability of profit, the expected profit and the probability of touching a level.
 */
@NullMarked
package io.tradinggym.options.analysis;

import org.jspecify.annotations.NullMarked;

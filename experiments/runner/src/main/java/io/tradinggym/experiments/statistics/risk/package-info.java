/**
 * How much can be lost, and whether a forecast of it was right.
 *
 * <p>Value at risk and expected shortfall under a law of returns: {@link
 * io.tradinggym.experiments.statistics.risk.TailRisk}. Whether losses beyond a forecast value at risk came as often
 * and as irregularly as they should: {@link io.tradinggym.experiments.statistics.risk.Coverage}. The empirical
 * counterparts, from returns alone, are in {@link io.tradinggym.experiments.statistics.Returns}.
 */
@NullMarked
package io.tradinggym.experiments.statistics.risk;

import org.jspecify.annotations.NullMarked;

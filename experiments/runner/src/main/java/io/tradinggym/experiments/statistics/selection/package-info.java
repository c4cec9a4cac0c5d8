/**
 * Is the best of many any better, when the many were tried on the same history?
 *
 * <p>Every test resamples blocks of periods, all candidates together, so that what the market did to one it did to all:
 * a {@link io.tradinggym.experiments.statistics.selection.BlockBootstrap} draws them, {@link
 * io.tradinggym.experiments.statistics.selection.BlockLength} says how long a block should be, and {@link
 * io.tradinggym.experiments.statistics.selection.ResampledMeans} holds what came of it. On that stand
 *
 * <ul>
 *   <li>{@link io.tradinggym.experiments.statistics.selection.RealityCheck}: does any candidate beat the benchmark?
 *   <li>{@link io.tradinggym.experiments.statistics.selection.SuperiorAbility}: the same, not watered down by bad
 *       candidates;
 *   <li>{@link io.tradinggym.experiments.statistics.selection.StepwiseTest}: which of them do?
 *   <li>{@link io.tradinggym.experiments.statistics.selection.ConfidenceSet}: which cannot be told from the best?
 * </ul>
 *
 * <p>What the best Sharpe ratio of so many correlated trials would be by luck: {@link
 * io.tradinggym.experiments.statistics.selection.ExpectedBest}.
 *
 * <p>A panel of performances is [candidate][period], higher is better, in excess of the benchmark's: simple returns of
 * a period less those of buy-and-hold, say.
 */
@NullMarked
package io.tradinggym.experiments.statistics.selection;

import org.jspecify.annotations.NullMarked;

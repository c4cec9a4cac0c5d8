/**
 * Is one learner better than another, or than nothing, when every run with another seed ends elsewhere?
 *
 * <p>Collect final results as {@link io.tradinggym.experiments.statistics.seeds.Scores} (tasks by seeds), reduce them
 * by an {@link io.tradinggym.experiments.statistics.seeds.Aggregate} (the interquartile mean is the headline) and let
 * a {@link io.tradinggym.experiments.statistics.seeds.Bootstrap} say how sure that is. Two learners on the same tasks:
 * {@link io.tradinggym.experiments.statistics.seeds.ProbabilityOfImprovement}; on the very same episodes, seed by
 * seed: {@link io.tradinggym.experiments.statistics.seeds.PairedComparison}. Whether a mean (a Sharpe ratio over
 * seeds, say) differs from nothing: {@link io.tradinggym.experiments.statistics.seeds.MeanTest}. How the runs are
 * spread: {@link io.tradinggym.experiments.statistics.seeds.PerformanceProfile}.
 *
 * <p>Higher scores are better. A run that crashed has no score: give it the worst one the task allows, never leave it
 * out.
 *
 * @see <a href="https://arxiv.org/abs/2108.13264">Agarwal et al. (2021), Deep Reinforcement Learning at the Edge of the
 *     Statistical Precipice</a>
 */
@NullMarked
package io.tradinggym.experiments.statistics.seeds;

import org.jspecify.annotations.NullMarked;

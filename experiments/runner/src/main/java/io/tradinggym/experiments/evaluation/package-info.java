/**
 * How agents are judged: an {@link io.tradinggym.experiments.evaluation.Arena} plays a {@link
 * io.tradinggym.experiments.evaluation.Contender} (a trained policy or a control) through numbered episodes and keeps a
 * {@link io.tradinggym.experiments.evaluation.Trajectory} of each; {@link
 * io.tradinggym.experiments.evaluation.Evaluation} holds what came of it; the figures are those of package {@code
 * statistics}. From code, start with {@link io.tradinggym.experiments.evaluation.Evaluate}.
 *
 * <p>Everybody meets the same paths. The one headline is the interquartile mean over seeds and paths with its interval.
 * Nothing here knows a particular environment: an environment trades if it reports {@code equity}, {@code weight_0},
 * {@code price_0} and so on.
 */
@NullMarked
package io.tradinggym.experiments.evaluation;

import org.jspecify.annotations.NullMarked;

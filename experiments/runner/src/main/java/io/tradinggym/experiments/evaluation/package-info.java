/**
 * How agents are judged: an {@link io.tradinggym.experiments.evaluation.Arena} plays a {@link
 * io.tradinggym.experiments.evaluation.Contender} (a trained policy or a control) through numbered episodes and keeps a
 * {@link io.tradinggym.experiments.evaluation.Trajectory} of each; {@link
 * io.tradinggym.experiments.evaluation.Evaluation} holds what came of it; the figures are those of package {@code
 * statistics}. From code, start with {@link io.tradinggym.experiments.evaluation.Evaluate}.
 *
 * <p>Everybody meets the same paths. The one headline is the interquartile mean over seeds and paths with its interval.
 * Nothing here knows a particular environment: an environment trades if its specification has a {@link
 * io.tradinggym.api.TradingView}, which says where its equity, weights and prices are reported.
 */
@NullMarked
package io.tradinggym.experiments.evaluation;

import org.jspecify.annotations.NullMarked;

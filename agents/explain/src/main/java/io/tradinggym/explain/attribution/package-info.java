/**
 * Which inputs a number hangs on. {@link io.tradinggym.explain.attribution.IntegratedGradients} where there is a
 * gradient (the networks of policies, by {@link io.tradinggym.explain.attribution.PolicyMargin}), {@link
 * io.tradinggym.explain.attribution.Shapley} for anything, {@link io.tradinggym.explain.attribution.Occlusion} as a
 * quick look, {@link io.tradinggym.explain.attribution.SmallestChange} for what would turn a decision. What is told of
 * a decision is the difference between the score of what was chosen and the score of the runner-up: a single logit is
 * defined up to a shift.
 */
@NullMarked
package io.tradinggym.explain.attribution;

import org.jspecify.annotations.NullMarked;

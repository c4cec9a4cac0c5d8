/**
 * What can be said of a policy as a whole, and of what would have been: a small tree that decides nearly as it does
 * ({@link io.tradinggym.explain.policy.Viper}), what each input is worth to its return ({@link
 * io.tradinggym.explain.policy.ReturnShapley}), and episodes that go on from a state with another action ({@link
 * io.tradinggym.explain.policy.Counterfactual}).
 */
@NullMarked
package io.tradinggym.explain.policy;

import org.jspecify.annotations.NullMarked;

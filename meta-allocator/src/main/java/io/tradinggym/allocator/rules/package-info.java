/**
 * Who gets how much. Three families, none of which allocates memory in a round:
 *
 * <ul>
 *   <li>rules for experts with losses in [0, 1], whose regret to the best expert is bounded whatever the losses are:
 *       {@link io.tradinggym.allocator.rules.Hedge} (horizon known), {@link
 *       io.tradinggym.allocator.rules.FixedShare} (the best expert changes), {@link
 *       io.tradinggym.allocator.rules.AdaHedge}, {@link io.tradinggym.allocator.rules.Squint} and {@link
 *       io.tradinggym.allocator.rules.MlProd} (nothing to tune), {@link io.tradinggym.allocator.rules.Exp3} (only the
 *       chosen expert's reward is seen);
 *   <li>rules for assets with price relatives, whose log wealth is bounded against the best constant mix: {@link
 *       io.tradinggym.allocator.rules.ExponentiatedGradient}, {@link
 *       io.tradinggym.allocator.rules.OnlineNewtonStep}, {@link io.tradinggym.allocator.rules.UniversalPortfolio};
 *   <li>rules of risk, from a covariance: {@link io.tradinggym.allocator.rules.MinimumVariance}, {@link
 *       io.tradinggym.allocator.rules.EqualRiskContribution}, {@link
 *       io.tradinggym.allocator.rules.HierarchicalRiskParity}, {@link io.tradinggym.allocator.rules.Kelly}; and {@link
 *       io.tradinggym.allocator.rules.VolatilityTarget}, which scales a whole book.
 * </ul>
 *
 * <p>What a bound is worth: fixed share may lag the best sequence of two experts by 9 nats in a year of daily log
 * wealth, which no trading year earns. The bounds are proofs of the code, not promises of profit; rates tuned on a
 * simulated market do far better there.
 */
@NullMarked
package io.tradinggym.allocator.rules;

import org.jspecify.annotations.NullMarked;

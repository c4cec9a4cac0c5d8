/**
 * In which state is the market now, and has something changed? Everything here is filtered: the answer at a bar uses
 * that bar and earlier ones, with parameters from earlier data. Nothing is smoothed, no Viterbi path, no change point
 * dated back; the output for a prefix is a prefix of the output, bit for bit.
 *
 * <p>Regimes ({@link io.tradinggym.allocator.regime.RegimeModel}):
 *
 * <ul>
 *   <li>{@link io.tradinggym.allocator.regime.HmmFilter}, the exact answer where the law is known; {@link
 *       io.tradinggym.allocator.regime.RefittedHmm} learns the law from the past on the way;
 *   <li>{@link io.tradinggym.allocator.regime.OnlineJumpModel}, nearly as good with one setting, which the user can
 *       read: how much evidence a switch takes;
 *   <li>{@link io.tradinggym.allocator.regime.RefittedJump}, the same with states learned on the way; {@link
 *       io.tradinggym.allocator.regime.RunLengthRegime}, settled or just changed; {@link
 *       io.tradinggym.allocator.regime.VolatilityRegime}, calm or wild by recent volatility;
 *   <li>{@link io.tradinggym.allocator.regime.ThresholdRegime}, levels of one number, with hysteresis and dwell;
 *   <li>{@link io.tradinggym.allocator.regime.MixtureRegime} and {@link
 *       io.tradinggym.allocator.regime.ClusterRegime}, without memory: they flicker. For comparison.
 * </ul>
 *
 * <p>{@link io.tradinggym.allocator.regime.Regimes} knows those of one number by name.
 *
 * <p>Changes ({@link io.tradinggym.allocator.regime.ChangeDetector}): {@link
 * io.tradinggym.allocator.regime.Cusum} where the size of the change is roughly known (it is optimal there), {@link
 * io.tradinggym.allocator.regime.EwmaChart} for small ones, {@link
 * io.tradinggym.allocator.regime.ShiryaevRoberts}, {@link io.tradinggym.allocator.regime.PageHinkley} where the mean
 * before the change is not known, {@link io.tradinggym.allocator.regime.Bocpd} for the whole law of the time since
 * the last change.
 */
@NullMarked
package io.tradinggym.allocator.regime;

import org.jspecify.annotations.NullMarked;

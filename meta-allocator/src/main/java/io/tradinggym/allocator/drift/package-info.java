/**
 * Is what comes in still what was trained on, and is the challenger still better? Three kinds of answers:
 *
 * <ul>
 *   <li>two samples against each other: {@link io.tradinggym.allocator.drift.PopulationStability} with calibrated
 *       quantiles instead of a rule of thumb, {@link io.tradinggym.allocator.drift.KolmogorovSmirnov}, {@link
 *       io.tradinggym.allocator.drift.MeanDiscrepancy}; {@link io.tradinggym.allocator.drift.DriftMonitor} applies them
 *       to windows of features, actions and rewards without ever raising more false alarms than agreed;
 *   <li>streams: {@link io.tradinggym.allocator.drift.Adwin}, {@link
 *       io.tradinggym.allocator.drift.ErrorRateDrift}, and the detectors of {@code regime};
 *   <li>tests that may be looked at every day: {@link io.tradinggym.allocator.drift.MixtureSprt}, {@link
 *       io.tradinggym.allocator.drift.ConfidenceSequence}, {@link io.tradinggym.allocator.drift.BettingTest}.
 * </ul>
 *
 * <p>A t-test looked at daily from day 20 on rejects a true null in 31 % of years. The tests here reject it with at
 * most the chance that was agreed, whenever one looks. They are slow all the same: to see a difference of one Sharpe
 * ratio a year between two strategies live takes years unless they are highly correlated, so a live test may only
 * demote; promotion is a matter of paired simulation.
 */
@NullMarked
package io.tradinggym.allocator.drift;

import org.jspecify.annotations.NullMarked;

/**
 * The numbers by which trading is judged.
 *
 * <p>Metrics of a return series are in {@link io.tradinggym.experiments.statistics.Returns}, of an equity curve in
 * {@link io.tradinggym.experiments.statistics.Drawdowns}, against a benchmark in {@link
 * io.tradinggym.experiments.statistics.Relative}, of trading in {@link
 * io.tradinggym.experiments.statistics.TradingCosts}. Whether a Sharpe ratio is luck, or the best of many trials:
 * {@link io.tradinggym.experiments.statistics.SharpeInference}, fed by {@link
 * io.tradinggym.experiments.statistics.TrialLedger}, and {@link
 * io.tradinggym.experiments.statistics.BacktestOverfitting}. Learners over seeds are compared in {@code .seeds},
 * losses forecast and forecasts tested in {@code .risk}, many candidates on one history in {@code .selection}.
 *
 * <p>All of them at once for one equity curve, named and ordered for tables and files: {@link
 * io.tradinggym.experiments.statistics.PerformanceReport}.
 *
 * <p>Returns are simple returns of one period (0.01 is one per cent). Periods per year are always given by the caller.
 * A metric that is not defined for its data (the Sharpe ratio of constant returns, say) is {@code NaN}, never infinite;
 * malformed input (NaN in the data, series of unequal length) is an {@link java.lang.IllegalArgumentException}.
 */
@NullMarked
package io.tradinggym.experiments.statistics;

import org.jspecify.annotations.NullMarked;

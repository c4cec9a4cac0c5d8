package io.tradinggym.experiments.statistics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy did: its equity over time, and where they are known the benchmark, the trades and the costs.
 * Immutable; the {@code with} methods return extended copies, and arrays are copied both ways.
 *
 * <pre>{@code
 * PerformanceReport report = PerformanceReport.of(TrackRecord.of(times, equity, 252).withBenchmark(buyAndHold));
 * }</pre>
 */
public final class TrackRecord {
  private static final double MILLIS_PER_YEAR = 365.25 * 86_400_000;

  private final long[] times;
  private final double[] equity;
  private final double periodsPerYear;
  private final double riskFree;
  private final double @Nullable [] benchmark;
  private final double @Nullable [] tradeProfits;
  private final @Nullable TradingActivity activity;

  private TrackRecord(
      long[] times,
      double[] equity,
      double periodsPerYear,
      double riskFree,
      double @Nullable [] benchmark,
      double @Nullable [] tradeProfits,
      @Nullable TradingActivity activity) {
    this.times = times;
    this.equity = equity;
    this.periodsPerYear = periodsPerYear;
    this.riskFree = riskFree;
    this.benchmark = benchmark;
    this.tradeProfits = tradeProfits;
    this.activity = activity;
  }

  /**
   * A record of equity alone, risk-free rate zero.
   *
   * @param times epoch milliseconds UTC, ascending
   * @param equity V_0 to V_T, net of costs, one for each time, at least one, all but the last > 0
   * @param periodsPerYear how many steps of the series make a year, > 0: 252 for trading days, 8760 for hours around
   *     the clock
   */
  public static TrackRecord of(long[] times, double[] equity, double periodsPerYear) {
    Sample.requireSameLength("times", times.length, "equity", equity.length);
    requireEquity("equity", equity);
    Sample.requirePositive("periodsPerYear", periodsPerYear);
    for (int t = 1; t < times.length; t++) {
      if (times[t] <= times[t - 1]) {
        throw new IllegalArgumentException(
            "times must ascend, times[" + t + "] = " + times[t] + " follows " + times[t - 1]);
      }
    }
    return new TrackRecord(times.clone(), equity.clone(), periodsPerYear, 0, null, null, null);
  }

  /** With a risk-free return per period, in the ratios that reward excess return. */
  public TrackRecord withRiskFree(double perPeriod) {
    if (!Double.isFinite(perPeriod)) {
      throw new IllegalArgumentException("riskFree must be finite, was " + perPeriod);
    }
    return new TrackRecord(
        times, equity, periodsPerYear, perPeriod, benchmark, tradeProfits, activity);
  }

  /** With the benchmark's equity at the same times; its scale does not matter. */
  public TrackRecord withBenchmark(double[] benchmarkEquity) {
    Sample.requireSameLength("equity", equity.length, "benchmark", benchmarkEquity.length);
    requireEquity("benchmark", benchmarkEquity);
    return new TrackRecord(
        times, equity, periodsPerYear, riskFree, benchmarkEquity.clone(), tradeProfits, activity);
  }

  /** With the profit of each closed trade, net of its fees, account currency. */
  public TrackRecord withTrades(double[] profits) {
    Sample.requireFinite("tradeProfits", profits);
    return new TrackRecord(
        times, equity, periodsPerYear, riskFree, benchmark, profits.clone(), activity);
  }

  /** With what was traded and what it cost. */
  public TrackRecord withActivity(TradingActivity tradingActivity) {
    return new TrackRecord(
        times, equity, periodsPerYear, riskFree, benchmark, tradeProfits, tradingActivity);
  }

  /** Epoch milliseconds UTC. */
  public long[] times() {
    return times.clone();
  }

  /** V_0 to V_T. */
  public double[] equity() {
    return equity.clone();
  }

  public double periodsPerYear() {
    return periodsPerYear;
  }

  /** The risk-free return per period. */
  public double riskFree() {
    return riskFree;
  }

  /** Calendar time from first to last, in years of 365.25 days. */
  public double years() {
    return (times[times.length - 1] - times[0]) / MILLIS_PER_YEAR;
  }

  /** The benchmark's equity. */
  public Optional<double[]> benchmark() {
    return Optional.ofNullable(benchmark).map(double[]::clone);
  }

  /** Profit of each closed trade. */
  public Optional<double[]> tradeProfits() {
    return Optional.ofNullable(tradeProfits).map(double[]::clone);
  }

  public Optional<TradingActivity> activity() {
    return Optional.ofNullable(activity);
  }

  private static void requireEquity(String name, double[] values) {
    Sample.requireFinite(name, values);
    if (values.length == 0) {
      throw new IllegalArgumentException(name + " must hold at least V_0, was empty");
    }
    for (int t = 0; t < Math.max(1, values.length - 1); t++) {
      Sample.requirePositive(name + "[" + t + "]", values[t]);
    }
  }
}

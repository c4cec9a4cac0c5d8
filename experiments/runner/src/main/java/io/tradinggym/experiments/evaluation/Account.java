package io.tradinggym.experiments.evaluation;

import io.tradinggym.experiments.statistics.Drawdowns;
import io.tradinggym.experiments.statistics.Returns;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The account's side of an episode of trading: equity and what was paid. Amounts are in account currency. */
public final class Account {
  private static final double MILLISECONDS_PER_YEAR = 365.25 * 86_400_000;

  private final Trajectory trajectory;
  private final double[] equity;
  private final double[] returns;
  private final Drawdowns drawdowns;
  private final double @Nullable [] benchmark;
  private final double periodsPerYear;

  /**
   * The account of an episode.
   *
   * @param buyAndHold the same path bought and held; null leaves the figures against it undefined
   * @param periodsPerYear steps in a year
   */
  public Account(Trajectory trajectory, @Nullable Trajectory buyAndHold, double periodsPerYear) {
    this.trajectory = trajectory;
    this.periodsPerYear = periodsPerYear;
    equity = trajectory.info("equity");
    returns = Returns.ofEquity(equity);
    drawdowns = Drawdowns.of(equity);
    benchmark = buyAndHold == null || buyAndHold.steps() < trajectory.steps()
        ? null
        : Arrays.copyOf(Returns.ofEquity(buyAndHold.info("equity")), trajectory.steps());
  }

  /** The episode. */
  public Trajectory trajectory() {
    return trajectory;
  }

  /** Equity, T + 1 values. */
  public double[] equity() {
    return equity.clone();
  }

  double[] returns() {
    return returns;
  }

  /** Drawdowns of the equity curve. */
  public Drawdowns drawdowns() {
    return drawdowns;
  }

  double start() {
    return equity[0];
  }

  double end() {
    return equity[equity.length - 1];
  }

  double periodsPerYear() {
    return periodsPerYear;
  }

  /** Calendar years where times are reported, else steps over steps per year. */
  double years() {
    if (trajectory.has("time")) {
      double[] time = trajectory.info("time");
      double years = (time[time.length - 1] - time[0]) / MILLISECONDS_PER_YEAR;
      if (years > 0) {
        return years;
      }
    }
    return trajectory.steps() / periodsPerYear;
  }

  double traded() {
    return trajectory.total("traded");
  }

  double fees() {
    return trajectory.total("fees");
  }

  double carry() {
    return trajectory.total("carry");
  }

  double meanEquity() {
    return Arrays.stream(equity).average().orElse(Double.NaN);
  }

  double exposure() {
    double[] gross = trajectory.info("gross");
    double sum = 0;
    for (int t = 1; t < gross.length; t++) {
      sum += equity[t] > 0 ? gross[t] / equity[t] : 0;
    }
    return sum / (gross.length - 1);
  }

  double against(ToDoubleFunction<double[]> figure) {
    return benchmark == null || returns.length < 2 ? Double.NaN : figure.applyAsDouble(benchmark);
  }
}

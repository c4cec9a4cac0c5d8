package io.tradinggym.experiments.statistics;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Falls of an equity curve below its running peak: V_t / max(V_0 .. V_t) - 1, from V_0 on, each in (-inf, 0].
 *
 * <p>Lengths are in periods. A curve that has not regained its peak by the end has no recovery time (it is censored).
 */
public final class Drawdowns {
  private final double[] series;
  private final int trough;

  private Drawdowns(double[] series, int trough) {
    this.series = series;
    this.trough = trough;
  }

  /**
   * @param equity V_0 to V_T, at least one value, V_0 > 0
   */
  public static Drawdowns of(double[] equity) {
    Sample.requireFinite("equity", equity);
    if (equity.length == 0) {
      throw new IllegalArgumentException("equity must hold at least V_0, was empty");
    }
    Sample.requirePositive("equity[0]", equity[0]);
    double[] series = new double[equity.length];
    double peak = equity[0];
    int trough = 0;
    for (int t = 0; t < equity.length; t++) {
      peak = Math.max(peak, equity[t]);
      series[t] = equity[t] / peak - 1;
      if (series[t] < series[trough]) {
        trough = t;
      }
    }
    return new Drawdowns(series, trough);
  }

  /** The drawdown at each time, a copy. */
  public double[] series() {
    return series.clone();
  }

  /** The deepest drawdown, zero or negative. */
  public double maximum() {
    return series[trough];
  }

  /** Index of the deepest drawdown (the first of equals), 0 if the curve never fell. */
  public int trough() {
    return trough;
  }

  /**
   * Periods from the trough to the first value at or above the old peak; empty if censored, 0 if the curve never fell.
   */
  public OptionalInt recovery() {
    for (int t = trough; t < series.length; t++) {
      if (series[t] == 0) {
        return OptionalInt.of(t - trough);
      }
    }
    return OptionalInt.empty();
  }

  /** The longest run of consecutive times below the peak, censored runs included. */
  public int longestUnderwater() {
    int longest = 0;
    int run = 0;
    for (double drawdown : series) {
      run = drawdown < 0 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** Ulcer index: the root mean square of the drawdowns, V_0's included. */
  public double ulcer() {
    return Math.sqrt(Arrays.stream(series).map(d -> d * d).sum() / series.length);
  }

  /** Growth over |deepest drawdown|; undefined if the curve never fell. */
  public double calmar(double cagr) {
    return Sample.ratio(cagr, Math.abs(maximum()));
  }
}

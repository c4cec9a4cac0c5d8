package io.tradinggym.examples.lessons.twin;

import java.util.Arrays;

/** Lesson 11: how much log wealth a trader ends with who is in or out of one asset, with a cost for each switch. */
public final class Foresight {
  private Foresight() {}

  /**
   * Log wealth of a plan.
   *
   * @param returns log return of each bar
   * @param in whether the asset is held during that bar
   * @param cost of one switch, as log wealth, &gt;= 0
   * @return wealth after each bar, from 0
   */
  public static double[] wealth(double[] returns, boolean[] in, double cost) {
    double[] wealth = new double[returns.length + 1];
    boolean held = false;
    for (int t = 0; t < returns.length; t++) {
      wealth[t + 1] = wealth[t] + (in[t] ? returns[t] : 0) - (in[t] == held ? 0 : cost);
      held = in[t];
    }
    return wealth;
  }

  /** The plan with the largest log wealth of all, by dynamic programming from the last bar back. */
  public static boolean[] oracle(double[] returns, double cost) {
    int n = returns.length;
    double[][] best = new double[n + 1][2];
    for (int t = n - 1; t >= 0; t--) {
      for (int held = 0; held < 2; held++) {
        double out = best[t + 1][0] - (held == 0 ? 0 : cost);
        double in = best[t + 1][1] + returns[t] - (held == 1 ? 0 : cost);
        best[t][held] = Math.max(out, in);
      }
    }
    boolean[] plan = new boolean[n];
    int held = 0;
    for (int t = 0; t < n; t++) {
      double out = best[t + 1][0] - (held == 0 ? 0 : cost);
      double in = best[t + 1][1] + returns[t] - (held == 1 ? 0 : cost);
      held = in > out ? 1 : 0;
      plan[t] = held == 1;
    }
    return plan;
  }

  /** In where the signal is above 0. */
  public static boolean[] follow(double[] signal) {
    boolean[] plan = new boolean[signal.length];
    for (int t = 0; t < plan.length; t++) {
      plan[t] = signal[t] > 0;
    }
    return plan;
  }

  /** Differences of the logarithms: one fewer than prices. */
  public static double[] logReturns(double[] prices) {
    double[] returns = new double[prices.length - 1];
    Arrays.setAll(returns, t -> Math.log(prices[t + 1] / prices[t]));
    return returns;
  }
}

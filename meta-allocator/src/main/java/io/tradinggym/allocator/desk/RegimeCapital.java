package io.tradinggym.allocator.desk;

import java.util.Arrays;

/**
 * Learns on the way what each specialist earns in each regime, and bets accordingly:
 *
 * <pre>
 *   m_ki = sum_t p_k r_i / (sum_t p_k + kappa)       mean of specialist i in regime k, shrunk towards 0
 *   e_i  = sum_k p_k m_ki                            what is expected of the next bar
 *   s_i  = fraction max(0, e_i) / v_i                part of the Kelly bet; scaled down together above 1
 * </pre>
 *
 * <p>with v the exponential variance of its returns. Where nothing is expected it stays in cash.
 */
final class RegimeCapital implements CapitalRule {
  private static final double DECAY = 0.97;
  private static final int WARM_UP = 20;

  private final String name;
  private final double kappa;
  private final double fraction;
  private final double[] weight;
  private final double[][] sum;
  private final double[] variance;
  private final double[] before;
  private int seen;

  /**
   * The rule.
   *
   * @param kappa bars of nothing that are believed beforehand, &gt; 0
   * @param fraction of the Kelly bet, in (0, 1]
   */
  RegimeCapital(String name, int specialists, int regimes, double kappa, double fraction) {
    if (!(kappa > 0 && fraction > 0 && fraction <= 1)) {
      throw new IllegalArgumentException(
          "kappa must be > 0 and fraction in (0, 1], were " + kappa + " and " + fraction);
    }
    this.name = name;
    this.kappa = kappa;
    this.fraction = fraction;
    weight = new double[regimes];
    sum = new double[regimes][specialists];
    variance = new double[specialists];
    before = new double[regimes];
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void begin() {
    Arrays.fill(weight, 0);
    Arrays.fill(variance, 0);
    Arrays.fill(before, 0);
    for (double[] row : sum) {
      Arrays.fill(row, 0);
    }
    seen = 0;
  }

  @Override
  public void shares(double[] regimes, double[] returns, double[] out) {
    // A return belongs to the regime that was known when its position was taken.
    for (int k = 0; k < weight.length && seen > 0; k++) {
      weight[k] += before[k];
      for (int i = 0; i < variance.length; i++) {
        sum[k][i] += before[k] * returns[i];
      }
    }
    double all = 0;
    for (int i = 0; i < variance.length; i++) {
      variance[i] = DECAY * variance[i] + (1 - DECAY) * returns[i] * returns[i];
      double expected = 0;
      for (int k = 0; k < weight.length; k++) {
        expected += regimes[k] * sum[k][i] / (weight[k] + kappa);
      }
      boolean bets = seen >= WARM_UP && expected > 0 && variance[i] > 0;
      out[i] = bets ? fraction * expected / variance[i] : 0;
      all += out[i];
    }
    for (int i = 0; i < variance.length && all > 1; i++) {
      out[i] /= all;
    }
    System.arraycopy(regimes, 0, before, 0, before.length);
    seen = Math.min(seen + 1, WARM_UP);
  }
}

package io.tradinggym.allocator.desk;

import io.tradinggym.allocator.rules.RiskRule;
import java.util.Arrays;

/**
 * A rule of risk on the exponential covariance of the books' returns; equal parts until there are {@value #WARM_UP} of
 * them. A hundredth of the mean variance is added to the diagonal, so that a specialist in cash does not get
 * everything.
 */
final class RiskCapital implements CapitalRule {
  private static final int WARM_UP = 20;
  private static final double RIDGE = 0.01;

  private final String name;
  private final RiskRule rule;
  private final double decay;
  private final double[] moments;
  private final double[] covariance;
  private int seen;

  /** @param decay weight of the past, in (0, 1); .97 remembers about 33 bars */
  RiskCapital(String name, RiskRule rule, double decay) {
    if (!(decay > 0 && decay < 1)) {
      throw new IllegalArgumentException("decay must be in (0, 1), was " + decay);
    }
    this.name = name;
    this.rule = rule;
    this.decay = decay;
    moments = new double[rule.size() * rule.size()];
    covariance = new double[moments.length];
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void begin() {
    Arrays.fill(moments, 0);
    seen = 0;
  }

  @Override
  public void shares(double[] regimes, double[] returns, double[] out) {
    int n = rule.size();
    double trace = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int at = i * n + j;
        moments[at] = decay * moments[at] + (1 - decay) * returns[i] * returns[j];
        covariance[at] = moments[at];
      }
      trace += moments[i * n + i];
    }
    seen = Math.min(seen + 1, WARM_UP);
    if (seen < WARM_UP || !(trace > 0)) {
      Arrays.fill(out, 0, n, 1.0 / n);
      return;
    }
    for (int i = 0; i < n; i++) {
      covariance[i * n + i] += RIDGE * trace / n;
    }
    rule.weights(covariance, out);
  }
}

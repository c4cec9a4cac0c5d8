package io.tradinggym.allocator.rules;

/**
 * Every asset adds the same share of the variance: {@code w_i (C w)_i} equal for all. Found by cyclic descent on {@code
 * x' C x / 2 - sum ln x_i / N}, whose minimum is unique; w is x scaled to sum 1.
 *
 * @see <a href="https://doi.org/10.3905/jpm.2010.36.4.060">Maillard, Roncalli and Teiletche (2010)</a>, <a
 *     href="https://arxiv.org/abs/1311.4057">Griveau-Billion, Richard and Roncalli (2013)</a>
 */
public final class EqualRiskContribution implements RiskRule {
  private static final double CLOSE = 1e-14;
  private static final int SWEEPS = 10_000;

  private final double[] factor;
  private final double[] x;

  /**
   * The rule for so many assets, at least 2.
   *
   * @param assets number of assets, at least 2
   */
  public EqualRiskContribution(int assets) {
    x = new double[Check.size(assets)];
    factor = new double[assets * assets];
  }

  @Override
  public int size() {
    return x.length;
  }

  @Override
  public void weights(double[] covariance, double[] out) {
    int n = x.length;
    Check.length(out, n);
    System.arraycopy(covariance, 0, factor, 0, n * n);
    Cholesky.factor(factor, n, n); // refuses what has no minimum
    for (int i = 0; i < n; i++) {
      x[i] = 1 / StrictMath.sqrt(n * covariance[i * n + i]);
    }
    double moved = 1;
    for (int sweep = 0; moved > CLOSE && sweep < SWEEPS; sweep++) {
      moved = 0;
      for (int i = 0; i < n; i++) {
        double before = x[i];
        x[i] = coordinate(covariance, i);
        moved = Math.max(moved, Math.abs(x[i] - before) / x[i]);
      }
    }
    double sum = 0;
    for (double each : x) {
      sum += each;
    }
    for (int i = 0; i < n; i++) {
      out[i] = x[i] / sum;
    }
  }

  /** The positive root of {@code c_ii x^2 + others x - 1/N = 0}. */
  private double coordinate(double[] covariance, int i) {
    int n = x.length;
    double others = 0;
    for (int j = 0; j < n; j++) {
      others += j == i ? 0 : covariance[i * n + j] * x[j];
    }
    double own = covariance[i * n + i];
    double root = StrictMath.sqrt(others * others + 4 * own / n);
    // The form that does not cancel.
    return others > 0 ? 2.0 / n / (root + others) : (root - others) / (2 * own);
  }
}

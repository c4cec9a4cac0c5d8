package io.tradinggym.allocator.rules;

/**
 * The mix of most growth to second order, {@code w = fraction x C^-1 mu}, short positions allowed, scaled down where
 * its gross exposure passes the limit. Full Kelly on estimated means is far too much: half of it keeps three quarters
 * of the growth at half the volatility.
 *
 * @see <a href="https://doi.org/10.1002/j.1538-7305.1956.tb03809.x">Kelly (1956)</a>, <a
 *     href="https://doi.org/10.1016/B978-044453248-0.50015-0">Thorp (2006)</a>
 */
public final class Kelly {
  private final int size;
  private final double fraction;
  private final double grossLimit;
  private final double[] factor;

  /**
   * The rule.
   *
   * @param assets number of assets, at least 1
   * @param fraction of the full bet, in (0, 1]
   * @param grossLimit most of the sum of absolute weights, &gt; 0
   */
  public Kelly(int assets, double fraction, double grossLimit) {
    if (assets < 1) {
      throw new IllegalArgumentException("assets must be >= 1, was " + assets);
    }
    size = assets;
    this.fraction = Check.within("fraction", fraction, Double.MIN_NORMAL, 1);
    this.grossLimit = Check.positive("grossLimit", grossLimit);
    factor = new double[assets * assets];
  }

  /** {@return how many assets there are} */
  public int size() {
    return size;
  }

  /**
   * Writes the weights; what is left to 1 is cash, and more than 1 is borrowed. Allocates nothing.
   *
   * @param means expected excess returns of a period, one an asset, fractions
   * @param covariance of the same period, size x size, row by row, positive definite
   * @param out receives one weight an asset, fraction of wealth, negative for a short one
   */
  public void weights(double[] means, double[] covariance, double[] out) {
    Check.length(means, size);
    Check.length(out, size);
    System.arraycopy(covariance, 0, factor, 0, size * size);
    Cholesky.factor(factor, size, size);
    System.arraycopy(means, 0, out, 0, size);
    Cholesky.solve(factor, size, size, out);
    double gross = 0;
    for (int i = 0; i < size; i++) {
      gross += Math.abs(fraction * out[i]);
    }
    Softmax.scale(out, size, gross > grossLimit ? fraction * grossLimit / gross : fraction);
  }
}

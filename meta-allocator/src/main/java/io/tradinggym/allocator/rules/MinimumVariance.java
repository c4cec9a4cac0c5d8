package io.tradinggym.allocator.rules;

import java.util.Arrays;

/**
 * The mix of least variance without short positions. Leans on the covariance as if it were known: with few observations
 * shrink it first, or use {@link HierarchicalRiskParity}.
 *
 * @see <a href="https://doi.org/10.1111/j.1540-6261.1952.tb01525.x">Markowitz (1952)</a>
 */
public final class MinimumVariance implements RiskRule {
  private final SimplexQuadratic simplex;
  private final double[] zero;

  /**
   * The rule for so many assets, at least 2.
   *
   * @param assets number of assets, at least 2
   */
  public MinimumVariance(int assets) {
    simplex = new SimplexQuadratic(Check.size(assets));
    zero = new double[assets];
  }

  @Override
  public int size() {
    return zero.length;
  }

  @Override
  public void weights(double[] covariance, double[] out) {
    Check.length(out, zero.length);
    Arrays.fill(out, 1.0 / zero.length);
    simplex.minimise(covariance, zero, out);
  }
}

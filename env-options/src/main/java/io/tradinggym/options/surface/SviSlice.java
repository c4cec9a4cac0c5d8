package io.tradinggym.options.surface;

import io.tradinggym.api.util.Require;

/**
 * Gatheral's raw SVI smile: w(k) = a + b [rho (k - m) + sqrt((k - m)^2 + sigma^2)].
 *
 * <p>Any parameters in range give a positive variance; they may still allow butterfly arbitrage: see {@link
 * ButterflyCheck}.
 *
 * @param a level; a + b sigma sqrt(1 - rho^2), the smallest variance, must be &gt;= 0
 * @param b slope of the wings, &gt;= 0
 * @param rho tilt, in (-1, 1)
 * @param m shift of the smile, log-moneyness
 * @param sigma roundness at the bottom, &gt; 0
 * @see <a href="https://arxiv.org/abs/1204.0646">Gatheral and Jacquier (2013), Arbitrage-free SVI volatility
 * surfaces</a>
 */
public record SviSlice(double a, double b, double rho, double m, double sigma) implements Smile {
  /** Roger Lee's bound for the slope of total variance in the wings. */
  public static final double LEE = 2;

  /** Checks the values. */
  public SviSlice {
    Require.that(b >= 0, "b must be >= 0", b);
    Require.that(rho > -1 && rho < 1, "rho must be in (-1, 1)", rho);
    Require.that(Math.abs(m) < Double.POSITIVE_INFINITY, "m must be finite", m);
    Require.that(sigma > 0, "sigma must be > 0", sigma);
    double smallest = a + b * sigma * Math.sqrt(1 - rho * rho);
    Require.that(
        smallest >= 0, "smallest variance a + b sigma sqrt(1 - rho^2) must be >= 0", smallest);
  }

  @Override
  public double totalVariance(double k) {
    double x = k - m;
    return a + b * (rho * x + Math.sqrt(x * x + sigma * sigma));
  }

  @Override
  public double slope(double k) {
    double x = k - m;
    return b * (rho + x / Math.sqrt(x * x + sigma * sigma));
  }

  @Override
  public double curvature(double k) {
    double x = k - m;
    double square = x * x + sigma * sigma;
    return b * sigma * sigma / (square * Math.sqrt(square));
  }

  /** {@return the slope of the steeper wing, b (1 + |rho|); above {@link #LEE} no model has this smile} */
  public double wing() {
    return b * (1 + Math.abs(rho));
  }
}

package io.tradinggym.options.surface;

/** Total implied variance of one expiry. */
public interface Smile {
  /** w at log-moneyness k = ln(K/F), &gt;= 0. */
  double totalVariance(double k);

  /** dw/dk. */
  double slope(double k);

  /** d2w/dk2. */
  double curvature(double k);

  /**
   * Durrleman's function g(k) = (1 - k w'/(2w))^2 - w'^2/4 (1/w + 1/4) + w''/2: the risk-neutral density is g times a
   * positive factor, so a butterfly costs less than nothing where g &lt; 0.
   *
   * @see <a href="https://arxiv.org/abs/1204.0646">Gatheral and Jacquier (2013), eq. 2.1</a>
   */
  default double durrleman(double k) {
    double w = totalVariance(k);
    double first = slope(k);
    double factor = 1 - 0.5 * k * first / w;
    return factor * factor - 0.25 * first * first * (1 / w + 0.25) + 0.5 * curvature(k);
  }

  /** Implied volatility of this expiry, per square root of a year. */
  default double volatility(double k, double years) {
    return Math.sqrt(totalVariance(k) / years);
  }
}

package io.tradinggym.options.surface;

/** Total implied variance of one expiry. */
public interface Smile {
  /**
   * {@return the total variance w at log-moneyness k = ln(K/F), >= 0}
   *
   * @param k ln(strike / forward)
   */
  double totalVariance(double k);

  /**
   * {@return the slope dw/dk}
   *
   * @param k ln(strike / forward)
   */
  double slope(double k);

  /**
   * {@return the curvature d2w/dk2}
   *
   * @param k ln(strike / forward)
   */
  double curvature(double k);

  /**
   * {@return Durrleman's function g(k) = (1 - k w'/(2w))^2 - w'^2/4 (1/w + 1/4) + w''/2: the risk-neutral density is g
   * times a positive factor, so a butterfly costs less than nothing where g &lt; 0}
   *
   * @param k ln(strike / forward)
   * @see <a href="https://arxiv.org/abs/1204.0646">Gatheral and Jacquier (2013), eq. 2.1</a>
   */
  default double durrleman(double k) {
    double w = totalVariance(k);
    double first = slope(k);
    double factor = 1 - 0.5 * k * first / w;
    return factor * factor - 0.25 * first * first * (1 / w + 0.25) + 0.5 * curvature(k);
  }

  /**
   * {@return the implied volatility of this expiry, per square root of a year}
   *
   * @param k ln(strike / forward)
   * @param years to the expiry, > 0
   */
  default double volatility(double k, double years) {
    return Math.sqrt(totalVariance(k) / years);
  }
}

package io.tradinggym.options.surface;

/** Implied volatility of every strike and expiry. */
public interface VolatilitySurface {
  /**
   * {@return the total variance w = sigma^2 T}
   *
   * @param k log-moneyness ln(K/F)
   * @param years time to expiry, &gt; 0
   */
  double totalVariance(double k, double years);

  /**
   * {@return the implied volatility, a year, as a fraction}
   *
   * @param k ln(strike / forward)
   * @param years to expiry, > 0
   */
  default double volatility(double k, double years) {
    return Math.sqrt(totalVariance(k, years) / years);
  }
}

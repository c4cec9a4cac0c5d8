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
   * {@return the volatility per square root of a year}
   *
   * @param k ln(strike / forward)
   * @param years time in years, &gt;= 0
   */
  default double volatility(double k, double years) {
    return Math.sqrt(totalVariance(k, years) / years);
  }
}

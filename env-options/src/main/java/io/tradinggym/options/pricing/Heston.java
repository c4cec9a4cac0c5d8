package io.tradinggym.options.pricing;

import io.tradinggym.api.util.Require;

/**
 * Heston's stochastic volatility: dS = (r - q) S dt + sqrt(v) S dW, dv = kappa (theta - v) dt + sigma sqrt(v) dB,
 * d[W, B] = rho dt.
 *
 * <p>The characteristic function is written in the form that stays on one branch of the logarithm (the "little
 * trap"), and with the differences that cancel for small sigma divided out.
 *
 * @param variance v today, per year, &gt;= 0
 * @param kappa speed of mean reversion, per year, &gt; 0
 * @param theta long-run variance, per year, &gt;= 0
 * @param sigma volatility of variance, &gt; 0
 * @param rho correlation of spot and variance, in [-1, 1]
 * @see <a href="https://doi.org/10.1093/rfs/6.2.327">Heston (1993)</a>
 * @see <a href="https://ssrn.com/abstract=811304">Albrecher, Mayer, Schoutens and Tistaert (2007), The little Heston
 * trap</a>
 */
public record Heston(double variance, double kappa, double theta, double sigma, double rho)
    implements LogReturnModel {
  /** Checks the values. */
  public Heston {
    Require.that(variance >= 0, "variance must be >= 0", variance);
    Require.that(kappa > 0, "kappa must be > 0", kappa);
    Require.that(theta >= 0, "theta must be >= 0", theta);
    Require.that(sigma > 0, "sigma must be > 0", sigma);
    Require.that(rho >= -1 && rho <= 1, "rho must be in [-1, 1]", rho);
  }

  /**
   * {@return the European price by {@link FourierPricer}, in the unit of spot and strike}
   *
   * @param type call or put
   * @param spot price of the underlying, &gt; 0
   * @param strike in the unit of the spot, &gt; 0
   * @param years to expiry, > 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   */
  public double price(
      OptionType type,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield) {
    return FourierPricer.price(this, type, spot, strike, years, rate, dividendYield);
  }

  @Override
  public Complex logCharacteristic(Complex z, double years) {
    // q = iz + z^2, b = kappa - rho sigma i z, d = sqrt(b^2 + sigma^2 q), g = (b - d) / (b + d) =
    // -sigma^2 q / (b +
    // d)^2
    Complex iz = z.timesI();
    Complex q = iz.plus(z.times(z));
    Complex b = Complex.of(kappa).minus(iz.times(rho * sigma));
    Complex d = b.times(b).plus(q.times(sigma * sigma)).sqrt();
    Complex sum = b.plus(d);
    Complex scaled = q.over(sum).times(-1); // (b - d) / sigma^2
    Complex g = scaled.times(sigma * sigma).over(sum);
    Complex decay = d.times(-years).exp();
    Complex lost = Complex.ONE.minus(decay);
    Complex one = Complex.ONE.minus(g.times(decay));
    Complex turn = g.times(lost).over(Complex.ONE.minus(g)).log1p();
    Complex level = scaled.times(years).minus(turn.times(2 / (sigma * sigma))).times(kappa * theta);
    return level.plus(scaled.times(lost).over(one).times(variance));
  }

  @Override
  public double expectedVariance(double years) {
    double weight = -StrictMath.expm1(-kappa * years) / kappa;
    return theta * years + (variance - theta) * weight;
  }
}

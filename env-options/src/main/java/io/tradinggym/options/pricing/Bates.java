package io.tradinggym.options.pricing;

/**
 * Bates' model: {@link Heston}'s stochastic volatility with {@link Merton}'s jumps, independent of it.
 *
 * @param heston stochastic volatility of the diffusion
 * @param jump intensity and size of the jumps
 * @see <a href="https://doi.org/10.1093/rfs/9.1.69">Bates (1996)</a>
 */
public record Bates(Heston heston, Merton.Jump jump) implements LogReturnModel {

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
    return heston.logCharacteristic(z, years).plus(jump.logCharacteristic(z).times(years));
  }

  @Override
  public double expectedVariance(double years) {
    return heston.expectedVariance(years) + jump.variancePerYear() * years;
  }
}

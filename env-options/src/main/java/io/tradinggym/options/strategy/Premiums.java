package io.tradinggym.options.strategy;

import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.OptionType;

/** Where premiums come from: a chain, a model, a table. */
@FunctionalInterface
public interface Premiums {
  /**
   * {@return the premium per share, in the unit of the strike}
   *
   * @param type call or put
   * @param strike per share, &gt; 0
   * @param years to expiry, >= 0
   */
  double of(OptionType type, double strike, double years);

  /**
   * {@return premiums by Black-Scholes at one volatility}
   *
   * @param spot price of the underlying, &gt; 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param volatility a year, as a fraction, &gt; 0
   */
  static Premiums blackScholes(double spot, double rate, double dividendYield, double volatility) {
    return (type, strike, years) ->
        BlackScholes.price(type, spot, strike, years, rate, dividendYield, volatility);
  }
}

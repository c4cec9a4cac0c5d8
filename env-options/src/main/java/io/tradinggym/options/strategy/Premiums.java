package io.tradinggym.options.strategy;

import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.OptionType;

/** Where premiums come from: a chain, a model, a table. */
@FunctionalInterface
public interface Premiums {
  /** Premium per share. */
  double of(OptionType type, double strike, double years);

  /** Premiums by Black-Scholes at one volatility. */
  static Premiums blackScholes(double spot, double rate, double dividendYield, double volatility) {
    return (type, strike, years) ->
        BlackScholes.price(type, spot, strike, years, rate, dividendYield, volatility);
  }
}

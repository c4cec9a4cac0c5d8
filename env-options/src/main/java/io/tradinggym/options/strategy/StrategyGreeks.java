package io.tradinggym.options.strategy;

import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.Greeks;

/**
 * Value and risk of a whole strategy today, in currency: the sum over its legs and shares.
 *
 * @param value at the model's prices, currency
 * @param delta change of value per unit of spot (shares)
 * @param gamma change of delta per unit of spot
 * @param vega change of value per 1.00 of volatility
 * @param theta change of value per year
 * @param rho change of value per 1.00 of rate
 */
public record StrategyGreeks(
    double value, double delta, double gamma, double vega, double theta, double rho) {

  /**
   * {@return value and risk by Black-Scholes, at one volatility for all legs}
   *
   * @param strategy legs and shares
   * @param spot price of the underlying, &gt; 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param volatility a year, as a fraction, &gt; 0
   */
  public static StrategyGreeks of(
      Strategy strategy, double spot, double rate, double dividendYield, double volatility) {
    double value = strategy.shares() * spot;
    double delta = strategy.shares();
    double gamma = 0;
    double vega = 0;
    double theta = 0;
    double rho = 0;
    for (OptionLeg leg : strategy.legs()) {
      Greeks g =
          BlackScholes.greeks(
              leg.type(), spot, leg.strike(), leg.years(), rate, dividendYield, volatility);
      double size = leg.contracts() * strategy.multiplier();
      value += size * g.price();
      delta += size * g.delta();
      gamma += size * g.gamma();
      vega += size * g.vega();
      theta += size * g.theta();
      rho += size * g.rho();
    }
    return new StrategyGreeks(value, delta, gamma, vega, theta, rho);
  }
}

package io.tradinggym.options.strategy;

import io.tradinggym.api.util.Require;
import io.tradinggym.options.pricing.OptionType;

/**
 * Contracts of one option.
 *
 * @param type call or put
 * @param strike per share, &gt; 0
 * @param years time to expiry, &gt;= 0
 * @param contracts positive bought, negative sold, not 0
 * @param premium per share at which they were traded, &gt;= 0
 */
public record OptionLeg(
    OptionType type, double strike, double years, int contracts, double premium) {
  /** Checks the values. */
  public OptionLeg {
    Require.that(strike > 0, "strike must be > 0", strike);
    Require.that(years >= 0, "years must be >= 0", years);
    Require.that(contracts != 0, "contracts must not be 0", contracts);
    Require.that(premium >= 0, "premium must be >= 0", premium);
  }

  /** {@return whether the leg was sold} */
  public boolean isShort() {
    return contracts < 0;
  }

  /**
   * {@return the profit at expiry before the multiplier: contracts (payoff - premium)}
   *
   * @param spot price of the underlying, &gt; 0
   */
  public double profitAtExpiry(double spot) {
    return contracts * (type.payoff(spot, strike) - premium);
  }
}

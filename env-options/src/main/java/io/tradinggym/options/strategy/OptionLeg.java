package io.tradinggym.options.strategy;

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
  public OptionLeg {
    require(strike > 0, "strike must be > 0", strike);
    require(years >= 0, "years must be >= 0", years);
    require(contracts != 0, "contracts must not be 0", contracts);
    require(premium >= 0, "premium must be >= 0", premium);
  }

  /** Whether the leg was sold. */
  public boolean isShort() {
    return contracts < 0;
  }

  /** Profit per share of multiplier at expiry, in units of contracts: contracts (payoff - premium). */
  public double profitAtExpiry(double spot) {
    return contracts * (type.payoff(spot, strike) - premium);
  }

  private static void require(boolean holds, String rule, double value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", was " + value);
    }
  }
}

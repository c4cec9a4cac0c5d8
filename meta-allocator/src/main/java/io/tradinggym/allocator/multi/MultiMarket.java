package io.tradinggym.allocator.multi;

import io.tradinggym.options.board.OptionMarket;

/**
 * Several shares, of which the first have listed options, and a perpetual, simulated together: one factor moves all of
 * them, {@code shock = sqrt(rho) market + sqrt(1 - rho) own}.
 *
 * @param optionable shares with options, in 1 .. 4
 * @param plain shares without, in 0 .. 8
 * @param options the law of each share with options, its interest and its dividends; also the volatility of the others
 * @param correlation rho of any two, in [0, 1]
 * @param perpetual volatility of the perpetual's price, a year of 365 days, in (0, 5]
 * @param funding mean of the perpetual's funding rate at each of three stamps a day, in [-0.01, 0.01]
 * @param fundingDeviation its stationary deviation, in [0, 0.01]
 */
public record MultiMarket(
    int optionable,
    int plain,
    OptionMarket options,
    double correlation,
    double perpetual,
    double funding,
    double fundingDeviation) {
  /** Two shares with options, two without; 104 contracts are listed at a time. */
  public static final MultiMarket DEFAULT =
      new MultiMarket(2, 2, defaultOptions(), 0.4, 0.6, 0.0001, 0.0001);

  /** Expiries shown of each chain. */
  static final int EXPIRIES = 2;

  /** Price at which the perpetual starts. */
  static final double PERPETUAL_START = 30_000;

  /** Shares start at {@link OptionMarket#START}. */
  public MultiMarket {
    require("optionable", optionable >= 1 && optionable <= 4, optionable, "in 1 .. 4");
    require("plain", plain >= 0 && plain <= 8, plain, "in 0 .. 8");
    require("correlation", correlation >= 0 && correlation <= 1, correlation, "in [0, 1]");
    require("perpetual", perpetual > 0 && perpetual <= 5, perpetual, "in (0, 5]");
    require("funding", Math.abs(funding) <= 0.01, funding, "in [-0.01, 0.01]");
    require(
        "fundingDeviation",
        fundingDeviation >= 0 && fundingDeviation <= 0.01,
        fundingDeviation,
        "in [0, 0.01]");
  }

  private static OptionMarket defaultOptions() {
    OptionMarket usual = OptionMarket.DEFAULT;
    return new OptionMarket(
        usual.volatility(),
        usual.drift(),
        usual.premium(),
        usual.premiumVolatility(),
        usual.reversion(),
        usual.correlation(),
        usual.earnings(),
        usual.earningsPremium(),
        usual.smile(),
        0.04,
        0.02,
        usual.points());
  }

  /** All shares. */
  int shares() {
    return optionable + plain;
  }

  private static void require(String name, boolean holds, double value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be " + rule + ", was " + value);
    }
  }
}

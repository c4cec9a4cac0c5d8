package io.tradinggym.allocator.multi;

import io.tradinggym.api.util.Require;
import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.options.board.OptionMarket;
import java.util.ArrayList;
import java.util.List;

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
 * @param splits a year of each share without options, in [0, 50]: 2 or 3 for 1, 3 for 2, 1 for 10
 * @param delistings a year of each share without options, in [0, 50]: it leaves the market at its last price
 */
public record CorrelatedMarket(
    int optionable,
    int plain,
    OptionMarket options,
    double correlation,
    double perpetual,
    double funding,
    double fundingDeviation,
    double splits,
    double delistings)
    implements MultiMarket {
  /** Two shares with options, two without; 104 contracts are listed at a time. */
  public static final CorrelatedMarket DEFAULT =
      new CorrelatedMarket(2, 2, defaultOptions(), 0.4, 0.6, 0.0001, 0.0001, 0.5, 0.1);

  /** Expiries shown of each chain. */
  static final int EXPIRIES = 2;

  /** Price at which the perpetual starts. */
  static final double PERPETUAL_START = 30_000;

  /** In ticks of ten cents and lots of a thousandth. */
  private static final Perpetual PERPETUAL =
      new Perpetual("PERP", new Currency("COIN"), Currency.USD, Money.UNITS / 10, 1_000);

  /** Shares start at {@link OptionMarket#START}. */
  public CorrelatedMarket {
    Require.that("optionable", optionable >= 1 && optionable <= 4, optionable, "in 1 .. 4");
    Require.that("plain", plain >= 0 && plain <= 8, plain, "in 0 .. 8");
    Require.that("correlation", correlation >= 0 && correlation <= 1, correlation, "in [0, 1]");
    Require.that("perpetual", perpetual > 0 && perpetual <= 5, perpetual, "in (0, 5]");
    Require.that("funding", Math.abs(funding) <= 0.01, funding, "in [-0.01, 0.01]");
    Require.that(
        "fundingDeviation",
        fundingDeviation >= 0 && fundingDeviation <= 0.01,
        fundingDeviation,
        "in [0, 0.01]");
    Require.that("splits", splits >= 0 && splits <= 50, splits, "in [0, 50]");
    Require.that("delistings", delistings >= 0 && delistings <= 50, delistings, "in [0, 50]");
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

  @Override
  public List<Instrument> instruments() {
    List<Instrument> all = new ArrayList<>();
    for (int share = 0; share < optionable + plain; share++) {
      all.add(Equity.printed("S" + share));
    }
    all.add(PERPETUAL);
    return all;
  }

  @Override
  public double rate() {
    return options.rate();
  }

  @Override
  public MultiTape tape() {
    return new CorrelatedTape(this);
  }
}

package io.tradinggym.options.margin;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.ListedOptions;
import io.tradinggym.market.account.Lots;
import io.tradinggym.market.account.MinimumEquity;
import io.tradinggym.market.account.PositionMargin;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.ImpliedVolatility;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The equity that an account needs under {@link PortfolioMargin}: of each share and the options on it together, the
 * largest loss in ten scenarios of its price, at the account's marks and time. The same to open and to keep, but for
 * {@link MinimumEquity}. Perpetuals and coins stand beside them under a model of their own.
 *
 * <pre>{@code
 * new Account(instruments, Currency.USD, new ScenarioMargin(share -> PortfolioMargin.EQUITY, 0.04, 0, null), 24);
 * }</pre>
 *
 * <p>Scratch memory, reused: made for one account, and it allocates nothing after the first question.
 */
public final class ScenarioMargin extends SharesAndOptions {
  private final Function<? super Instrument, PortfolioMargin> rules;
  private final double rate;
  private final double dividendYield;

  /** Of the options of the underlying that is measured, in their order. */
  private double[] volatility = new double[0];

  /**
   * Rules by underlying.
   *
   * @param rules gives those of each share: a single one, a broad index
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param others margin of all that is neither a share nor an option on one; null if there is nothing else
   */
  public ScenarioMargin(
      Function<? super Instrument, PortfolioMargin> rules,
      double rate,
      double dividendYield,
      @Nullable PositionMargin others) {
    super(others);
    this.rules = rules;
    this.rate = rate;
    this.dividendYield = dividendYield;
  }

  /** The largest loss of a share and its options, rounded up. */
  @Override
  long needed(Account account, int underlying, Lots lots, boolean opens) {
    ListedOptions options = account.options();
    double contracts = 0;
    for (int i = 0; i < options.count(underlying); i++) {
      contracts += Math.abs((double) lots.lots(options.get(underlying, i)));
    }
    PortfolioMargin rule = rules.apply(account.instrument(underlying));
    imply(account, underlying, lots);
    double spot = price(account, underlying);
    double now = value(account, underlying, lots, spot);
    double worst = rule.perContract() * Money.UNITS * contracts;
    for (int step = 1; step <= PortfolioMargin.STEPS; step++) {
      double below = spot * (1 - rule.fall() * step / PortfolioMargin.STEPS);
      double above = spot * (1 + rule.rise() * step / PortfolioMargin.STEPS);
      worst = Math.max(worst, now - value(account, underlying, lots, below));
      worst = Math.max(worst, now - value(account, underlying, lots, above));
    }
    return (long) Math.ceil(worst);
  }

  /** What the marks imply; 0 at or below what exercise is worth, and for what has expired. */
  private void imply(Account account, int underlying, Lots lots) {
    ListedOptions options = account.options();
    int count = options.count(underlying);
    if (volatility.length < count) {
      volatility = Arrays.copyOf(volatility, Math.max(count, account.assets()));
    }
    double spot = price(account, underlying);
    for (int i = 0; i < count; i++) {
      int asset = options.get(underlying, i);
      double years = Math.max(0, years(account, asset));
      double implied =
          lots.lots(asset) == 0 || years == 0
              ? 0
              : ImpliedVolatility.solve(
                  type(options, asset),
                  price(account, asset),
                  spot,
                  strike(account, underlying, asset),
                  years,
                  rate,
                  dividendYield);
      volatility[i] = Double.isNaN(implied) ? 0 : implied;
    }
  }

  /** What a share and its options are worth at a price of the share, money units. */
  private double value(Account account, int underlying, Lots lots, double spot) {
    ListedOptions options = account.options();
    double sum = spot * lots.lots(underlying) / account.lotsPerUnit(underlying);
    for (int i = 0; i < options.count(underlying); i++) {
      int asset = options.get(underlying, i);
      long held = lots.lots(asset);
      if (held != 0) {
        double strike = strike(account, underlying, asset);
        double price =
            BlackScholes.price(
                type(options, asset),
                spot,
                strike,
                Math.max(0, years(account, asset)),
                rate,
                dividendYield,
                volatility[i]);
        sum += price * held * options.multiplier(asset);
      }
    }
    return sum;
  }
}

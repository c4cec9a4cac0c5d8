package io.tradinggym.options.margin;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.ListedOptions;
import io.tradinggym.market.account.Lots;
import io.tradinggym.market.account.MinimumEquity;
import io.tradinggym.market.account.PositionMargin;
import io.tradinggym.market.account.UnderlyingMargin;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.ImpliedVolatility;
import io.tradinggym.options.pricing.OptionType;
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
public final class ScenarioMargin implements UnderlyingMargin {
  private static final double YEAR = 365.0 * 24 * 60 * 60 * 1000;

  private final Function<? super Instrument, PortfolioMargin> rules;
  private final double rate;
  private final double dividendYield;
  private final @Nullable PositionMargin others;
  private final Single single = new Single();

  /** Of the options of the underlying that is measured, in their order. */
  private double[] volatility = new double[0];

  /**
   * Rules by underlying.
   *
   * @param rules of each share: a single one, a broad index
   * @param rate interest a year, continuous
   * @param dividendYield dividends a year, continuous
   * @param others of all that is neither a share nor an option on one; null if there is nothing else
   */
  public ScenarioMargin(
      Function<? super Instrument, PortfolioMargin> rules,
      double rate,
      double dividendYield,
      @Nullable PositionMargin others) {
    this.rules = rules;
    this.rate = rate;
    this.dividendYield = dividendYield;
    this.others = others;
  }

  @Override
  public long initial(Account account, int underlying, Lots lots) {
    return of(account, underlying, lots, true);
  }

  @Override
  public long maintenance(Account account, int underlying, Lots lots) {
    return of(account, underlying, lots, false);
  }

  @Override
  public long least(Account account, Lots lots) {
    return MinimumEquity.of(account, lots);
  }

  @Override
  public long initial(Account account, int asset, long lots) {
    return alone(account, asset, lots, true);
  }

  @Override
  public long maintenance(Account account, int asset, long lots) {
    return alone(account, asset, lots, false);
  }

  private long alone(Account account, int asset, long lots, boolean opens) {
    int underlying = account.underlying(asset);
    if (account.instrument(underlying) instanceof Equity) {
      return worst(account, underlying, single.set(asset, lots));
    }
    if (others == null) {
      throw new IllegalArgumentException(
          "needs shares and options on them, was " + account.instrument(asset).symbol());
    }
    return opens ? others.initial(account, asset, lots) : others.maintenance(account, asset, lots);
  }

  private long of(Account account, int asset, Lots lots, boolean opens) {
    long needed = 0;
    if (account.instrument(asset) instanceof Equity) {
      needed = worst(account, asset, lots);
    } else if (lots.lots(asset) != 0 && !account.isolation().on(asset)) {
      needed = alone(account, asset, lots.lots(asset), opens);
    }
    return -account.toBase(account.currency(asset), -needed);
  }

  /** The largest loss of a share and its options, money units of its currency, rounded up. */
  private long worst(Account account, int underlying, Lots lots) {
    ListedOptions options = account.options();
    int count = options.count(underlying);
    double contracts = 0;
    for (int i = 0; i < count; i++) {
      contracts += Math.abs((double) lots.lots(options.get(underlying, i)));
    }
    if (contracts == 0 && lots.lots(underlying) == 0) {
      return 0;
    }
    PortfolioMargin rule = rules.apply(account.instrument(underlying));
    imply(account, underlying, lots);
    double spot = price(account, underlying);
    double now = value(account, underlying, lots, spot);
    double worst = rule.perContract() * contracts;
    for (int step = 1; step <= PortfolioMargin.STEPS; step++) {
      double below = spot * (1 - rule.fall() * step / PortfolioMargin.STEPS);
      double above = spot * (1 + rule.rise() * step / PortfolioMargin.STEPS);
      worst = Math.max(worst, now - value(account, underlying, lots, below));
      worst = Math.max(worst, now - value(account, underlying, lots, above));
    }
    return (long) Math.ceil(worst * Money.UNITS);
  }

  /** What the marks imply; 0 at or below what exercise is worth, and for what has expired. */
  private void imply(Account account, int underlying, Lots lots) {
    ListedOptions options = account.options();
    int count = options.count(underlying);
    if (volatility.length < count) {
      volatility = Arrays.copyOf(volatility, Math.max(count, account.assets()));
    }
    double spot = price(account, underlying);
    if (!(spot > 0)) {
      throw new IllegalStateException(
          account.instrument(underlying).symbol()
              + " must be marked before positions are measured");
    }
    for (int i = 0; i < count; i++) {
      int asset = options.get(underlying, i);
      double years = years(account, asset);
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
                years(account, asset),
                rate,
                dividendYield,
                volatility[i]);
        sum += price * held * options.multiplier(asset);
      }
    }
    return sum;
  }

  private static OptionType type(ListedOptions options, int asset) {
    return options.right(asset) == Right.CALL ? OptionType.CALL : OptionType.PUT;
  }

  private static double strike(Account account, int underlying, int asset) {
    return (double) (account.options().strike(asset) * account.tickSize(underlying)) / Money.UNITS;
  }

  private static double years(Account account, int asset) {
    if (account.time() == Long.MIN_VALUE) {
      throw new IllegalStateException(
          "an account must be told the time before its options are measured, see Account.time");
    }
    return Math.max(0, account.options().expiry(asset) - account.time()) / YEAR;
  }

  private static double price(Account account, int asset) {
    return (double) (account.mark(asset) * account.tickSize(asset)) / Money.UNITS;
  }

  /** One position and nothing else. */
  private static final class Single implements Lots {
    private int only;
    private long held;

    Single set(int asset, long lots) {
      only = asset;
      held = lots;
      return this;
    }

    @Override
    public long lots(int asset) {
      return asset == only ? held : 0;
    }
  }
}

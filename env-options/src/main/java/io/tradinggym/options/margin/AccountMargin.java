package io.tradinggym.options.margin;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.ListedOptions;
import io.tradinggym.market.account.Lots;
import io.tradinggym.market.account.MinimumEquity;
import io.tradinggym.market.account.PositionMargin;
import io.tradinggym.market.account.UnderlyingMargin;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.options.pricing.OptionType;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The equity that an account of shares and options needs under {@link ExchangeMargin}, all positions on one underlying
 * taken together, at the account's marks and time:
 *
 * <pre>
 * needed = margin of the options + value of long ones - value of short ones + margin of the shares
 * </pre>
 *
 * <p>Long options count for nothing (a quarter beyond nine months), short ones have brought in what they are worth now.
 * Shares need 50 % to open; to keep, 25 % long and 30 % short, less where options protect them and more where calls
 * sold against them are in the money. Opening needs {@link MinimumEquity}. Perpetuals and coins stand beside them under
 * a model of their own.
 *
 * <p>Scratch memory, reused: made for one account, and it allocates nothing once it has seen the underlyings.
 */
public final class AccountMargin implements UnderlyingMargin {
  private static final double YEAR = 365.0 * 24 * 60 * 60 * 1000;
  private static final double STOCK_INITIAL = 0.50;

  private final Function<? super Instrument, ExchangeMargin> rules;
  private final @Nullable PositionMargin others;
  private @Nullable Instrument[] known = new Instrument[0];
  private @Nullable MarginBook[] books = new MarginBook[0];
  private final Single single = new Single();
  private double initial;
  private double maintenance;

  /**
   * The same rules for all underlyings, and nothing but shares and options on them.
   *
   * @param rules margin of the exchange
   */
  public AccountMargin(ExchangeMargin rules) {
    this(underlying -> rules, null);
  }

  /**
   * Rules by underlying.
   *
   * @param rules of each underlying: equity, broad index, leveraged fund
   * @param others of all that is neither a share nor an option on one; null if there is nothing else
   */
  public AccountMargin(
      Function<? super Instrument, ExchangeMargin> rules, @Nullable PositionMargin others) {
    this.rules = rules;
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
      measure(account, underlying, single.set(asset, lots));
      return Math.round(opens ? initial : maintenance);
    }
    PositionMargin model = other(account, asset);
    return opens ? model.initial(account, asset, lots) : model.maintenance(account, asset, lots);
  }

  private long of(Account account, int asset, Lots lots, boolean opens) {
    long needed = 0;
    if (account.instrument(asset) instanceof Equity) {
      if (holds(account, lots, asset)) {
        measure(account, asset, lots);
        needed = Math.round(opens ? initial : maintenance);
      }
    } else if (account.options().count(asset) > 0) {
      throw new IllegalArgumentException(
          "needs shares and options on them, there are options on "
              + account.instrument(asset).symbol());
    } else if (lots.lots(asset) != 0 && !account.isolation().on(asset)) {
      needed = alone(account, asset, lots.lots(asset), opens);
    }
    // In the base currency, rounded up; numbers made of cents come out exactly.
    return -account.toBase(account.currency(asset), -needed);
  }

  private static boolean holds(Account account, Lots lots, int underlying) {
    boolean any = lots.lots(underlying) != 0;
    for (int i = 0; i < account.options().count(underlying) && !any; i++) {
      any = lots.lots(account.options().get(underlying, i)) != 0;
    }
    return any;
  }

  private PositionMargin other(Account account, int asset) {
    if (others == null) {
      throw new IllegalArgumentException(
          "needs shares and options on them, was " + account.instrument(asset).symbol());
    }
    return others;
  }

  /** Leaves what all positions on an underlying need, money units of its currency. */
  private void measure(Account account, int underlying, Lots lots) {
    if (account.mark(underlying) <= 0) {
      throw new IllegalStateException(
          account.instrument(underlying).symbol()
              + " must be marked before positions are measured");
    }
    MarginBook book = book(account, underlying);
    double spot = price(account, underlying);
    double shares = (double) lots.lots(underlying) / account.lotsPerUnit(underlying);
    double value = 0;
    book.clear(spot, shares);
    ListedOptions options = account.options();
    for (int i = 0; i < options.count(underlying); i++) {
      int asset = options.get(underlying, i);
      long contracts = lots.lots(asset);
      if (contracts != 0) {
        OptionType type = options.right(asset) == Right.CALL ? OptionType.CALL : OptionType.PUT;
        double units = (double) contracts * options.multiplier(asset);
        double strike = (double) (options.strike(asset) * account.tickSize(underlying));
        double years = (options.expiry(asset) - now(account)) * (1 / YEAR);
        double premium = price(account, asset);
        book.add(type, strike, years, units, premium);
        value += units * premium * (units > 0 ? ExchangeMargin.countedAs(years) : 1);
      }
    }
    book.work();
    double stock = Math.abs(shares) * spot;
    double both = book.margin() + value + book.notCounted();
    initial = both + STOCK_INITIAL * stock;
    maintenance = both + book.shareMaintenance() - (shares < 0 ? stock : 0);
  }

  private static long now(Account account) {
    if (account.time() == Long.MIN_VALUE) {
      throw new IllegalStateException(
          "an account must be told the time before its options are measured, see Account.time");
    }
    return account.time();
  }

  private MarginBook book(Account account, int underlying) {
    if (books.length != account.assets()) {
      books = Arrays.copyOf(books, account.assets());
      known = Arrays.copyOf(known, account.assets());
    }
    Instrument instrument = account.instrument(underlying);
    MarginBook book = books[underlying];
    if (book == null || known[underlying] != instrument) {
      book = new MarginBook(rules.apply(instrument), account.assets());
      books[underlying] = book;
      known[underlying] = instrument;
    }
    return book;
  }

  private static double price(Account account, int asset) {
    return (double) (account.mark(asset) * account.tickSize(asset));
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

package io.tradinggym.options.margin;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.options.pricing.OptionType;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The equity that an account of shares and options needs under {@link ExchangeMargin}, all positions on one
 * underlying taken together, at the account's marks:
 *
 * <pre>
 * needed = margin of the options + value of long ones - value of short ones + margin of the shares
 * </pre>
 *
 * <p>Long options count for nothing (a quarter beyond nine months), short ones have brought in what they are worth
 * now. Shares need 50 % to open; to keep, 25 % long and 30 % short, less where options protect them and more where
 * calls sold against them are in the money. An account with anything sold short needs $2,000.
 *
 * <p>Build the account with {@link NoMargin}. Scratch memory, reused: {@link #measure} allocates nothing.
 */
public final class AccountMargin {
  /** The least equity of an account that is short of anything, money units. */
  public static final long MINIMUM_EQUITY = 2_000 * Money.UNITS;

  private static final double YEAR = 365.0 * 24 * 60 * 60 * 1000;
  private static final double STOCK_INITIAL = 0.50;

  private final Account account;
  private final MarginBook[] books;
  private final int[] underlyings;
  private final int[][] options;
  private final long[] held;
  private long initial;
  private long maintenance;

  /**
   * The requirement of an account by the same rules for all underlyings.
   *
   * @throws IllegalArgumentException if it lists anything but shares and options on them
   */
  public AccountMargin(Account account, ExchangeMargin rules) {
    this(account, underlying -> rules);
  }

  /**
   * The requirement of an account.
   *
   * @param rules of each underlying: equity, broad index, leveraged fund
   * @throws IllegalArgumentException if it lists anything but shares and options on them
   */
  public AccountMargin(Account account, Function<? super Instrument, ExchangeMargin> rules) {
    this.account = account;
    held = new long[account.assets()];
    underlyings =
        IntStream.range(0, account.assets()).filter(a -> account.underlying(a) == a).toArray();
    options = new int[underlyings.length][];
    books = new MarginBook[underlyings.length];
    for (int i = 0; i < underlyings.length; i++) {
      int underlying = underlyings[i];
      Instrument instrument = account.instrument(underlying);
      if (!(instrument instanceof Equity)) {
        throw new IllegalArgumentException(
            "needs shares and options on them, was " + instrument.symbol());
      }
      options[i] =
          IntStream.range(underlying + 1, account.assets())
              .filter(a -> account.underlying(a) == underlying)
              .toArray();
      books[i] = new MarginBook(rules.apply(instrument), options[i].length);
    }
  }

  /** Measures what the account holds. */
  public void measure(long now) {
    for (int asset = 0; asset < held.length; asset++) {
      held[asset] = account.lots(asset);
    }
    measure(held, now);
  }

  /**
   * Measures the account as if it held so many lots, one number for each asset.
   *
   * @param now epoch milliseconds
   */
  public void measure(long[] lots, long now) {
    initial = 0;
    maintenance = 0;
    boolean sold = false;
    for (int i = 0; i < underlyings.length; i++) {
      add(books[i], underlyings[i], options[i], lots, now);
    }
    for (long quantity : lots) {
      sold |= quantity < 0;
    }
    if (sold) {
      initial = Math.max(initial, MINIMUM_EQUITY);
      maintenance = Math.max(maintenance, MINIMUM_EQUITY);
    }
  }

  private void add(MarginBook book, int underlying, int[] written, long[] lots, long now) {
    double spot = price(underlying);
    double shares = (double) lots[underlying] / account.lotsPerUnit(underlying);
    double value = 0;
    boolean any = shares != 0;
    book.clear(spot, shares);
    for (int asset : written) {
      if (lots[asset] != 0) {
        OptionContract contract = (OptionContract) account.instrument(asset);
        OptionType type = contract.right() == Right.CALL ? OptionType.CALL : OptionType.PUT;
        double units = (double) lots[asset] * contract.multiplier();
        double strike = Money.toDouble(contract.strikeTicks() * account.tickSize(underlying));
        double years = (contract.expiry() - now) / YEAR;
        book.add(type, strike, years, units, price(asset));
        value += units * price(asset) * (units > 0 ? ExchangeMargin.countedAs(years) : 1);
        any = true;
      }
    }
    if (any && account.mark(underlying) <= 0) {
      throw new IllegalStateException(
          account.instrument(underlying).symbol()
              + " must be marked before positions are measured");
    }
    book.work();
    double stock = Math.abs(shares) * spot;
    double both = book.margin() + value + book.notCounted();
    double kept = book.shareMaintenance() - (shares < 0 ? stock : 0);
    initial = Math.addExact(initial, money(underlying, both + STOCK_INITIAL * stock));
    maintenance = Math.addExact(maintenance, money(underlying, both + kept));
  }

  private double price(int asset) {
    return Money.toDouble(account.mark(asset) * account.tickSize(asset));
  }

  /** In units of the base currency, rounded up; numbers made of cents come out exactly. */
  private long money(int asset, double amount) {
    return -account.toBase(account.currency(asset), -Math.round(amount * Money.UNITS));
  }

  /** Equity needed to open what was measured, money units of the base currency. */
  public long initial() {
    return initial;
  }

  /** Equity below which what was measured is liquidated, money units of the base currency. */
  public long maintenance() {
    return maintenance;
  }

  /** Whether the account's equity has fallen below what its positions need. */
  public boolean mustLiquidate(long now) {
    measure(now);
    return account.equity() < maintenance || account.equity() <= 0;
  }
}

package io.tradinggym.options.margin;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.ListedOptions;
import io.tradinggym.market.account.Lots;
import io.tradinggym.market.account.MinimumEquity;
import io.tradinggym.market.account.PositionMargin;
import io.tradinggym.market.instrument.Instrument;
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
public final class AccountMargin extends SharesAndOptions {
  private static final double STOCK_INITIAL = 0.50;

  private final Function<? super Instrument, ExchangeMargin> rules;
  private @Nullable Instrument[] known = new Instrument[0];
  private @Nullable MarginBook[] books = new MarginBook[0];

  /**
   * The same rules for all underlyings, and nothing but shares and options on them.
   *
   * @param rules of the exchange, for all underlyings
   */
  public AccountMargin(ExchangeMargin rules) {
    this(underlying -> rules, null);
  }

  /**
   * Rules by underlying.
   *
   * @param rules gives those of each underlying: equity, broad index, leveraged fund
   * @param others margin of all that is neither a share nor an option on one; null if there is nothing else
   */
  public AccountMargin(
      Function<? super Instrument, ExchangeMargin> rules, @Nullable PositionMargin others) {
    super(others);
    this.rules = rules;
  }

  @Override
  long needed(Account account, int underlying, Lots lots, boolean opens) {
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
        double units = (double) contracts * options.multiplier(asset);
        double years = years(account, asset);
        double premium = price(account, asset);
        book.add(type(options, asset), strike(account, underlying, asset), years, units, premium);
        value += units * premium * (units > 0 ? ExchangeMargin.countedAs(years) : 1);
      }
    }
    book.work();
    double proceeds = Math.max(-shares, 0) * spot;
    double stock =
        opens ? STOCK_INITIAL * Math.abs(shares) * spot : book.shareMaintenance() - proceeds;
    return Math.round(book.margin() + value + book.notCounted() + stock);
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
}

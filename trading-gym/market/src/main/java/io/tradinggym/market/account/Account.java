package io.tradinggym.market.account;

import io.tradinggym.api.Resumable;
import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.Perpetual;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One account for every instrument, kept in double-entry books of whole money units. After every event, exactly:
 *
 * <pre>
 *   sum of all books                       = 0                       in each currency
 *   cash + accruals + positions at market  = equity
 *   equity - capital                       = realised + unrealised - commission - slippage - borrow - interest
 *                                            + dividends - funding
 * </pre>
 *
 * <p>Stocks, coins and options are paid for in cash and held at average cost; perpetuals are not paid for, their profit is
 * realised into cash when they are closed. Assets are addressed by their index in the list of instruments. Nothing is
 * allocated after construction. {@link #verify} asserts the laws above.
 */
public final class Account implements Resumable {
  private final List<Instrument> instruments;
  private final List<Currency> currencies;
  private final int assets;
  private final int[] currencyOf;
  private final long[] tickLotValue;
  private final boolean[] paid;
  private final Ledger[] ledgers;
  private final long[] fxNumerator;
  private final long[] fxDenominator;
  private final long[] lots;
  private final long[] cost;
  private final long[] mark;
  private final StepTotals step = new StepTotals();

  /**
   * An empty account.
   *
   * @param base the currency that equity is reported in
   */
  public Account(List<Instrument> instruments, Currency base) {
    this.instruments = List.copyOf(instruments);
    assets = instruments.size();
    List<Currency> found = new ArrayList<>(List.of(base));
    for (Instrument instrument : instruments) {
      if (!found.contains(instrument.currency())) {
        found.add(instrument.currency());
      }
    }
    currencies = List.copyOf(found);
    currencyOf = instruments.stream().mapToInt(i -> currencies.indexOf(i.currency())).toArray();
    tickLotValue = instruments.stream().mapToLong(Instrument::tickLotValue).toArray();
    paid = new boolean[assets];
    for (int asset = 0; asset < assets; asset++) {
      paid[asset] = !(instruments.get(asset) instanceof Perpetual);
    }
    ledgers = new Ledger[currencies.size()];
    Arrays.setAll(ledgers, c -> new Ledger());
    fxNumerator = new long[ledgers.length];
    fxDenominator = new long[ledgers.length];
    Arrays.fill(fxNumerator, 1);
    Arrays.fill(fxDenominator, 1);
    lots = new long[assets];
    cost = new long[assets];
    mark = new long[assets];
  }

  /** Empties everything: a new episode. */
  public void clear() {
    for (Ledger ledger : ledgers) {
      ledger.clear();
    }
    Arrays.fill(lots, 0);
    Arrays.fill(cost, 0);
    Arrays.fill(mark, 0);
    step.clear();
  }

  /** Starts the totals of a step anew. */
  public void beginStep() {
    step.clear();
  }

  /** What happened since {@link #beginStep}, in money units. */
  public StepTotals step() {
    return step;
  }

  /** Puts in money of a currency, or takes it out. */
  public void deposit(Currency currency, long amount) {
    ledgers[index(currency)].move(Book.CASH, Book.CAPITAL, amount);
  }

  /**
   * Sets what one unit of a currency is worth in the base currency.
   *
   * @param numerator &gt; 0
   * @param denominator &gt; 0
   */
  public void rate(Currency currency, long numerator, long denominator) {
    if (numerator <= 0 || denominator <= 0) {
      throw new IllegalArgumentException(
          "rate of " + currency + " must be > 0, was " + numerator + "/" + denominator);
    }
    fxNumerator[index(currency)] = numerator;
    fxDenominator[index(currency)] = denominator;
  }

  /** Sets the price at which a position is valued, ticks. */
  public void mark(int asset, long ticks) {
    mark[asset] = ticks;
  }

  /**
   * Books a trade.
   *
   * @param quantity lots, positive when bought, negative when sold
   * @param ticks price
   * @param commission money units, negative for a rebate
   * @param slippage money units paid beyond the price, &gt;= 0
   */
  public void trade(int asset, long quantity, long ticks, long commission, long slippage) {
    Ledger ledger = ledgers[currencyOf[asset]];
    long notional = Math.multiplyExact(Math.multiplyExact(ticks, quantity), tickLotValue[asset]);
    long held = lots[asset];
    boolean opens = held == 0 || (held > 0) == (quantity > 0);
    long closing = opens ? 0 : Math.min(Math.abs(held), Math.abs(quantity));
    if (closing > 0) {
      close(asset, ledger, closing, Math.multiplyExact(Math.multiplyExact(ticks, closing), tickLotValue[asset]));
    }
    long opening = Math.abs(quantity) - closing;
    if (opening > 0) {
      long price = Math.multiplyExact(Math.multiplyExact(ticks, opening), tickLotValue[asset]);
      open(asset, ledger, quantity > 0 ? opening : -opening, quantity > 0 ? price : -price);
    }
    ledger.move(Book.COMMISSION, Book.CASH, commission);
    ledger.move(Book.SLIPPAGE, Book.CASH, slippage);
    step.traded = Math.addExact(step.traded, Math.abs(notional));
    step.fees = Math.addExact(step.fees, Math.addExact(commission, slippage));
    step.trades++;
  }

  private void open(int asset, Ledger ledger, long quantity, long price) {
    lots[asset] = Math.addExact(lots[asset], quantity);
    cost[asset] = Math.addExact(cost[asset], price);
    if (paid[asset]) {
      ledger.move(Book.SECURITIES, Book.CASH, price);
    }
  }

  /** Closes lots of a position at a price for all of them, >= 0; a part of it takes its share of the cost along. */
  private void close(int asset, Ledger ledger, long quantity, long price) {
    long held = lots[asset];
    long released = shareOf(cost[asset], quantity, Math.abs(held));
    long proceeds = held > 0 ? price : -price;
    lots[asset] = held > 0 ? held - quantity : held + quantity;
    cost[asset] -= released;
    if (paid[asset]) {
      ledger.move(Book.CASH, Book.SECURITIES, released);
    }
    long gain = Math.subtractExact(proceeds, released);
    ledger.move(Book.CASH, Book.REALISED, gain);
    step.realised = Math.addExact(step.realised, gain);
  }

  /** {@code amount x part / whole}, truncated, without overflow for whole below 3e9. */
  private static long shareOf(long amount, long part, long whole) {
    return part == whole ? amount : amount / whole * part + Math.multiplyExact(amount % whole, part) / whole;
  }

  /**
   * Pays a dividend: long positions receive it, short ones pay it.
   *
   * @param perLot money units, &gt;= 0
   */
  public void dividend(int asset, long perLot) {
    long amount = Math.multiplyExact(lots[asset], perLot);
    ledgers[currencyOf[asset]].move(Book.CASH, Book.DIVIDENDS, amount);
    step.dividends = Math.addExact(step.dividends, amount);
  }

  /**
   * Splits a position {@code numerator} for {@code denominator}; a fraction of a lot is paid out in cash at the new price.
   *
   * @param newTicks price after the split; the position is marked to it
   */
  public void split(int asset, long numerator, long denominator, long newTicks) {
    if (numerator <= 0 || denominator <= 0) {
      throw new IllegalArgumentException("split ratio must be > 0, was " + numerator + ":" + denominator);
    }
    long scaled = Math.multiplyExact(lots[asset], numerator);
    long whole = scaled / denominator;
    long fraction = Math.abs(scaled % denominator);
    mark[asset] = newTicks;
    if (fraction != 0) {
      // The fraction, 0 < f < 1 lots, leaves at its market value with its share of the cost.
      long released = shareOf(cost[asset], fraction, Math.abs(scaled));
      long value = Math.multiplyExact(Math.multiplyExact(newTicks, tickLotValue[asset]), fraction) / denominator;
      Ledger ledger = ledgers[currencyOf[asset]];
      long proceeds = scaled > 0 ? value : -value;
      cost[asset] -= released;
      if (paid[asset]) {
        ledger.move(Book.CASH, Book.SECURITIES, released);
      }
      ledger.move(Book.CASH, Book.REALISED, proceeds - released);
      step.realised = Math.addExact(step.realised, proceeds - released);
    }
    lots[asset] = whole;
  }

  /** Lets an option expire worthless or be taken at its intrinsic value in cash. */
  public void settle(int asset, long perLot) {
    long held = Math.abs(lots[asset]);
    if (held > 0) {
      close(asset, ledgers[currencyOf[asset]], held, Math.multiplyExact(held, perLot));
      mark[asset] = 0;
    }
  }

  /**
   * Exercises options that are held, or is assigned on those that were sold: they leave at 0, the underlying is traded at the
   * strike.
   *
   * @param underlying index of the underlying
   * @param contracts &gt; 0, at most those in the position
   * @param lotsPerContract lots of the underlying per contract
   */
  public void exercise(int asset, int underlying, long contracts, long lotsPerContract) {
    if (!(instruments.get(asset) instanceof OptionContract option)) {
      throw new IllegalArgumentException(instruments.get(asset).symbol() + " is no option");
    }
    if (contracts <= 0 || contracts > Math.abs(lots[asset])) {
      throw new IllegalArgumentException(
          "contracts must be in 1 .. " + Math.abs(lots[asset]) + " of " + option.symbol() + ", was " + contracts);
    }
    boolean holder = lots[asset] > 0;
    boolean buys = (option.right() == OptionContract.Right.CALL) == holder;
    close(asset, ledgers[currencyOf[asset]], contracts, 0);
    long quantity = Math.multiplyExact(contracts, lotsPerContract);
    trade(underlying, buys ? quantity : -quantity, option.strikeTicks(), 0, 0);
  }

  /**
   * Pays funding on a perpetual: a long pays a positive rate, a short receives it; rounded against the trader.
   *
   * @param rate of the notional, in parts of 1e-12
   */
  public void fund(int asset, long rate) {
    long notional = notional(asset);
    long amount = parts(notional, rate);
    ledgers[currencyOf[asset]].move(Book.FUNDING, Book.CASH, amount);
    step.funding = Math.addExact(step.funding, amount);
  }

  /** {@code amount x rate / 1e12}, rounded up towards what the trader pays. */
  private static long parts(long amount, long rate) {
    boolean pays = (amount > 0) == (rate > 0);
    long size = pays
        ? Money.shareUp(Math.abs(amount), Math.abs(rate), 1_000_000_000_000L)
        : Money.shareDown(Math.abs(amount), Math.abs(rate), 1_000_000_000_000L);
    return pays ? size : -size;
  }

  /** Accrues interest that is owed, money units; negative when it is earned. */
  public void accrueInterest(Currency currency, long amount) {
    ledgers[index(currency)].move(Book.INTEREST, Book.ACCRUED, amount);
    step.interest = Math.addExact(step.interest, amount);
  }

  /** Accrues a fee for securities that were borrowed to be sold short, money units, &gt;= 0. */
  public void accrueBorrow(int asset, long amount) {
    ledgers[currencyOf[asset]].move(Book.BORROW, Book.ACCRUED, amount);
    step.borrow = Math.addExact(step.borrow, amount);
  }

  /** Pays what has accrued. */
  public void settleAccruals() {
    for (Ledger ledger : ledgers) {
      ledger.move(Book.ACCRUED, Book.CASH, -ledger.get(Book.ACCRUED));
    }
  }

  /** Lots held, negative when short. */
  public long lots(int asset) {
    return lots[asset];
  }

  /** What the position cost, money units; negative for a short one. */
  public long cost(int asset) {
    return cost[asset];
  }

  /** The price it is valued at, ticks. */
  public long marked(int asset) {
    return mark[asset];
  }

  /** Worth of a position at its mark, money units; negative for a short one. */
  public long notional(int asset) {
    return Math.multiplyExact(Math.multiplyExact(mark[asset], lots[asset]), tickLotValue[asset]);
  }

  /** Profit of a position that is not yet realised, money units. */
  public long unrealised(int asset) {
    return notional(asset) - cost[asset];
  }

  /** An amount of a book, money units of its currency. */
  public long book(Currency currency, Book book) {
    return ledgers[index(currency)].get(book);
  }

  /** Cash of a currency, money units. */
  public long cash(Currency currency) {
    return book(currency, Book.CASH);
  }

  /** Cash of the base currency, money units. */
  public long cash() {
    return ledgers[0].get(Book.CASH);
  }

  /** Equity in the base currency, money units; other currencies converted and rounded down. */
  public long equity() {
    long total = equityIn(0);
    for (int c = 1; c < ledgers.length; c++) {
      total = Math.addExact(total, convert(equityIn(c), c));
    }
    return total;
  }

  /** Sum of the absolute notionals in the base currency, money units. */
  public long gross() {
    long total = 0;
    for (int asset = 0; asset < assets; asset++) {
      if (lots[asset] != 0) {
        long size = Math.abs(notional(asset));
        total = Math.addExact(total, currencyOf[asset] == 0 ? size : convert(size, currencyOf[asset]));
      }
    }
    return total;
  }

  private long equityIn(int currency) {
    Ledger ledger = ledgers[currency];
    long total = Math.addExact(ledger.get(Book.CASH), ledger.get(Book.ACCRUED));
    for (int asset = 0; asset < assets; asset++) {
      if (lots[asset] != 0 && currencyOf[asset] == currency) {
        total = Math.addExact(total, paid[asset] ? notional(asset) : unrealised(asset));
      }
    }
    return total;
  }

  private long convert(long amount, int currency) {
    return amount >= 0
        ? Money.shareDown(amount, fxNumerator[currency], fxDenominator[currency])
        : -Money.shareUp(-amount, fxNumerator[currency], fxDenominator[currency]);
  }

  /**
   * Asserts the laws of the class.
   *
   * @throws IllegalStateException naming the law that is broken and by how much
   */
  public void verify() {
    for (int c = 0; c < ledgers.length; c++) {
      Ledger ledger = ledgers[c];
      long securities = 0;
      long unrealised = 0;
      for (int asset = 0; asset < assets; asset++) {
        if (currencyOf[asset] == c) {
          securities += paid[asset] ? cost[asset] : 0;
          unrealised += lots[asset] == 0 ? 0 : unrealised(asset);
          require(lots[asset] != 0 || cost[asset] == 0, "cost of an empty position", c, cost[asset]);
        }
      }
      require(ledger.sum() == 0, "sum of the books", c, ledger.sum());
      require(ledger.get(Book.SECURITIES) == securities, "securities at cost", c,
          ledger.get(Book.SECURITIES) - securities);
      long income = unrealised - ledger.get(Book.REALISED) - ledger.get(Book.COMMISSION) - ledger.get(Book.SLIPPAGE)
          - ledger.get(Book.BORROW) - ledger.get(Book.INTEREST) - ledger.get(Book.DIVIDENDS)
          - ledger.get(Book.FUNDING);
      long explained = income - ledger.get(Book.CAPITAL);
      require(equityIn(c) == explained, "equity against capital and income", c, equityIn(c) - explained);
    }
  }

  private void require(boolean holds, String law, int currency, long difference) {
    if (!holds) {
      throw new IllegalStateException(
          "books do not balance: " + law + " in " + currencies.get(currency) + " is off by " + difference + " units");
    }
  }

  private int index(Currency currency) {
    int index = currencies.indexOf(currency);
    if (index < 0) {
      throw new IllegalArgumentException("this account holds " + currencies + ", not " + currency);
    }
    return index;
  }

  /** What can be traded, by index. */
  public List<Instrument> instruments() {
    return instruments;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (int c = 0; c < ledgers.length; c++) {
      ledgers[c].save(out);
      out.writeLong(fxNumerator[c]);
      out.writeLong(fxDenominator[c]);
    }
    for (int asset = 0; asset < assets; asset++) {
      out.writeLong(lots[asset]);
      out.writeLong(cost[asset]);
      out.writeLong(mark[asset]);
    }
    step.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int c = 0; c < ledgers.length; c++) {
      ledgers[c].restore(in);
      fxNumerator[c] = in.readLong();
      fxDenominator[c] = in.readLong();
    }
    for (int asset = 0; asset < assets; asset++) {
      lots[asset] = in.readLong();
      cost[asset] = in.readLong();
      mark[asset] = in.readLong();
    }
    step.restore(in);
  }
}

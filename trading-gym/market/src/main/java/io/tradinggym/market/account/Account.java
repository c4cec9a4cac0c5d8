package io.tradinggym.market.account;

import io.tradinggym.api.LaneState;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.Swappable;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Instrument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One cross-margined account. It is made with instruments that stay, and slots in which others come and go ({@link
 * #list}, {@link #delist}); an asset is an index into both. Positions are whole lots, money is whole units of 1e-8 of
 * its currency, and nothing is ever lost between them:
 *
 * <pre>
 * equity           = cash + positions at their marks + accruals
 * change in equity = realised + unrealised - fees - funding - borrow + dividends + interest
 * </pre>
 *
 * <p>Shares, coins and option premiums are paid in cash; a perpetual is entered without payment and its profit arrives
 * in cash when it is closed; {@link #isolation()} gives it a balance of its own. The cost of a position is kept as its
 * exact total: partly closed, it gives up its share of that total, rounded towards 0, so that long and short mirror
 * each other to the unit. What positions need is asked of all of them together, of a {@link MarginModel}.
 *
 * <p>{@link CorporateActions}, {@link Carry}, {@link Borrowing} and {@link Closeout} are operations on its public face.
 *
 * <p>Not for several threads. No operation allocates. An {@link ArithmeticException} (overflow) leaves the account
 * unusable until {@link #reset}.
 */
public final class Account implements PositionView, MarginView, StepView, Resumable, Swappable {
  /** Instead of an asset, where money belongs to no position. */
  public static final int NO_ASSET = -1;

  private final MarginModel margin;
  private final Books books;
  private final Positions positions;
  private final long[] lots;
  private final long[] cost;
  private final long[] mark;
  private final int[] currencyOf;
  private final boolean[] contract;
  private final ListedOptions options;
  private final BuyingPower power;
  private final Isolation isolation;
  private final StepTotals step = new StepTotals();
  private AccountListener listener = AccountListener.NONE;

  /** Whether any asset is isolated: asked before looking which. */
  boolean isolating;

  private long time;

  /**
   * An empty account of instruments that stay.
   *
   * @param instruments what it may hold; the underlying of an option before the option
   * @param base the currency that equity is counted in
   * @param margin how much equity positions need
   */
  public Account(List<? extends Instrument> instruments, Currency base, MarginModel margin) {
    this(instruments, base, margin, 0);
  }

  /**
   * An empty account in which instruments come and go.
   *
   * @param instruments what stays; the underlying of an option before the option
   * @param base the currency that equity is counted in
   * @param margin how much equity positions need
   * @param slots how many others may be listed at one time, >= 0
   */
  public Account(
      List<? extends Instrument> instruments, Currency base, MarginModel margin, int slots) {
    this.margin = margin;
    positions = new Positions(new Listing(instruments, base, slots));
    lots = positions.lots;
    cost = positions.cost;
    mark = positions.mark;
    currencyOf = positions.currencyOf;
    contract = positions.listing.contract;
    options = positions.options();
    power = new BuyingPower(this, margin);
    isolation = new Isolation(this, lots.length);
    books = new Books(currencies().size());
    reset(0);
  }

  /**
   * Forgets everything, empties all slots, sets rates of other currencies to 1, and pays in money units of the base.
   *
   * @param capital money units of the base currency, 1e-8; the caller sees to it that it is &gt; 0
   */
  public void reset(long capital) {
    books.clear();
    positions.clear();
    power.clear();
    isolation.clear();
    time = Long.MIN_VALUE;
    step.clear();
    deposit(0, capital);
  }

  /**
   * Who is told of what moves positions and money from now on.
   *
   * @param told instead of who was told before; {@link AccountListener#NONE} for nobody
   */
  public void listener(AccountListener told) {
    listener = told;
  }

  /** {@return who is told} */
  public AccountListener listener() {
    return listener;
  }

  /** Sets the totals of the step to 0. */
  public void beginStep() {
    step.clear();
  }

  /**
   * Lists an instrument in a free slot.
   *
   * @param instrument an option's underlying is listed already
   * @return its asset: index of the slot, from the number of instruments that stay
   * @throws IllegalArgumentException if its currency is not the account's, or its underlying is not listed
   * @throws IllegalStateException if no slot is free
   */
  public int list(Instrument instrument) {
    int slot = positions.listing.free();
    positions.listing.put(slot, instrument);
    return slot;
  }

  /**
   * Lists an option by its terms in a free slot, without allocation; {@link #instrument} names it after them.
   *
   * @param underlying index of the asset that it is on
   * @param terms right, strike, expiry and settlement
   * @return its asset: index of the slot, from the number of instruments that stay
   * @throws IllegalStateException if no slot is free
   */
  public int list(int underlying, OptionTerms terms) {
    int slot = positions.listing.free();
    positions.listing.put(slot, underlying, terms);
    return slot;
  }

  /**
   * Takes an instrument of which nothing is held out of the list; its slot is free for another.
   *
   * @param asset index of a slot
   * @throws IllegalArgumentException if it was there from the start, or nothing is listed in the slot
   * @throws IllegalStateException if lots or a margin of its own are held, or options are listed on it
   */
  public void delist(int asset) {
    positions.requireGone(asset);
    isolation.forget(asset);
    positions.delist(asset);
    note(asset);
    power.forget();
  }

  /**
   * Says what time it is, epoch milliseconds: requirements may depend on it. Unknown after a reset.
   *
   * @param now UTC epoch milliseconds
   */
  public void time(long now) {
    if (now != time) {
      time = now;
      power.expire();
    }
  }

  /** {@return what time it is, epoch milliseconds; {@link Long#MIN_VALUE} if nobody has said} */
  public long time() {
    return time;
  }

  /**
   * Pays in (or, negative, takes out) money units of a currency.
   *
   * @param currency index into {@link #currencies}, 0 for the base
   * @param amount money units of the currency, 1e-8; below 0 = taken out
   */
  public void deposit(int currency, long amount) {
    post(NO_ASSET, currency, Entry.CASH, Entry.CAPITAL, amount);
  }

  /**
   * Sets what one of a currency is worth in the base: {@code numerator / denominator}, both > 0.
   *
   * @param currency index into {@link #currencies}, from 1: the base's stays 1
   * @param numerator of the ratio, &gt;= 1
   * @param denominator of the ratio, &gt;= 1
   */
  public void rate(int currency, long numerator, long denominator) {
    positions.rates.set(currency, numerator, denominator);
    power.forget();
    for (int asset = 0; asset < lots.length; asset++) {
      if (currencyOf[asset] == currency) {
        note(asset);
      }
    }
  }

  /**
   * Changes money of one currency, given exactly, for money of another, received exactly.
   *
   * @param from index of the currency that goes, into {@link #currencies}
   * @param given money units that go, &gt;= 0
   * @param to index of the currency that comes, not {@code from}
   * @param received money units that come, &gt;= 0
   * @throws IllegalArgumentException if currencies or amounts are not so
   */
  public void convert(int from, long given, int to, long received) {
    if (from == to || given < 0 || received < 0) {
      throw new IllegalArgumentException(
          "conversion needs two currencies and amounts >= 0, was %d of %d for %d of %d"
              .formatted(given, from, received, to));
    }
    post(NO_ASSET, from, Entry.EXCHANGE, Entry.CASH, given);
    post(NO_ASSET, to, Entry.CASH, Entry.EXCHANGE, received);
  }

  /**
   * Revalues a position at a price, ticks.
   *
   * @param asset index of the asset, from 0
   * @param ticks price in ticks, 0 for what is worth nothing
   */
  public void mark(int asset, long ticks) {
    if (mark[asset] != ticks) {
      mark[asset] = ticks;
      power.forget();
      if (lots[asset] != 0) {
        revalue(asset);
      }
      for (int i = 0; i < options.count(asset); i++) {
        note(options.get(asset, i));
      }
    }
  }

  /**
   * Buys (or, negative, sells) lots at a price. An asset that was never marked is marked at it.
   *
   * @param asset index of the asset, from 0
   * @param quantity in lots; below 0 = sold
   * @param ticks price in ticks
   * @param commission fees of the trade, money units, negative for a rebate
   * @param slippage cost beyond the price, money units, >= 0
   * @return the profit of what was closed, before costs; money units of the asset's currency
   */
  public long trade(int asset, long quantity, long ticks, long commission, long slippage) {
    if (mark[asset] == 0) {
      mark[asset] = ticks;
    }
    int currency = currencyOf[asset];
    long realised = hand(TradeReason.ORDER, asset, quantity, ticks, commission, slippage);
    step.fees =
        Math.subtractExact(step.fees, toBase(currency, -Math.addExact(commission, slippage)));
    return realised;
  }

  /** Trades at a price, ticks; counted as turnover. */
  private long hand(
      TradeReason reason, int asset, long quantity, long ticks, long commission, long slippage) {
    boolean inverted = positions.inverses && positions.inverse[asset];
    long unit = inverted ? ticks : Math.multiplyExact(ticks, positions.tickLotValue[asset]);
    long worth = inverted ? notionalAt(asset, ticks, quantity) : Math.multiplyExact(unit, quantity);
    step.traded = Math.addExact(step.traded, toBase(currencyOf[asset], Math.abs(worth)));
    return exchange(reason, asset, quantity, unit, inverted, commission, slippage);
  }

  /**
   * Exchanges lots for so many money units each, without costs: delivery at a strike, cash settlement, or nothing at
   * all.
   *
   * @param reason why
   * @param asset index of the asset, from 0
   * @param quantity in lots; below 0 = sold
   * @param perLot money units of the asset's currency for a lot
   */
  public void exchange(TradeReason reason, int asset, long quantity, long perLot) {
    exchange(reason, asset, quantity, perLot, false, 0, 0);
  }

  /**
   * The one road by which a position changes hands.
   *
   * @param reason after a liquidation an isolated position keeps its margin
   * @param unit money units of a lot; of an inverse contract its price, ticks
   */
  private long exchange(
      TradeReason reason,
      int asset,
      long quantity,
      long unit,
      boolean inverted,
      long commission,
      long slippage) {
    long held = lots[asset];
    int currency = currencyOf[asset];
    // Lots that close; where sides agree, 0. Nobody can guess which fills close, so none is asked.
    long size = Math.abs(held);
    long bought = (held ^ quantity) >> 63 & Math.max(-size, Math.min(size, quantity));
    long closing = Math.abs(bought);
    long traded =
        inverted ? positions.paidFor(asset, unit, quantity) : Math.multiplyExact(unit, quantity);
    long closed = inverted ? positions.paidFor(asset, unit, bought) : unit * bought;
    long removed = Apportion.share(cost[asset], closing, Math.max(1, size));
    long realised = -Math.addExact(closed, removed);
    long costs = Math.subtractExact(traded - closed, removed);
    step.realised = Math.addExact(step.realised, toBase(currency, realised));
    long newCost = Math.addExact(cost[asset], costs);
    long newLots = Math.addExact(held, quantity);
    cost[asset] = newCost;
    lots[asset] = newLots;
    requireAllCostGone(asset);
    long gain = value(asset);
    books.fill(currency, contract[asset], costs, realised, gain, commission, slippage);
    long fees = Math.addExact(commission, slippage);
    long cash = Math.subtractExact(contract[asset] ? realised : realised - costs, fees);
    listener.traded(reason, asset, quantity, unit, commission, slippage, realised, cash);
    if (isolating && isolation.on(asset)) {
      isolate(reason, asset, held, closing, realised);
    }
    note(asset);
    return realised;
  }

  @SuppressWarnings(
      "ShortCircuitBoolean") // which trades close a position is nothing that a processor can guess
  private void requireAllCostGone(int asset) {
    if (lots[asset] == 0 & cost[asset] != 0) {
      throw new IllegalStateException(
          "a closed position of " + instrument(asset).symbol() + " kept a cost");
    }
  }

  /** Moves the margin of an isolated position after lots of it have changed hands. */
  private void isolate(TradeReason reason, int asset, long held, long closing, long realised) {
    boolean forced = reason == TradeReason.LIQUIDATION;
    isolation.exchanged(asset, held, closing, realised, forced);
    if (lots[asset] != held) {
      isolation.opened(asset, held, margin.initial(this, asset, lots[asset]));
    }
  }

  /** Closes lots at a price, ticks; an isolated position's profit or loss stays in its balance. */
  void closeOut(int asset, long quantity, long ticks) {
    hand(TradeReason.LIQUIDATION, asset, quantity, ticks, 0, 0);
  }

  /**
   * Books what a position earns (or, negative, costs) where its money is.
   *
   * @param asset index of the asset, from 0
   * @param reason {@link Entry#FUNDING}, {@link Entry#LIQUIDATION} or {@link Entry#INSURANCE}
   * @param gain money units of the asset's currency; below 0 = a loss
   * @throws IllegalArgumentException for any other reason
   */
  public void earn(int asset, Entry reason, long gain) {
    long inBase = toBase(currencyOf[asset], gain);
    switch (reason) {
      case FUNDING -> step.carry = Math.subtractExact(step.carry, inBase);
      case LIQUIDATION -> step.fees = Math.subtractExact(step.fees, inBase);
      case INSURANCE -> step.realised = Math.addExact(step.realised, inBase);
      default -> throw new IllegalArgumentException("a position earns no " + reason);
    }
    if (isolating && isolation.on(asset)) {
      isolation.earn(asset, gain);
      post(asset, currencyOf[asset], Entry.ISOLATED, reason, gain);
    } else {
      post(asset, currencyOf[asset], Entry.CASH, reason, gain);
    }
  }

  private void revalue(int asset) {
    books.revalue(currencyOf[asset], value(asset));
    note(asset);
  }

  /** Values a position that has changed or has a new mark; what it gained. */
  private long value(int asset) {
    positions.expose(asset);
    long worth = positions.inverses ? positions.worth(asset) : positions.exposure[asset];
    long above = Math.subtractExact(worth, cost[asset]);
    long gain = Math.subtractExact(above, positions.valuation[asset]);
    positions.valuation[asset] = above;
    return gain;
  }

  void note(int asset) {
    power.note(asset);
  }

  /**
   * Books income (or, negative, a cost) of holding positions or cash.
   *
   * @param asset whose position it belongs to; {@link #NO_ASSET} if to none
   * @param currency index into {@link #currencies}, 0 for the base
   * @param paidTo {@link Entry#CASH} at once, {@link Entry#ACCRUED} with the next {@link #settle}
   * @param reason where it comes from, such as {@link Entry#INTEREST}
   * @param income money units of that currency; below 0 = a cost
   */
  public void income(int asset, int currency, Entry paidTo, Entry reason, long income) {
    if (income != 0) {
      post(asset, currency, paidTo, reason, income);
      step.carry = Math.subtractExact(step.carry, toBase(currency, income));
    }
  }

  /**
   * Replaces a position's lots and mark at unchanged cost, as a split does.
   *
   * @param asset index of the asset, from 0
   * @param newLots lots after it; below 0 = short
   * @param newMark price in ticks of the new lots
   * @param cashInLieu what is paid for parts of a lot that are left over, money units; negative if the account pays
   */
  public void restate(int asset, long newLots, long newMark, long cashInLieu) {
    lots[asset] = newLots;
    mark[asset] = newMark;
    post(asset, currencyOf[asset], Entry.CASH, Entry.SECURITIES, cashInLieu);
    cost[asset] = Math.subtractExact(cost[asset], cashInLieu);
    if (newLots == 0 && cost[asset] != 0) {
      post(asset, currencyOf[asset], Entry.REALISED, Entry.SECURITIES, cost[asset]);
      step.realised = Math.subtractExact(step.realised, toBase(currencyOf[asset], cost[asset]));
      cost[asset] = 0;
    }
    revalue(asset);
  }

  /**
   * Turns a position at unchanged cost into so many times as many lots of another asset of its currency, of which
   * nothing is held.
   *
   * @param asset index of the asset that goes, from 0
   * @param successor index of the asset that takes its place
   * @param factor lots of the successor for each lot, &gt;= 1
   * @param newMark price of the successor in ticks
   * @throws IllegalArgumentException if lots of the successor are held
   */
  public void replace(int asset, int successor, long factor, long newMark) {
    if (lots[successor] != 0) {
      throw new IllegalArgumentException(
          "%d lots of %s are held already"
              .formatted(lots[successor], instrument(successor).symbol()));
    }
    positions.move(asset, successor, Math.multiplyExact(lots[asset], factor), newMark);
    power.forget();
    revalue(asset);
    revalue(successor);
  }

  /** Pays what has accrued, in every currency. */
  public void settle() {
    for (int currency = 0; currency < books.currencies(); currency++) {
      long due = books.balance(currency, Entry.ACCRUED);
      if (due != 0) {
        post(NO_ASSET, currency, Entry.CASH, Entry.ACCRUED, due);
      }
    }
  }

  /**
   * {@return the net worth in money units of the base currency; other currencies are converted at their rate, rounded
   * down}
   */
  public long equity() {
    long sum = books.equity(0);
    for (int currency = 1; currency < books.currencies(); currency++) {
      sum = Math.addExact(sum, toBase(currency, books.equity(currency)));
    }
    return sum;
  }

  /**
   * {@return the equity without isolated positions and their balances: what all other positions share; base currency}
   */
  public long crossEquity() {
    return isolating ? Math.subtractExact(equity(), isolation.equity()) : equity();
  }

  /** {@return the margin by position: leverage, and balances of isolated positions} */
  public Isolation isolation() {
    return isolation;
  }

  @Override
  public StepTotals step() {
    return step;
  }

  @Override
  public BuyingPower buyingPower() {
    return power;
  }

  /**
   * Checks that the books balance, that they agree with the positions, and that equity is what was paid in and earned.
   *
   * @throws IllegalStateException naming what does not agree
   */
  public void verify() {
    Audit.check(this, books, currencies().size());
  }

  /** Moves money, other than by a trade. */
  void post(int asset, int currency, Entry debit, Entry credit, long amount) {
    books.post(currency, debit, credit, amount);
    if (amount != 0) {
      listener.posted(asset, currency, debit, credit, amount);
    }
  }

  /**
   * {@return the balance of a ledger account in money units of 1e-8, positive for what is owned or spent}
   *
   * @param currency index into {@link #currencies}, 0 for the base
   * @param entry the ledger account
   */
  public long balance(int currency, Entry entry) {
    return books.balance(currency, entry);
  }

  /** {@return the cash of the base currency, money units} */
  public long cash() {
    return books.balance(0, Entry.CASH);
  }

  /**
   * Becomes another account of the same instruments and as many slots, to try something out. Allocates nothing.
   *
   * @param other of the same instruments and as many slots; it stays as it is
   */
  public void copy(Account other) {
    books.copy(other.books);
    positions.copy(other.positions);
    isolation.copy(other.isolation);
    step.copy(other.step);
    renew(other.time);
  }

  /** All positions are others, at this time. */
  void renew(long now) {
    time = now;
    power.expire();
    for (int asset = 0; asset < lots.length; asset++) {
      note(asset);
    }
  }

  /** Empty where instruments come and go. */
  @Override
  public Optional<LaneState> laneState() {
    return positions.listing.fixed == lots.length
        ? Optional.of(new AccountState(this, books, step, positions, isolation))
        : Optional.empty();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    books.save(out);
    positions.save(out);
    isolation.save(out);
    positions.rates.save(out);
    out.writeLong(time);
    step.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    books.restore(in);
    positions.restore(in);
    isolation.restore(in);
    positions.rates.restore(in);
    time = in.readLong();
    step.restore(in);
    for (int asset = 0; asset < lots.length; asset++) {
      revalue(asset);
    }
    power.expire();
  }

  @Override
  public Positions positions() {
    return positions;
  }
}

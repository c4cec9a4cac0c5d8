package io.tradinggym.market.account;

import io.tradinggym.api.Resumable;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Instrument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * One cross-margined account over a fixed list of instruments; an asset is an index into that list. Positions are whole
 * lots, money is whole units of 1e-8 of its currency, and nothing is ever lost between them:
 *
 * <pre>
 * equity           = cash + positions at their marks + accruals
 * change in equity = realised + unrealised - fees - funding - borrow + dividends + interest
 * </pre>
 *
 * <p>Shares, coins and option premiums are paid in cash; a perpetual is entered without payment and its profit arrives
 * in cash when it is closed; {@link #isolation()} gives it a balance of its own. The cost of a position is kept as its
 * exact total: partly closed, it gives up its share of that total, rounded towards 0, so that long and short mirror
 * each other to the unit.
 *
 * <p>Not for several threads. No operation allocates. An {@link ArithmeticException} (overflow) leaves the account
 * unusable until {@link #reset}.
 */
public final class Account extends Holdings implements Resumable {
  /** Instead of an asset, where money belongs to no position. */
  static final int NO_ASSET = -1;

  private final MarginModel margin;
  private final Books books;
  private final boolean[] contract;
  private final int[][] optionsOn;
  private final Requirement initial;
  private final Requirement maintenance;
  private final Isolation isolation;
  private AccountListener listener = AccountListener.NONE;

  /** Whether any asset is isolated: asked before looking which. */
  private boolean isolating;

  private long stepFees;
  private long stepCarry;
  private long stepTraded;
  private long stepRealised;

  /**
   * An empty account.
   *
   * @param instruments what it may hold; the underlying of an option before the option
   * @param base the currency that equity is counted in
   * @param margin how much equity positions need
   */
  public Account(List<? extends Instrument> instruments, Currency base, MarginModel margin) {
    this(new Listing(instruments, base), margin);
  }

  private Account(Listing listing, MarginModel margin) {
    super(listing);
    this.margin = margin;
    contract = listing.contract;
    optionsOn = listing.optionsOn;
    int size = assets();
    initial = new Requirement(this, margin, true, size);
    maintenance = new Requirement(this, margin, false, size);
    isolation = new Isolation(this, size);
    books = new Books(currencies.size());
    reset(0);
  }

  /** Who is told of what moves positions and money from now on. */
  public void listener(AccountListener told) {
    listener = told;
  }

  AccountListener listener() {
    return listener;
  }

  /** Forgets everything and pays in so much of the base currency, money units; rates of other currencies become 1. */
  public void reset(long capital) {
    books.clear();
    clear();
    initial.clear();
    maintenance.clear();
    isolation.clear();
    beginStep();
    deposit(0, capital);
  }

  /** Sets the totals of the step to 0. */
  public void beginStep() {
    stepFees = 0;
    stepCarry = 0;
    stepTraded = 0;
    stepRealised = 0;
  }

  /** Pays in (or, negative, takes out) money units of a currency. */
  public void deposit(int currency, long amount) {
    post(NO_ASSET, currency, Entry.CASH, Entry.CAPITAL, amount);
  }

  /** Sets what one of a currency is worth in the base: {@code numerator / denominator}, both > 0. */
  public void rate(int currency, long numerator, long denominator) {
    rates.set(currency, numerator, denominator);
    initial.forget();
    for (int asset = 0; asset < lots.length; asset++) {
      if (currencyOf[asset] == currency) {
        note(asset);
      }
    }
  }

  /** Changes money of one currency, given exactly, for money of another, received exactly. */
  public void convert(int from, long given, int to, long received) {
    if (from == to || given < 0 || received < 0) {
      throw new IllegalArgumentException(
          "conversion needs two currencies and amounts >= 0, was "
              + given
              + " of "
              + from
              + " for "
              + received
              + " of "
              + to);
    }
    post(NO_ASSET, from, Entry.EXCHANGE, Entry.CASH, given);
    post(NO_ASSET, to, Entry.CASH, Entry.EXCHANGE, received);
  }

  /** Revalues a position at a price, ticks. */
  public void mark(int asset, long ticks) {
    if (mark[asset] != ticks) {
      mark[asset] = ticks;
      initial.forget();
      if (lots[asset] != 0) {
        revalue(asset);
      }
      for (int option : optionsOn[asset]) {
        note(option);
      }
    }
  }

  /**
   * Buys (or, negative, sells) lots at a price. An asset that was never marked is marked at it.
   *
   * @param commission fees of the trade, money units, negative for a rebate
   * @param slippage cost beyond the price, money units, >= 0
   */
  public void trade(int asset, long quantity, long ticks, long commission, long slippage) {
    if (mark[asset] == 0) {
      mark[asset] = ticks;
    }
    int currency = currencyOf[asset];
    stepTraded =
        Math.addExact(stepTraded, toBase(currency, Math.abs(notionalAt(asset, ticks, quantity))));
    hand(TradeReason.ORDER, asset, quantity, ticks, commission, slippage);
    stepFees = Math.subtractExact(stepFees, toBase(currency, -Math.addExact(commission, slippage)));
  }

  /** Trades at a price, ticks. */
  private void hand(
      TradeReason reason, int asset, long quantity, long ticks, long commission, long slippage) {
    boolean inverted = inverses && inverse[asset];
    long unit = inverted ? ticks : Math.multiplyExact(ticks, tickLotValue[asset]);
    exchange(reason, asset, quantity, unit, inverted, commission, slippage);
  }

  /** Exchanges lots for so many money units each. */
  void exchange(TradeReason reason, int asset, long quantity, long perLot) {
    exchange(reason, asset, quantity, perLot, false, 0, 0);
  }

  /**
   * The one road by which a position changes hands.
   *
   * @param reason after a liquidation an isolated position keeps its margin
   * @param unit money units of a lot; of an inverse contract its price, ticks
   */
  @SuppressWarnings("ShortCircuitBoolean")
  private void exchange(
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
    long traded = inverted ? paidFor(asset, unit, quantity) : Math.multiplyExact(unit, quantity);
    long closed = inverted ? paidFor(asset, unit, bought) : unit * bought;
    long removed = Apportion.share(cost[asset], closing, Math.max(1, size));
    long realised = -Math.addExact(closed, removed);
    long costs = Math.subtractExact(traded - closed, removed);
    stepRealised = Math.addExact(stepRealised, toBase(currency, realised));
    long newCost = Math.addExact(cost[asset], costs);
    long newLots = Math.addExact(held, quantity);
    cost[asset] = newCost;
    lots[asset] = newLots;
    if (newLots == 0 & newCost != 0) {
      throw new IllegalStateException(
          "a closed position of " + instruments[asset].symbol() + " kept a cost");
    }
    long gain = value(asset);
    books.fill(currency, contract[asset], costs, realised, gain, commission, slippage);
    long fees = Math.addExact(commission, slippage);
    long cash = Math.subtractExact(contract[asset] ? realised : realised - costs, fees);
    listener.traded(reason, asset, quantity, unit, commission, slippage, realised, cash);
    if (isolating && isolation.on(asset)) {
      boolean forced = reason == TradeReason.LIQUIDATION;
      isolation.exchanged(asset, held, closing, realised, forced);
      if (quantity != 0) {
        isolation.opened(asset, held, margin.initial(this, asset, newLots));
      }
    }
    note(asset);
  }

  /** Books a gain (or, negative, a loss) of a position where its money is. */
  private void earn(int asset, Entry reason, long gain) {
    if (isolating && isolation.on(asset)) {
      isolation.earn(asset, gain);
      post(asset, currencyOf[asset], Entry.ISOLATED, reason, gain);
    } else {
      post(asset, currencyOf[asset], Entry.CASH, reason, gain);
    }
  }

  /** Closes lots as {@link Closeout} has it. */
  void forced(int asset, long quantity, long ticks) {
    stepTraded =
        Math.addExact(
            stepTraded, toBase(currencyOf[asset], Math.abs(notionalAt(asset, ticks, quantity))));
    hand(TradeReason.LIQUIDATION, asset, quantity, ticks, 0, 0);
  }

  /** Charges a liquidation fee. */
  void penalty(int asset, long amount) {
    earn(asset, Entry.LIQUIDATION, -amount);
    stepFees = Math.subtractExact(stepFees, toBase(currencyOf[asset], -amount));
  }

  /** Receives what a closed position lost beyond its money. */
  void covered(int asset, long amount) {
    earn(asset, Entry.INSURANCE, amount);
    stepRealised = Math.addExact(stepRealised, toBase(currencyOf[asset], amount));
  }

  /** Receives (or, negative, pays) funding of a position. */
  void fund(int asset, long amount) {
    if (amount != 0) {
      earn(asset, Entry.FUNDING, amount);
      stepCarry = Math.subtractExact(stepCarry, toBase(currencyOf[asset], amount));
    }
  }

  private void revalue(int asset) {
    books.revalue(currencyOf[asset], value(asset));
    note(asset);
  }

  /** Values a position that has changed or has a new mark; what it gained. */
  private long value(int asset) {
    expose(asset);
    long worth = inverses ? worth(asset) : exposure[asset];
    long above = Math.subtractExact(worth, cost[asset]);
    long gain = Math.subtractExact(above, valuation[asset]);
    valuation[asset] = above;
    return gain;
  }

  void note(int asset) {
    initial.note(asset);
    maintenance.note(asset);
  }

  /** Books income (or, negative, a cost) of holding positions or cash, to be paid later or at once. */
  void carry(int asset, int currency, Entry paidFrom, Entry reason, long income) {
    if (income != 0) {
      post(asset, currency, paidFrom, reason, income);
      stepCarry = Math.subtractExact(stepCarry, toBase(currency, income));
    }
  }

  /** Replaces a position's lots and mark at unchanged cost, paying cash in lieu of what is left over. */
  void restate(int asset, long newLots, long newMark, long cashInLieu) {
    lots[asset] = newLots;
    mark[asset] = newMark;
    post(asset, currencyOf[asset], Entry.CASH, Entry.SECURITIES, cashInLieu);
    cost[asset] = Math.subtractExact(cost[asset], cashInLieu);
    if (newLots == 0 && cost[asset] != 0) {
      post(asset, currencyOf[asset], Entry.REALISED, Entry.SECURITIES, cost[asset]);
      stepRealised = Math.subtractExact(stepRealised, toBase(currencyOf[asset], cost[asset]));
      cost[asset] = 0;
    }
    revalue(asset);
  }

  /** Turns a position at unchanged cost into so many times as many lots of another asset of its currency. */
  void replace(int asset, int successor, long factor, long newMark) {
    lots[successor] = Math.multiplyExact(lots[asset], factor);
    cost[successor] = cost[asset];
    mark[successor] = newMark;
    lots[asset] = 0;
    cost[asset] = 0;
    mark[asset] = 0;
    initial.forget();
    revalue(asset);
    revalue(successor);
  }

  /** Pays what has accrued, in every currency. */
  public void settle() {
    for (int currency = 0; currency < currencies.size(); currency++) {
      long due = books.balance(currency, Entry.ACCRUED);
      post(NO_ASSET, currency, Entry.CASH, Entry.ACCRUED, due);
    }
  }

  /** Net worth in money units of the base currency; other currencies are converted at their rate, rounded down. */
  public long equity() {
    long sum = books.equity(0);
    for (int currency = 1; currency < currencies.size(); currency++) {
      sum = Math.addExact(sum, toBase(currency, books.equity(currency)));
    }
    return sum;
  }

  /** Equity without isolated positions and their balances: what all other positions share; base currency. */
  public long crossEquity() {
    return isolating ? Math.subtractExact(equity(), isolation.equity()) : equity();
  }

  /** Margin by position: leverage, and balances of isolated positions. */
  public Isolation isolation() {
    return isolation;
  }

  /** Equity that positions need to be opened, base currency; without isolated ones. */
  public long initialMargin() {
    return initial.sum();
  }

  /** Equity below which positions are liquidated, base currency; without isolated ones. */
  public long maintenanceMargin() {
    return maintenance.sum();
  }

  /** Equity below which one position is liquidated, money units of its currency. */
  public long maintenanceMargin(int asset) {
    return lots[asset] == 0 ? 0 : margin.maintenance(this, asset, lots[asset]);
  }

  /**
   * Whether equity has fallen below the maintenance margin, or to 0 or below. Isolated positions are asked for one by
   * one.
   */
  public boolean mustLiquidate() {
    long equity = crossEquity();
    // Where all money may be in isolated balances, having none is no default.
    return equity < maintenance.sum() || equity < (isolating ? 0 : 1);
  }

  /** Whether an isolated position's worth has fallen below its maintenance margin. */
  public boolean mustLiquidate(int asset) {
    return lots[asset] != 0
        && isolation.on(asset)
        && isolation.equity(asset) < margin.maintenance(this, asset, lots[asset]);
  }

  /**
   * Share of gross exposure that may be lost before liquidation, at most 1; 1 without positions, negative beyond the
   * limit.
   */
  public double liquidationDistance() {
    long gross = gross();
    return gross == 0 ? 1 : Math.min(1, (crossEquity() - maintenance.sum()) / (double) gross);
  }

  /**
   * Whether the account could hold so many lots of an asset instead of those it holds, after paying so much. A position
   * that shrinks without changing sides is always allowed.
   */
  public boolean affords(int asset, long newLots, long costs) {
    if (newLots < 0 && !mayShort(asset)) {
      return shrinks(asset, newLots);
    }
    long left = Math.addExact(crossEquity(), toBase(currencyOf[asset], -costs));
    if (oneCurrency && !isolating && margin.opensAny(this, grossWith(asset, newLots), left)) {
      return true;
    }
    if (shrinks(asset, newLots)) {
      return true;
    }
    if (isolating && isolation.on(asset)) {
      return initial.sum()
          <= Math.subtractExact(
              left, isolation.taken(asset, newLots, margin.initial(this, asset, newLots)));
    }
    return initial.sumWith(asset, newLots) <= left;
  }

  /**
   * Whether the account could hold so many lots of several assets instead of those it holds, all at once, after paying so
   * much. What shrinks every one of them without changing sides is always allowed.
   *
   * @param count of the assets
   * @param changed assets, each once
   * @param newLots by place in {@code changed}
   * @param costs money units of the base currency
   */
  public boolean affords(int count, int[] changed, long[] newLots, long costs) {
    boolean allowed = true;
    boolean all = true;
    boolean alone = false;
    for (int i = 0; i < count; i++) {
      boolean less = shrinks(changed[i], newLots[i]);
      allowed &= less || newLots[i] >= 0 || mayShort(changed[i]);
      all &= less;
      alone |= isolated(changed[i]);
    }
    if (alone) {
      throw new IllegalStateException("isolated positions are opened one by one");
    }
    long left = Math.subtractExact(crossEquity(), costs);
    return allowed && (all || initial.sumWith(count, changed, newLots) <= left);
  }

  private boolean shrinks(int asset, long newLots) {
    return newLots == 0
        || ((newLots ^ lots[asset]) >= 0 && Math.abs(newLots) <= Math.abs(lots[asset]));
  }

  /** Largest part of a position's absolute value that keeping it may need; infinite if that has no bound. */
  public double mostMaintenance() {
    return margin.mostMaintenance();
  }

  /** Whether the asset may be sold short. */
  public boolean mayShort(int asset) {
    return margin.mayShort(this, asset);
  }

  /**
   * Checks that the books balance, that they agree with the positions, and that equity is what was paid in and earned.
   *
   * @throws IllegalStateException naming what does not agree
   */
  public void verify() {
    Audit.check(this, books, currencies.size());
  }

  /** Whether an asset has a margin of its own. */
  boolean isolated(int asset) {
    return isolating && isolation.on(asset);
  }

  /** Whether any asset has a margin of its own. */
  void isolating(boolean any) {
    isolating = any;
  }

  /** Moves money, other than by a trade. */
  void post(int asset, int currency, Entry debit, Entry credit, long amount) {
    books.post(currency, debit, credit, amount);
    if (amount != 0) {
      listener.posted(asset, currency, debit, credit, amount);
    }
  }

  /** What was tried before says nothing now. */
  void forget() {
    initial.forget();
  }

  /** Balance of a ledger account, positive for what is owned or spent. */
  public long balance(int currency, Entry entry) {
    return books.balance(currency, entry);
  }

  /** Cash of the base currency, money units. */
  public long cash() {
    return books.balance(0, Entry.CASH);
  }

  /** Fees and slippage beyond the price since the step began, base currency. */
  public long stepFees() {
    return stepFees;
  }

  /** Interest, borrow fees, funding and dividends paid since the step began, base currency; negative when received. */
  public long stepCarry() {
    return stepCarry;
  }

  /** Notional traded since the step began, one way, base currency. */
  public long stepTraded() {
    return stepTraded;
  }

  /** Profit realised since the step began, before fees, base currency. */
  public long stepRealised() {
    return stepRealised;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    Columns.write(books.balances(), out);
    Columns.write(lots, out);
    Columns.write(cost, out);
    Columns.write(mark, out);
    Columns.write(valuation, out);
    isolation.save(out);
    rates.save(out);
    out.writeLong(stepFees);
    out.writeLong(stepCarry);
    out.writeLong(stepTraded);
    out.writeLong(stepRealised);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    Columns.read(books.balances(), in);
    Columns.read(lots, in);
    Columns.read(cost, in);
    Columns.read(mark, in);
    Columns.read(valuation, in);
    isolation.restore(in);
    rates.restore(in);
    stepFees = in.readLong();
    stepCarry = in.readLong();
    stepTraded = in.readLong();
    stepRealised = in.readLong();
    for (int asset = 0; asset < lots.length; asset++) {
      revalue(asset);
    }
  }
}

package io.tradinggym.trading.flow;

import io.tradinggym.api.Resumable;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.AccountListener;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.exchange.Exchange;
import io.tradinggym.market.exchange.Fill;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Sub-books of one account: each has cash and positions of its own, and at any time, to the unit,
 *
 * <pre>
 * sum of the sleeves' cash, accruals, lots and net worth = the account's
 * </pre>
 *
 * <p>A sleeve buys and sells at the price of the net trade, and pays of its costs by its share of it; what sleeves sell
 * each other changes hands at the middle of the market, free of spread and fees. Dividends, funding, splits, exercise
 * and expiry are each sleeve's own, by its lots; borrow fees are paid by who is short, interest by who owes cash or has
 * it, fees of a liquidation by whose positions were closed. What is shared is rounded so that the parts add up exactly:
 * the k-th sleeve has what the first k have together, less what the first k - 1 have. So no sleeve is off by more than
 * a unit from what an account of its own would have, and sleeve 0 has what belongs to nobody: money paid in, and trades
 * that went round the {@link OrderFlow}.
 *
 * <p>Sleeves may hold opposite positions, of which the account holds only the difference: a sleeve may be short where
 * the account may not. Perpetuals are entered without payment, and the account realises a profit when its net position
 * shrinks, whoever's lots they are: the difference is settled in cash among those who hold some, by their lots, which
 * moves a profit from unrealised to realised and changes nobody's worth. Balances of isolated positions count as cash.
 *
 * <p>Listens to its account; for one thread; no operation allocates.
 */
public final class Sleeves implements AccountListener, Resumable {
  /** Instead of a sleeve, where something concerns the account as a whole. */
  public static final int ACCOUNT = -1;

  private final Account account;
  private final SleeveBooks books;
  private final Netting netting;
  private final SleeveTrades trades;
  private final SleeveActions actions;
  private final long[] closed;
  private boolean pending;
  private int pendingAsset;
  private long pendingLots;
  private long pendingTicks;
  private long pendingCommission;
  private long pendingCharged;
  private long time;

  /** What has been shared out and is posted next. */
  private long announced;

  /**
   * Sub-books of an account, which has to be told of them: {@code account.listener(sleeves)}.
   *
   * @param account the account; its sub-books begin empty
   * @param count of sleeves, >= 1
   */
  public Sleeves(Account account, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("an account has at least one sleeve, was " + count);
    }
    this.account = account;
    books = new SleeveBooks(account, count);
    trades = new SleeveTrades(books);
    actions = new SleeveActions(books);
    netting = new Netting(count, account.assets());
    closed = new long[count * account.assets()];
  }

  void listener(FlowListener told) {
    trades.listener(told);
  }

  /** The present, for what is closed without an order; epoch milliseconds. */
  void time(long now) {
    time = now;
  }

  Netting netting() {
    return netting;
  }

  /** Forgets everything; done before the account is reset, whose capital is sleeve 0's then. */
  public void clear() {
    books.clear();
    netting.clear();
    Arrays.fill(closed, 0);
    pending = false;
  }

  /** {@return the number of sleeves} */
  public int count() {
    return books.sleeves;
  }

  /**
   * Moves money of a currency from one sleeve to another; the account as a whole is not touched.
   *
   * @param from index of the sleeve that pays, from 0; it may come to owe
   * @param to index of the sleeve that receives, from 0
   * @param currency index of the currency, from 0; 0 is the base currency
   * @param amount money units; negative moves the other way
   */
  public void transfer(int from, int to, int currency, long amount) {
    flush();
    books.pay(from, currency, -amount);
    books.pay(to, currency, amount);
  }

  /**
   * Shares sleeve 0's cash of the base currency out, by weights.
   *
   * @param weights by sleeve, >= 0, not all 0; each gets its weight over their sum
   * @throws IllegalArgumentException if there is not one for each sleeve, one is negative, or all are 0
   */
  public void divide(long... weights) {
    if (weights.length != count()
        || Arrays.stream(weights).anyMatch(w -> w < 0)
        || Arrays.stream(weights).allMatch(w -> w == 0)) {
      throw new IllegalArgumentException(
          "weights must be >= 0 and not all 0, one for each of "
              + count()
              + " sleeves, were "
              + Arrays.toString(weights));
    }
    flush();
    System.arraycopy(weights, 0, books.weights, 0, weights.length);
    long all = books.cash[0];
    books.pay(0, 0, -all);
    payByWeight(0, all, false);
  }

  /**
   * {@return the cash of a sleeve, balances of isolated positions included; money units}
   *
   * @param sleeve index of the sleeve, from 0
   * @param currency index of the currency, from 0; 0 is the base currency
   */
  public long cash(int sleeve, int currency) {
    flush();
    return books.cash[sleeve * books.currencies + currency];
  }

  /**
   * {@return the dividends, interest and fees of a sleeve that are booked and not yet paid; money units}
   *
   * @param sleeve index of the sleeve, from 0
   * @param currency index of the currency, from 0; 0 is the base currency
   */
  public long accrued(int sleeve, int currency) {
    flush();
    return books.accrued[sleeve * books.currencies + currency];
  }

  /**
   * {@return the lots that a sleeve holds; negative is short}
   *
   * @param sleeve index of the sleeve, from 0
   * @param asset index of the asset, from 0
   */
  public long lots(int sleeve, int asset) {
    flush();
    return books.lots(sleeve, asset);
  }

  /**
   * {@return what a sleeve's position cost it, money units; negative for a short one}
   *
   * @param sleeve index of the sleeve, from 0
   * @param asset index of the asset, from 0
   */
  public long cost(int sleeve, int asset) {
    flush();
    return books.cost[books.at(sleeve, asset)];
  }

  /**
   * {@return the net worth of a sleeve at the account's marks, money units of the base currency}
   *
   * @param sleeve index of the sleeve, from 0
   */
  public long equity(int sleeve) {
    flush();
    return Math.subtractExact(books.worth(sleeve + 1), books.worth(sleeve));
  }

  /** Splits a fill of the net order among those who wanted it. */
  void filledNet(Fill fill) {
    pending = false;
    netting.split(fill.asset(), fill.lots());
    book(fill);
  }

  /** A fill of a sleeve's own order. */
  void filledOwn(int sleeve, Fill fill) {
    pending = false;
    netting.own(sleeve, fill.lots());
    book(fill);
  }

  /** A position that its owner did not mean to close: every sleeve's, if none is left to the account. */
  void filledByForce(Fill fill) {
    pending = false;
    force(fill.asset(), fill.lots());
    book(fill);
    note(fill.asset());
  }

  /** Sleeves trade with each other what they still want of each other, at a price in ticks. */
  void cross(int asset, long ticks, long now) {
    flush();
    netting.split(asset, 0);
    trades.begin(now, Exchange.TARGET);
    trades.cross(asset, netting.crossed, ticks);
    trades.settle(asset);
  }

  private void book(Fill fill) {
    trades.begin(fill.time(), fill.order());
    trades.cross(fill.asset(), netting.crossed, fill.reference());
    trades.market(fill, netting.filled);
    trades.settle(fill.asset());
  }

  /** What sleeves lose when the account's position is closed by force. */
  private void force(int asset, long quantity) {
    netting.lapse(asset);
    boolean all = account.lots(asset) == 0;
    int side = quantity > 0 ? -1 : 1;
    for (int sleeve = 0; sleeve < count(); sleeve++) {
      long held = books.lots(sleeve, asset);
      netting.want(sleeve, asset, all || side * held > 0 ? -held : 0);
    }
    netting.split(asset, quantity);
    netting.lapse(asset);
  }

  private void note(int asset) {
    for (int sleeve = 0; sleeve < count(); sleeve++) {
      closed[books.at(sleeve, asset)] = Math.abs(netting.filled[sleeve]);
    }
  }

  /** Books a trade that went round the order flow to the first sleeve. */
  private void flush() {
    if (pending) {
      pending = false;
      int asset = pendingAsset;
      if (pendingLots == 0) {
        long costs = Math.addExact(pendingCommission, pendingCharged);
        books.pay(0, account.currency(asset), -costs);
        return;
      }
      netting.own(0, pendingLots);
      trades.begin(time, Exchange.TARGET);
      trades.market(
          asset,
          netting.filled,
          pendingTicks,
          pendingTicks,
          TradeReason.ORDER,
          pendingCommission,
          pendingCharged);
      trades.settle(asset);
    }
  }

  @Override
  public void traded(
      TradeReason reason,
      int asset,
      long lots,
      long perLot,
      long commission,
      long charged,
      long realised,
      long cash) {
    flush();
    long ticks = account.inverse(asset) ? perLot : perLot / account.tickLotValue(asset);
    if (reason == TradeReason.ORDER) {
      pending = true;
      pendingAsset = asset;
      pendingLots = lots;
      pendingTicks = ticks;
      pendingCommission = commission;
      pendingCharged = charged;
    } else if (reason == TradeReason.LIQUIDATION) {
      force(asset, lots);
      trades.begin(time, Exchange.LIQUIDATION);
      trades.cross(asset, netting.crossed, ticks);
      trades.market(asset, netting.filled, ticks, ticks, reason, commission, charged);
      note(asset);
      trades.settle(asset);
    }
  }

  @Override
  public void posted(int asset, int currency, Entry debit, Entry credit, long amount) {
    if (pool(debit) && pool(credit)) {
      return;
    }
    flush();
    Entry other = pool(debit) || debit == Entry.ACCRUED ? credit : debit;
    boolean later = debit == Entry.ACCRUED || credit == Entry.ACCRUED;
    long income = other == credit ? amount : -amount;
    switch (other) {
      case ACCRUED -> payAccrued(currency);
      case SECURITIES, REALISED -> {}
      case DIVIDENDS, FUNDING -> income(asset, currency, income, later);
      case INTEREST -> {
        books.weighByCash(currency, income < 0 ? -1 : 1);
        payByWeight(currency, income, later);
      }
      case BORROW -> {
        books.weighByLots(asset, -1);
        payByWeight(currency, income, later);
      }
      case LIQUIDATION, INSURANCE -> {
        for (int sleeve = 0; sleeve < count(); sleeve++) {
          books.weights[sleeve] = closed[books.at(sleeve, asset)];
        }
        payByWeight(currency, income, later);
      }
      default -> {
        Arrays.fill(books.weights, 0);
        payByWeight(currency, income, later);
      }
    }
  }

  /**
   * Dividends and funding: shared out when they were announced, if they were; else by the lots of who holds that side.
   */
  private void income(int asset, int currency, long amount, boolean later) {
    if (announced != 0 && amount == announced) {
      announced = 0;
      return;
    }
    books.weighByLots(asset, account.lots(asset) > 0 ? 1 : -1);
    payByWeight(currency, amount, later);
  }

  private static boolean pool(Entry entry) {
    return entry == Entry.CASH || entry == Entry.ISOLATED;
  }

  private void payAccrued(int currency) {
    for (int sleeve = 0; sleeve < count(); sleeve++) {
      int at = sleeve * books.currencies + currency;
      books.pay(sleeve, currency, books.accrued[at]);
      books.accrued[at] = 0;
    }
  }

  /** Shares an amount out by the weights; without any it is the first sleeve's. */
  private void payByWeight(int currency, long amount, boolean later) {
    long whole = Parts.whole(books.weights);
    if (whole == 0) {
      books.weights[0] = 1;
      whole = 1;
    }
    long before = 0;
    for (int sleeve = 0; sleeve < count(); sleeve++) {
      long after = before + books.weights[sleeve];
      receive(
          sleeve,
          currency,
          Parts.share(amount, after, whole) - Parts.share(amount, before, whole),
          later);
      before = after;
    }
  }

  private void receive(int sleeve, int currency, long amount, boolean later) {
    if (later) {
      books.accrue(sleeve, currency, amount);
    } else {
      books.pay(sleeve, currency, amount);
    }
  }

  @Override
  public void dividend(int asset, long perUnit) {
    flush();
    announced = actions.dividend(asset, perUnit);
  }

  @Override
  public void funding(int asset, long rate) {
    flush();
    announced = actions.funding(asset, rate);
  }

  @Override
  public void split(int asset, long numerator, long denominator, long newMark) {
    flush();
    actions.split(asset, numerator, denominator, newMark);
  }

  @Override
  public void exercised(int option, long contracts) {
    flush();
    actions.exercised(option, contracts);
  }

  @Override
  public void ended(int option, boolean abandoned) {
    flush();
    actions.ended(option, abandoned);
  }

  @Override
  public void replaced(int asset, int successor, long factor) {
    flush();
    actions.replaced(asset, successor, factor);
  }

  /**
   * Checks that the sleeves add up to the account.
   *
   * @throws IllegalStateException naming what does not
   */
  public void verify() {
    flush();
    for (int currency = 0; currency < books.currencies; currency++) {
      long cash = 0;
      long accrued = 0;
      for (int sleeve = 0; sleeve < count(); sleeve++) {
        cash += cash(sleeve, currency);
        accrued += accrued(sleeve, currency);
      }
      long isolated = account.balance(currency, Entry.ISOLATED);
      agree("cash of currency " + currency, cash, account.balance(currency, Entry.CASH) + isolated);
      agree("accruals of currency " + currency, accrued, account.balance(currency, Entry.ACCRUED));
    }
    for (int asset = 0; asset < books.assets; asset++) {
      long lots = 0;
      for (int sleeve = 0; sleeve < count(); sleeve++) {
        lots += lots(sleeve, asset);
      }
      agree("lots of asset " + asset, lots, account.lots(asset));
    }
    agree("net worth", books.worth(count()), account.equity());
  }

  private static void agree(String what, long ofSleeves, long ofAccount) {
    if (ofSleeves != ofAccount) {
      throw new IllegalStateException(
          "sleeves do not add up to their account: "
              + what
              + " is "
              + ofSleeves
              + " and "
              + ofAccount);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    flush();
    books.save(out);
    for (long number : closed) {
      out.writeLong(number);
    }
    for (long number : netting.columns()) {
      out.writeLong(number);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    pending = false;
    books.restore(in);
    for (int i = 0; i < closed.length; i++) {
      closed[i] = in.readLong();
    }
    long[] due = netting.columns();
    for (int i = 0; i < due.length; i++) {
      due[i] = in.readLong();
    }
  }
}

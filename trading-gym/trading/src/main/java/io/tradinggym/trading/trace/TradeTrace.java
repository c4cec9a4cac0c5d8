package io.tradinggym.trading.trace;

import io.tradinggym.api.Action;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.AccountListener;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.exchange.Fill;
import io.tradinggym.market.exchange.OrderEnd;
import io.tradinggym.market.exchange.OrderResult;
import io.tradinggym.trading.flow.FlowListener;
import io.tradinggym.trading.flow.OrderAction;
import io.tradinggym.trading.flow.Sleeves;

/**
 * All that one account did in an episode, typed and in columns: decisions, orders, fills, cash flows, marks. It is off
 * until somebody listens, and then still makes nothing in a step once its columns are large enough. Per currency, and
 * to the unit,
 *
 * <pre>
 * change in cash = sum of the fills' cash + sum of the cash flows on {@link Entry#CASH}
 * </pre>
 *
 * <p>Listens to an account ({@link Account#listener}) and to its order flow. The account tells what was traded and for
 * how much money, the flow whose order it was, against which price; a trade that went round the flow is a row all the
 * same. Told by both, the account's listener comes last: {@code AccountListener.both(sleeves, trace)}.
 */
public final class TradeTrace implements AccountListener, FlowListener {
  private static final int NONE = -1;

  private final Account account;
  private final boolean inSleeves;
  private final Decisions decisions = new Decisions();
  private final OrderEvents orders = new OrderEvents();
  private final Fills fills = new Fills();
  private final CashFlows flows = new CashFlows();
  private final Marks marks;
  private boolean on;
  private long time;

  /** The fill that the account has told of, and the flow not yet. */
  private int open = NONE;

  /**
   * A trace of one account without sub-books, off.
   *
   * @param account without sub-books; has to be told to listen to the trace
   */
  public TradeTrace(Account account) {
    this(account, false);
  }

  /**
   * A trace of one account, off.
   *
   * @param account has to be told to listen to the trace
   * @param inSleeves whether it is kept in {@link Sleeves}, who tell of every part of a trade
   */
  public TradeTrace(Account account, boolean inSleeves) {
    this.account = account;
    this.inSleeves = inSleeves;
    marks = new Marks(account.assets());
  }

  /**
   * Begins or ends listening; what is kept stays.
   *
   * @param listening true to listen
   */
  public void listen(boolean listening) {
    on = listening;
  }

  /**
   * Makes room beforehand, so that an episode makes nothing.
   *
   * @param steps of an episode, >= 0
   * @param perStep fills, orders or flows of a step, whichever are most
   * @param actions numbers of an action
   */
  public void room(int steps, int perStep, int actions) {
    decisions.room(steps, actions);
    orders.rows().room(steps * perStep);
    fills.rows().room(steps * perStep);
    flows.rows().room(steps * perStep);
    marks.rows().room(steps + 1);
  }

  /** {@return whether anything is kept} */
  public boolean isOn() {
    return on;
  }

  /** Forgets everything: an episode begins. */
  public void clear() {
    decisions.clear();
    orders.rows().clear();
    fills.rows().clear();
    flows.rows().clear();
    marks.rows().clear();
    open = NONE;
  }

  /**
   * The present, epoch milliseconds: what happens next happens then.
   *
   * @param now epoch milliseconds UTC
   */
  public void time(long now) {
    time = now;
  }

  /** {@return the present, epoch milliseconds} */
  public long time() {
    return time;
  }

  /**
   * A decision is taken now.
   *
   * @param observation hash of what was observed, {@link TraceHash}
   * @param mask hash of what was allowed, {@link TraceHash}
   * @param action valid during the call
   * @param size numbers of the action
   */
  public void decision(long observation, long mask, Action action, int size) {
    if (on) {
      decisions.add(time, observation, mask, action, size);
    }
  }

  /**
   * What the policy scored the choices of the last decision with.
   *
   * @param scores one a choice, on any scale; copied
   */
  public void scores(float[] scores) {
    if (on && decisions.size() > 0) {
      decisions.score(scores);
    }
  }

  /** The account is valued now. */
  public void mark() {
    if (on) {
      marks.add(time, account);
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
    boolean told =
        inSleeves
            && lots != 0
            && (reason == TradeReason.ORDER || reason == TradeReason.LIQUIDATION);
    if (!on || told || (lots == 0 && cash == 0)) {
      return;
    }
    long ticks = account.inverse(asset) ? perLot : perLot / account.tickLotValue(asset);
    int sleeve = inSleeves ? Sleeves.ACCOUNT : 0;
    int row = fills.rows().add();
    fills.set(row, reason, sleeve, time, asset, lots, ticks, commission, charged, realised, cash);
    fills.instrument(row, account.positions());
    open = reason == TradeReason.ORDER && !inSleeves ? row : NONE;
  }

  @Override
  public void filled(int sleeve, Fill fill) {
    if (on) {
      int row = open == NONE ? fills.rows().add() : open;
      fills.set(row, sleeve, fill, cash(fill));
      fills.instrument(row, account.positions());
      open = NONE;
    }
  }

  private long cash(Fill fill) {
    long costs = Math.addExact(fill.commission(), fill.charged());
    int asset = fill.asset();
    boolean contract = account.contract(asset);
    long earned =
        contract ? fill.realised() : -account.notionalAt(asset, fill.ticks(), fill.lots());
    return Math.subtractExact(earned, costs);
  }

  @Override
  public void posted(int asset, int currency, Entry debit, Entry credit, long amount) {
    if (on) {
      flow(asset, currency, debit, credit, amount);
      flow(asset, currency, credit, debit, -amount);
    }
  }

  private void flow(int asset, int currency, Entry balance, Entry other, long amount) {
    if (balance == Entry.CASH || balance == Entry.ISOLATED || balance == Entry.ACCRUED) {
      FlowKind kind = FlowKind.of(other);
      flows.add(time, kind, Sleeves.ACCOUNT, asset, currency, balance, amount);
    }
  }

  @Override
  public void settled(int sleeve, int asset, long amount) {
    if (on) {
      int currency = account.currency(asset);
      flows.add(time, FlowKind.SETTLEMENT, sleeve, asset, currency, Entry.CASH, amount);
    }
  }

  @Override
  public void ordered(
      OrderAction action,
      int sleeve,
      long order,
      int asset,
      long lots,
      long limit,
      long stop,
      OrderResult result) {
    if (on) {
      orders.request(time, action, sleeve, order, asset, lots, limit, stop, result);
    }
  }

  @Override
  public void ended(int sleeve, long order, OrderEnd reason, long remaining) {
    if (on) {
      orders.end(time, sleeve, order, reason, remaining);
    }
  }

  /** {@return the account that it is of: instruments and currencies of its rows} */
  public Account account() {
    return account;
  }

  /** {@return the decisions} */
  public Decisions decisions() {
    return decisions;
  }

  /** {@return the requests to the exchange, and ends of orders} */
  public OrderEvents orders() {
    return orders;
  }

  /** {@return the fills, and other changes of hands} */
  public Fills fills() {
    return fills;
  }

  /** {@return the money that came or went otherwise} */
  public CashFlows flows() {
    return flows;
  }

  /** {@return how the account stood} */
  public Marks marks() {
    return marks;
  }
}

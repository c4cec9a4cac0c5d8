package io.tradinggym.options.execution;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.exchange.Exchange;
import io.tradinggym.market.exchange.ExecutionListener;
import io.tradinggym.market.exchange.FillListener;
import io.tradinggym.market.exchange.Legs;
import io.tradinggym.market.exchange.Order;
import io.tradinggym.market.exchange.OrderEnd;
import io.tradinggym.market.exchange.OrderResult;
import io.tradinggym.market.exchange.OrderType;
import io.tradinggym.market.exchange.TimeInForce;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * The quotes of a chain as an exchange: what is submitted is filled at once, whole, at the prices of a {@link
 * ComboDesk}, or refused. Nothing works on: there are market orders, limit orders that are immediate or nothing,
 * targets and orders of several legs.
 *
 * <p>The quotes belong to whoever moves the chain; {@link #advance} tells the time. For one thread; an order allocates
 * nothing.
 */
public final class ChainExchange implements Exchange {
  private final Account account;
  private final ComboDesk desk;
  private final Legs single = new Legs();
  private ExecutionListener listener = FillListener.NONE;
  private boolean asksMargin = true;
  private long now;

  /**
   * An exchange for one account.
   *
   * @param account that orders are filled for
   * @param desk of the account, on the quotes; it tells this exchange's listener from then on
   */
  public ChainExchange(Account account, ComboDesk desk) {
    this.account = account;
    this.desk = desk;
  }

  /**
   * Begins at a time, asking for margin.
   *
   * @param time epoch milliseconds UTC
   */
  public void reset(long time) {
    now = time;
    asksMargin = true;
  }

  /**
   * Whether orders and targets have to meet the margin to open from now on. They need not where their sender has asked,
   * perhaps about several of them together ({@link ComboDesk#quote}), of which one alone may need more than all.
   *
   * @param asks true if they have to
   */
  public void asksMargin(boolean asks) {
    asksMargin = asks;
  }

  /**
   * Trades positions away by force, as one order at the quotes; those that cannot be traded go at their mark.
   *
   * @param positions lots to trade of each asset, opposite to what is held
   */
  public void liquidate(Legs positions) {
    desk.order(LIQUIDATION, TradeReason.LIQUIDATION);
    tradeAway(positions);
  }

  /**
   * Trades away what has left the market, at its last price.
   *
   * @param positions lots to trade of each asset, opposite to what is held
   */
  public void delist(Legs positions) {
    desk.order(DELISTING, TradeReason.DELISTING);
    tradeAway(positions);
  }

  private void tradeAway(Legs positions) {
    single.clear();
    for (int leg = 0; leg < positions.count(); leg++) {
      int asset = positions.asset(leg);
      if (desk.dealt(asset, positions.ratio(leg), now) == ComboResult.FILLED) {
        single.add(asset, positions.ratio(leg));
      } else {
        desk.bookAtMark(asset, positions.ratio(leg), now);
      }
    }
    if (single.count() > 0) {
      desk.fill(single, 1, now);
    }
  }

  @Override
  public void listener(ExecutionListener told) {
    listener = told;
    desk.listener(told);
  }

  /** Fills a market order, or a limit order that is immediate or nothing, at once; others are refused. */
  @Override
  public OrderResult submit(Order order) {
    requireId(order.id());
    boolean limited = order.type() == OrderType.LIMIT;
    boolean now = order.timeInForce() == TimeInForce.IOC || order.timeInForce() == TimeInForce.FOK;
    if (order.lots() == 0) {
      return OrderResult.LOT;
    }
    if (order.type() != OrderType.MARKET && !(limited && now)) {
      return OrderResult.TIME_IN_FORCE;
    }
    single.clear().add(order.asset(), 1);
    long side = Long.signum(order.lots());
    long limit = limited ? account.notionalAt(order.asset(), order.limit(), side) : ComboDesk.ANY;
    return execute(single, order.id(), TradeReason.ORDER, order.lots(), limit);
  }

  @Override
  public OrderResult submit(long id, Legs legs, long count, long limit) {
    requireId(id);
    return execute(legs, id, TradeReason.ORDER, count, limit);
  }

  private static void requireId(long id) {
    if (id <= 0) {
      throw new IllegalArgumentException("order id must be > 0, was " + id);
    }
  }

  @Override
  public OrderResult target(int asset, long lots) {
    long missing = Math.subtractExact(lots, account.lots(asset));
    if (missing == 0) {
      return OrderResult.ACCEPTED;
    }
    single.clear().add(asset, 1);
    return execute(single, TARGET, TradeReason.TARGET, missing, ComboDesk.ANY);
  }

  private OrderResult execute(Legs order, long id, TradeReason reason, long count, long limit) {
    desk.order(id, reason);
    boolean asks = asksMargin || limit != NO_LIMIT;
    OrderResult result =
        result(asks ? desk.execute(order, count, limit, now) : desk.fill(order, count, now));
    if (result == OrderResult.ACCEPTED && id > 0) {
      listener.ended(id, OrderEnd.FILLED, 0);
    }
    return result;
  }

  private static OrderResult result(ComboResult result) {
    return switch (result) {
      case FILLED -> OrderResult.ACCEPTED;
      case NO_QUOTE, LOCKED, EXPIRED -> OrderResult.NOT_TRADING;
      case LIMIT -> OrderResult.LIMIT;
      case MARGIN -> OrderResult.BUYING_POWER;
    };
  }

  @Override
  public boolean advance(long time) {
    if (time < now) {
      throw new IllegalArgumentException(
          "the exchange stands at "
              + Instant.ofEpochMilli(now)
              + " and cannot go back to "
              + Instant.ofEpochMilli(time));
    }
    now = time;
    return false;
  }

  @Override
  public long time() {
    return now;
  }

  /** Between bid and offer, rounded down to a tick; the offer where nobody bids, 0 without an offer. */
  @Override
  public long middle(int asset) {
    return desk.middle(asset);
  }

  /** Nothing works on: there is nothing to replace. */
  @Override
  public OrderResult replace(Order order) {
    return OrderResult.UNKNOWN_ORDER;
  }

  /** Nothing works on: there is nothing to cancel. */
  @Override
  public OrderResult cancel(long id) {
    return OrderResult.UNKNOWN_ORDER;
  }

  @Override
  public int working() {
    return 0;
  }

  @Override
  public List<Order> orders() {
    return List.of();
  }

  @Override
  public long remaining(long id) {
    return 0;
  }

  @Override
  public long resting(int asset, boolean buys, long butGroup) {
    return 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(now);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    now = in.readLong();
  }
}

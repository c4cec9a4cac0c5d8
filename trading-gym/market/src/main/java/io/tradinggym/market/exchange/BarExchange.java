package io.tradinggym.market.exchange;

import io.tradinggym.api.LaneState;
import io.tradinggym.api.Swappable;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.data.Bars;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Fills on bars: what is decided at the close of bar t is filled on bar t + 1, never at a price already seen. A bar
 * tells four prices and not their order, so the rule is declared, and pessimistic. For a buy (a sale is its mirror):
 *
 * <pre>
 * order       fills if        at                                  as
 * market      traded          open                                taker
 * limit       open &lt; limit   open                                taker
 *             low &lt; limit    limit (a touch is no fill)          maker
 * stop        open &gt;= stop   open (a gap)                        taker
 *             high &gt;= stop   stop                                taker
 * stop-limit  as its stop, at most at its limit; if its limit is not had there, it works as a limit order: after a gap
 *             at once, else from the next bar on
 * take-profit open &lt;= stop   open                                taker
 *             low &lt;= stop    stop                                taker
 *             with a limit: a limit order, from the next bar on
 * trailing    as a stop, at the lowest low before the bar and its open, plus the callback; and if the close lies
 * beyond the
 *             stop that the bar's own low makes, for that low came before the close
 * </pre>
 *
 * <ul>
 *   <li>First comes all that the open fills, what reduces positions before what adds to them; then stops inside the
 *       bar; then limits and take-profits inside the bar. So of a protective stop and a profit-taking limit the adverse
 *       one is filled.
 *   <li>A stop that looks at the mark is met by the mark, and filled at its price as far as that was traded in the bar.
 *   <li>An order with a parent works from the parent's first fill on. On the bar of that fill it meets what certainly
 * came
 *       later: the whole bar if the parent was filled at the open; else the close, and the end of the bar that the
 * price
 *       was on its way to: a stop below a limit to buy, in a bar that passes both, is met. It ends when its parent ends
 *       without a fill.
 *   <li>Takers pay slippage in whole ticks, against them, at most to their limit. The price never leaves the bar: what
 *       slippage of a market or stop order does not fit between low and high is charged in money.
 *   <li>Where bid and ask are known ({@link Bars#quoted}), read the prices above as those of the side that is paid: a
 *       buy looks at what is asked, a sale at what is bid, and of the costs the spread is left out. Positions are
 *       closed out half a spread from the price that they are valued at.
 *   <li>Orders of several legs are filled at the next open, every leg whole, or end there.
 *   <li>All orders of an asset together get at most its participation share of the bar's volume.
 *   <li>An asset that did not trade in the bar fills nothing.
 *   <li>What the account cannot afford is cut down to what it can, and the rest of the order is cancelled.
 *   <li>An account that falls below its maintenance margin inside the bar, by the way of {@link MarginWalk}, is
 * closed out
 *       at the first tick where it does, at normal costs, its orders cancelled.
 *   <li>After the bar every position is marked at its close (a perpetual at its mark), and margin is asked for again,
 * before
 *       anybody sees the new state.
 * </ul>
 *
 * <p>What this gets wrong: it knows no queue, slippage aside a price is had at any size, and a liquidation in an
 * untraded asset is filled at its last price. One lane's state; a step allocates nothing.
 */
public final class BarExchange implements Exchange, Swappable {
  /** No limit on the share of a bar's volume. */
  public static final int UNLIMITED = 0;

  private final Bars bars;
  private final Account account;
  private final VenueRules rules;
  private final Filler filler;
  private final Targets targets;
  private final WorkingOrders orders;
  private final LegOrders legOrders;
  private final Acceptance acceptance;
  private final BarMatcher matcher;
  private final Liquidation liquidation;
  private int now;

  /**
   * An exchange for one account, any order.
   *
   * @param bars assets in the order of the account's instruments
   * @param account one that this exchange alone trades in
   * @param costs of every asset
   * @param participation largest share of a bar's volume that is filled, basis points; {@link #UNLIMITED}
   * @param listener is told of everything that happens
   */
  public BarExchange(
      Bars bars, Account account, Costs costs, int participation, FillListener listener) {
    this(bars, account, costs, participation, listener, VenueRules.ANY);
  }

  /**
   * An exchange for one account.
   *
   * @param bars assets in the order of the account's instruments
   * @param account one that this exchange alone trades in
   * @param costs of every asset
   * @param participation largest share of a bar's volume that is filled, basis points; {@link #UNLIMITED}
   * @param listener is told of everything that happens
   * @param rules which orders are accepted
   */
  public BarExchange(
      Bars bars,
      Account account,
      Costs costs,
      int participation,
      ExecutionListener listener,
      VenueRules rules) {
    this(
        bars,
        account,
        Collections.nCopies(account.assets(), costs),
        participation,
        listener,
        rules);
  }

  /**
   * An exchange for one account whose assets cost differently, as spot and perpetuals do.
   *
   * @param bars assets in the order of the account's instruments
   * @param account one that this exchange alone trades in
   * @param costs by asset, one for each
   * @param participation largest share of a bar's volume that is filled, basis points; {@link #UNLIMITED}
   * @param listener is told of everything that happens
   * @param rules what the venue accepts of each asset
   * @throws IllegalArgumentException if bars or costs are not those of as many assets as the account has
   */
  public BarExchange(
      Bars bars,
      Account account,
      List<Costs> costs,
      int participation,
      ExecutionListener listener,
      VenueRules rules) {
    if (costs.size() != account.assets()) {
      throw new IllegalArgumentException(
          "costs of " + costs.size() + " assets do not fit an account of " + account.assets());
    }
    if (bars.assets() != account.assets()) {
      throw new IllegalArgumentException(
          "bars of " + bars.assets() + " assets do not fit an account of " + account.assets());
    }
    this.bars = bars;
    this.account = account;
    this.rules = rules;
    filler = new Filler(bars, account, costs, participation, listener);
    targets = new Targets(bars, account, filler);
    orders = new WorkingOrders(rules.slots());
    legOrders = new LegOrders(bars, account, filler, rules.slots());
    matcher = new BarMatcher(bars, account, filler, orders);
    acceptance = new Acceptance(bars, account, rules, orders);
    liquidation = new Liquidation(bars, account, filler, () -> cancelAll(OrderEnd.LIQUIDATION));
  }

  /**
   * Stands at the close of a bar, without orders, the account marked.
   *
   * @param bar index of the bar, from 0
   */
  public void reset(int bar) {
    now = bar;
    targets.lapse();
    orders.clear();
    legOrders.clear();
    markAtClose();
  }

  @Override
  public void listener(ExecutionListener told) {
    filler.listener(told);
  }

  /** {@return the bar at whose close the exchange stands} */
  public int now() {
    return now;
  }

  /** The close of the bar. */
  @Override
  public long time() {
    return bars.closeTime(now);
  }

  /** The bar's open, or the middle of its quotes: where targets and orders at the market were filled, before costs. */
  @Override
  public long middle(int asset) {
    if (!bars.traded(asset, now)) {
      return 0;
    }
    return bars.quoted(asset)
        ? (bars.asks().open(asset, now) + bars.bids().open(asset, now)) >> 1
        : bars.open(asset, now);
  }

  /**
   * Orders at the market what is missing to so many lots. Holds for the next bar; what is not filled there lapses. A
   * later target for the asset replaces it. An order worth less than the venue's least, unless it closes the position,
   * is refused.
   */
  @Override
  public OrderResult target(int asset, long lots) {
    long missing = Math.subtractExact(lots, account.lots(asset));
    if (rules.minimumNotional() > 0 && missing != 0 && lots != 0 && isSmall(asset, missing)) {
      return OrderResult.MINIMUM_NOTIONAL;
    }
    targets.set(asset, lots);
    return OrderResult.ACCEPTED;
  }

  private boolean isSmall(int asset, long lots) {
    return Math.abs(account.notional(asset, lots)) < rules.minimumNotional();
  }

  /** Submits an order; it works from the next bar on. */
  @Override
  public OrderResult submit(Order order) {
    return submit(
        order.id(),
        order.asset(),
        order.lots(),
        order.type(),
        order.limit(),
        order.stop(),
        order.timeInForce(),
        order.group(),
        order.conditions());
  }

  /**
   * Submits an order given by its parts, without allocation; see {@link Order}.
   *
   * @param id &gt; 0, unique among the orders that work
   * @param asset index of the asset, from 0
   * @param lots to buy; below 0 = to sell; not 0
   * @param type at which prices it may fill
   * @param limit in ticks; 0 for a type without one
   * @param stop in ticks; 0 for a type without one
   * @param life how long it works
   * @param group orders of one group share their size: what one of them fills, the others lose; 0 = none
   * @param asked what else it asks for
   * @return accepted, or why not
   * @throws IllegalArgumentException if the id is not &gt; 0
   */
  public OrderResult submit(
      long id,
      int asset,
      long lots,
      OrderType type,
      long limit,
      long stop,
      TimeInForce life,
      long group,
      Conditions asked) {
    requireId(id);
    OrderResult result = taken(id);
    if (result == OrderResult.ACCEPTED) {
      result = acceptance.check(now, asset, lots, type, limit, stop, life, asked);
    }
    if (result == OrderResult.ACCEPTED) {
      orders.add(id, asset, lots, type, limit, stop, life, group, asked);
      matcher.added(orders.count() - 1, now);
    }
    return result;
  }

  private static void requireId(long id) {
    if (id <= 0) {
      throw new IllegalArgumentException("order id must be > 0, was " + id);
    }
  }

  /** Whether there is room for one more order under an id. */
  private OrderResult taken(long id) {
    if (orders.find(id) >= 0 || legOrders.find(id) >= 0) {
      return OrderResult.DUPLICATE_ID;
    }
    return working() >= rules.slots() ? OrderResult.BOOK_FULL : OrderResult.ACCEPTED;
  }

  /** Submits an order of several legs; it is filled at the next bar's open, or ends there. */
  @Override
  public OrderResult submit(long id, Legs legs, long count, long limit) {
    requireId(id);
    if (count == 0 || legs.count() == 0) {
      throw new IllegalArgumentException(
          "an order needs legs and lots, had " + legs.count() + " legs and " + count + " lots");
    }
    OrderResult result = taken(id);
    if (result == OrderResult.ACCEPTED) {
      result = legOrders.check(rules, now, legs, count);
    }
    if (result == OrderResult.ACCEPTED) {
      legOrders.add(id, legs, count, limit);
    }
    return result;
  }

  /**
   * Puts an order in the place of the one that works under its id. It works from the next bar on, begins anew as far as
   * stops are concerned, and keeps the children that wait for it.
   */
  @Override
  public OrderResult replace(Order order) {
    int slot = orders.find(order.id());
    if (slot < 0) {
      return OrderResult.UNKNOWN_ORDER;
    }
    OrderResult result =
        acceptance.check(
            now,
            order.asset(),
            order.lots(),
            order.type(),
            order.limit(),
            order.stop(),
            order.timeInForce(),
            order.conditions());
    if (result == OrderResult.ACCEPTED) {
      orders.put(
          slot,
          order.id(),
          order.asset(),
          order.lots(),
          order.type(),
          order.limit(),
          order.stop(),
          order.timeInForce(),
          order.group(),
          order.conditions());
      matcher.added(slot, now);
    }
    return result;
  }

  /** Cancels what is left of an order. */
  @Override
  public OrderResult cancel(long id) {
    int slot = orders.find(id);
    if (slot >= 0) {
      matcher.end(slot, OrderEnd.CANCELLED);
      orders.compact();
      return OrderResult.ACCEPTED;
    }
    int ofLegs = legOrders.find(id);
    if (ofLegs < 0) {
      return OrderResult.UNKNOWN_ORDER;
    }
    legOrders.end(ofLegs, OrderEnd.CANCELLED);
    return OrderResult.ACCEPTED;
  }

  @Override
  public int working() {
    return orders.count() + legOrders.count();
  }

  @Override
  public List<Order> orders() {
    List<Order> all = new ArrayList<>();
    for (int slot = 0; slot < orders.count(); slot++) {
      all.add(orders.order(slot));
    }
    return all;
  }

  /** What is left of an order, lots, or of several legs, combinations; negative for a sale; 0 if it does not work. */
  @Override
  public long remaining(long id) {
    int slot = orders.find(id);
    int ofLegs = legOrders.find(id);
    return slot >= 0 ? orders.lots[slot] : ofLegs >= 0 ? legOrders.size(ofLegs) : 0;
  }

  @Override
  public long resting(int asset, boolean buys, long butGroup) {
    return Math.addExact(orders.resting(asset, buys, butGroup), legOrders.resting(asset, buys));
  }

  /**
   * Lives through the bars that close up to a time.
   *
   * @return whether the account was liquidated
   */
  @Override
  public boolean advance(long time) {
    if (time < time()) {
      throw new IllegalArgumentException(
          "the exchange stands at "
              + Instant.ofEpochMilli(time())
              + " and cannot go back to "
              + Instant.ofEpochMilli(time));
    }
    boolean liquidated = false;
    while (now + 1 < bars.length() && bars.closeTime(now + 1) <= time) {
      liquidated |= step();
    }
    return liquidated;
  }

  /**
   * Lives through the next bar.
   *
   * @return whether the account was liquidated
   */
  public boolean step() {
    fill();
    boolean called = callInsideBar();
    markAtClose();
    return liquidation.atClose(now) || called;
  }

  /**
   * Closes out positions whose margin is gone at prices inside the bar, as {@link MarginWalk} finds them; marks stand
   * anywhere inside the bar then, and {@link #markAtClose} comes next.
   *
   * @return whether anything was closed out
   */
  public boolean callInsideBar() {
    return liquidation.insideBar(now);
  }

  /**
   * The first part of {@link #step}, for venues that settle and liquidate by rules of their own: goes to the next bar
   * and fills on it. What follows is {@link #markAtClose}, and whatever the venue does then.
   */
  public void fill() {
    if (now + 1 >= bars.length()) {
      throw new IllegalStateException("no bar after " + now + ", the last of " + bars.length());
    }
    now++;
    if (working() > 0) {
      work();
    } else if (targets.any()) {
      filler.bar(now);
      targets.open(now);
      targets.fill(now);
    }
  }

  private void work() {
    filler.bar(now);
    matcher.markAtOpen(now);
    legOrders.markAtOpen(now);
    targets.open(now);
    targets.reduce(now);
    matcher.open(now, true);
    legOrders.open(now);
    targets.add(now);
    matcher.open(now, false);
    matcher.stops(now);
    matcher.limits(now);
    matcher.brackets(now);
    matcher.expire(now);
  }

  /**
   * Closes out a position below its margin, at a price inside the bar and normal costs.
   *
   * @param asset index of the asset, from 0; nothing happens without a position
   * @param ticks price in ticks
   */
  public void liquidate(int asset, long ticks) {
    filler.closeOut(LIQUIDATION, now, asset, ticks);
  }

  /**
   * Ends all orders that work, and forgets all targets.
   *
   * @param reason that listeners are told
   */
  public void cancelAll(OrderEnd reason) {
    targets.lapse();
    legOrders.endAll(reason);
    matcher.endAll(reason);
  }

  /**
   * Closes out a position whose asset left the market, at its last price and normal costs.
   *
   * @param asset index of the asset, from 0
   */
  public void closeOut(int asset) {
    filler.closeOut(DELISTING, now, asset, bars.close(asset, now));
  }

  /** Values every position at the mark of the bar's close. */
  public void markAtClose() {
    for (int asset = 0; asset < bars.assets(); asset++) {
      account.mark(asset, bars.mark(asset, now));
    }
  }

  /** Of an exchange at which nothing is ordered between steps. */
  @Override
  public Optional<LaneState> laneState() {
    return Optional.of(new State());
  }

  /** The bar at whose close it stands. */
  private final class State implements LaneState {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public void store(long[] row, int at) {
      if (targets.any() || working() > 0) {
        throw new IllegalStateException(
            "orders wait at the exchange, of no fixed number; whoever leaves them there from step"
                + " to step must not say that it has a lane state");
      }
      row[at] = now;
    }

    @Override
    public void load(long[] row, int at) {
      now = (int) row[at];
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(now);
    targets.save(out);
    orders.save(out);
    legOrders.save(out);
  }

  /** Reads what {@link #save} wrote; the account is saved and restored by its owner. */
  @Override
  public void restore(DataInput in) throws IOException {
    now = in.readInt();
    targets.restore(in);
    orders.restore(in);
    legOrders.restore(in);
  }
}

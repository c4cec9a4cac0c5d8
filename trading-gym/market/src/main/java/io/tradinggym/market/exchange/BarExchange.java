package io.tradinggym.market.exchange;

import io.tradinggym.api.Resumable;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.risk.Refusal;
import io.tradinggym.market.risk.RiskGate;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * trailing    as a stop, at the lowest low before the bar and its open, plus the callback; and if the close lies beyond the
 *             stop that the bar's own low makes, for that low came before the close
 * </pre>
 *
 * <ul>
 *   <li>First comes all that the open fills, what reduces positions before what adds to them; then stops inside the
 *       bar; then limits and take-profits inside the bar. So of a protective stop and a profit-taking limit the adverse
 *       one is filled.
 *   <li>A stop that looks at the mark is met by the mark, and filled at its price as far as that was traded in the bar.
 *   <li>An order with a parent works from the parent's first fill on: on the same bar if that was at the open, else
 *       from the next one on. It ends when its parent ends without a fill.
 *   <li>Takers pay slippage in whole ticks, against them, at most to their limit. The price never leaves the bar: what
 *       slippage of a market or stop order does not fit between low and high is charged in money.
 *   <li>All orders of an asset together get at most its participation share of the bar's volume.
 *   <li>An asset that did not trade in the bar fills nothing.
 *   <li>What the account cannot afford is cut down to what it can, and the rest of the order is cancelled.
 *   <li>After the bar every position is marked at its close (a perpetual at its mark), and an account below its
 *       maintenance margin is closed out there at normal costs, its orders cancelled, before anybody sees the new
 *       state.
 * </ul>
 *
 * <p>What this gets wrong: it knows no queue, slippage aside a price is had at any size, and a liquidation in an
 * untraded asset is filled at its last price. One lane's state; a step allocates nothing.
 */
public final class BarExchange implements Resumable {
  /** Order id of fills that reach a target. */
  public static final long TARGET = 0;

  /** Order id of fills that close out an account. */
  public static final long LIQUIDATION = -1;

  /** Order id of fills that close out a position whose asset left the market. */
  public static final long DELISTING = -2;

  /** No limit on the share of a bar's volume. */
  public static final int UNLIMITED = 0;

  private final Bars bars;
  private final Account account;
  private final VenueRules rules;
  private final @Nullable RiskGate gate;
  private final Filler filler;
  private final WorkingOrders orders;
  private final BarMatcher matcher;
  private final long[] target;
  private final boolean[] pending;
  private int now;
  private int pendingCount;

  /**
   * Assets with targets of the bar, those that reduce first; one place more than assets, written without a question.
   */
  private final int[] queue;

  private final int[] others;
  private int reducing;
  private Refusal refusal = Refusal.NONE;

  /**
   * An exchange for one account, any order, no risk gate.
   *
   * @param bars assets in the order of the account's instruments
   * @param participation largest share of a bar's volume that is filled, basis points; {@link #UNLIMITED}
   */
  public BarExchange(
      Bars bars, Account account, Costs costs, int participation, FillListener listener) {
    this(bars, account, costs, participation, listener, VenueRules.ANY, null);
  }

  /**
   * An exchange for one account.
   *
   * @param bars assets in the order of the account's instruments
   * @param participation largest share of a bar's volume that is filled, basis points; {@link #UNLIMITED}
   * @param rules which orders are accepted
   * @param gate asked about every order and target, if given; the exchange resets it and tells it of closed bars
   */
  public BarExchange(
      Bars bars,
      Account account,
      Costs costs,
      int participation,
      FillListener listener,
      VenueRules rules,
      @Nullable RiskGate gate) {
    this(
        bars,
        account,
        Collections.nCopies(account.assets(), costs),
        participation,
        listener,
        rules,
        gate);
  }

  /**
   * An exchange for one account whose assets cost differently, as spot and perpetuals do.
   *
   * @param costs by asset
   */
  public BarExchange(
      Bars bars,
      Account account,
      List<Costs> costs,
      int participation,
      FillListener listener,
      VenueRules rules,
      @Nullable RiskGate gate) {
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
    this.gate = gate;
    filler = new Filler(bars, account, costs, participation, listener);
    orders = new WorkingOrders(rules.slots());
    matcher = new BarMatcher(bars, account, filler, orders, listener);
    target = new long[bars.assets()];
    pending = new boolean[bars.assets()];
    queue = new int[bars.assets() + 1];
    others = new int[bars.assets() + 1];
  }

  /** Stands at the close of a bar, without orders, the account marked. */
  public void reset(int bar) {
    now = bar;
    lapse();
    orders.clear();
    markAtClose();
    if (gate != null) {
      gate.reset(bars.closeTime(now));
    }
  }

  /** The bar at whose close the exchange stands. */
  public int now() {
    return now;
  }

  /**
   * Orders at the market what is missing to so many lots. Holds for the next bar; what is not filled there lapses. A
   * later target for the asset replaces it. An order worth less than the venue's least, unless it closes the position,
   * is refused.
   */
  public OrderResult target(int asset, long lots) {
    long held = account.lots(asset);
    if (gate != null && lots != held) {
      refusal = gate.check(asset, Math.subtractExact(lots, held), 0, account.mark(asset));
      if (refusal != Refusal.NONE) {
        return OrderResult.RISK;
      }
    }
    boolean wanted = lots != held;
    if (rules.minimumNotional() > 0 && wanted && lots != 0 && isSmall(asset, lots - held)) {
      return OrderResult.MINIMUM_NOTIONAL;
    }
    if (wanted != pending[asset]) {
      pending[asset] = wanted;
      pendingCount += wanted ? 1 : -1;
    }
    target[asset] = lots;
    return OrderResult.ACCEPTED;
  }

  private boolean isSmall(int asset, long lots) {
    return Math.abs(account.notional(asset, lots)) < rules.minimumNotional();
  }

  /** Submits an order; it works from the next bar on. */
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

  /** Submits an order given by its parts, without allocation; see {@link Order}. */
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
    if (id <= 0) {
      throw new IllegalArgumentException("order id must be > 0, was " + id);
    }
    OrderResult result = Acceptance.check(rules, orders, id, lots, type, limit, stop, life, asked);
    if (result != OrderResult.ACCEPTED) {
      return result;
    }
    if ((life == TimeInForce.GTD) != matcher.endsLater(now, asked.until())) {
      return OrderResult.TIME_IN_FORCE;
    }
    long price = type.limited() ? limit : type.stopped() ? stop : account.mark(asset);
    result = Acceptance.check(rules, account, bars.traded(asset, now), asset, lots, price, asked);
    if (result != OrderResult.ACCEPTED) {
      return result;
    }
    long last = bars.close(asset, now);
    if (asked.postOnly() && (lots > 0 ? last < limit : last > limit)) {
      return OrderResult.WOULD_CROSS;
    }
    if (gate != null) {
      refusal = gate.check(asset, lots, orders.resting(asset, lots > 0, group), price);
      if (refusal != Refusal.NONE) {
        return OrderResult.RISK;
      }
    }
    orders.add(id, asset, lots, type, limit, stop, life, group, asked);
    matcher.added(now);
    return OrderResult.ACCEPTED;
  }

  /** Cancels what is left of an order. */
  public OrderResult cancel(long id) {
    int slot = orders.find(id);
    if (slot < 0) {
      return OrderResult.UNKNOWN_ORDER;
    }
    matcher.end(slot, OrderEnd.CANCELLED);
    orders.compact();
    return OrderResult.ACCEPTED;
  }

  /** Orders that work. */
  public int working() {
    return orders.count();
  }

  /** What is left of an order, lots, negative for a sale; 0 if it does not work. */
  public long remaining(long id) {
    int slot = orders.find(id);
    return slot < 0 ? 0 : orders.lots[slot];
  }

  /** Which limit of the risk gate the last order or target that was checked broke. */
  public Refusal refusal() {
    return refusal;
  }

  /**
   * Lives through the next bar.
   *
   * @return whether the account was liquidated
   */
  public boolean step() {
    fill();
    markAtClose();
    boolean liquidated = liquidate();
    if (gate != null) {
      gate.closed(bars.closeTime(now));
    }
    return liquidated;
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
    if (orders.count() > 0) {
      work();
    } else if (pendingCount > 0) {
      filler.bar(now);
      markAtOpen();
      sort();
      reach(0, pendingCount);
      pendingCount = 0;
    }
  }

  private void work() {
    filler.bar(now);
    markAtOpen();
    matcher.markAtOpen(now);
    sort();
    reach(0, reducing);
    matcher.open(now, true);
    reach(reducing, pendingCount);
    pendingCount = 0;
    matcher.open(now, false);
    matcher.stops(now);
    matcher.limits(now);
    matcher.expire(now);
  }

  private void markAtOpen() {
    for (int asset = 0; asset < target.length; asset++) {
      if (pending[asset] && bars.traded(asset, now)) {
        account.mark(asset, bars.open(asset, now));
      }
    }
  }

  /** Puts the assets whose targets reduce positions before those of all other targets. */
  @SuppressWarnings("ShortCircuitBoolean") // which come first is nothing that a processor can guess
  private void sort() {
    int first = 0;
    int last = 0;
    for (int asset = 0; asset < target.length; asset++) {
      boolean reduces = reduces(account.lots(asset), target[asset]);
      queue[first] = asset;
      first += pending[asset] & reduces ? 1 : 0;
      others[last] = asset;
      last += pending[asset] & !reduces ? 1 : 0;
    }
    System.arraycopy(others, 0, queue, first, last);
    reducing = first;
  }

  /** Fills targets of the queue. */
  private void reach(int from, int to) {
    for (int i = from; i < to; i++) {
      int asset = queue[i];
      pending[asset] = false;
      if (bars.traded(asset, now)) {
        long missing = filler.share(asset, Math.subtractExact(target[asset], account.lots(asset)));
        filler.take(TARGET, asset, missing, bars.open(asset, now), Filler.NO_LIMIT);
      }
    }
  }

  @SuppressWarnings("ShortCircuitBoolean")
  private static boolean reduces(long held, long wanted) {
    return wanted == 0 | ((wanted ^ held) >= 0 & Math.abs(wanted) < Math.abs(held));
  }

  /** Closes out a position below its margin, at a price inside the bar and normal costs. */
  public void liquidate(int asset, long ticks) {
    filler.closeOut(LIQUIDATION, now, asset, ticks);
  }

  /** Ends all orders that work, and forgets all targets. */
  public void cancelAll(OrderEnd reason) {
    lapse();
    matcher.endAll(reason);
  }

  /** Closes out a position whose asset left the market, at its last price and normal costs. */
  public void closeOut(int asset) {
    filler.closeOut(DELISTING, now, asset, bars.close(asset, now));
  }

  private void lapse() {
    Arrays.fill(pending, false);
    pendingCount = 0;
  }

  /** Values every position at the mark of the bar's close. */
  public void markAtClose() {
    for (int asset = 0; asset < target.length; asset++) {
      account.mark(asset, bars.mark(asset, now));
    }
  }

  private boolean liquidate() {
    if (!account.mustLiquidate()) {
      return false;
    }
    matcher.endAll(OrderEnd.LIQUIDATION);
    for (int asset = 0; asset < target.length; asset++) {
      filler.closeOut(LIQUIDATION, now, asset, bars.close(asset, now));
    }
    return true;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(now);
    for (int asset = 0; asset < target.length; asset++) {
      out.writeBoolean(pending[asset]);
      out.writeLong(target[asset]);
    }
    orders.save(out);
    if (gate != null) {
      gate.save(out);
    }
  }

  /** Reads what {@link #save} wrote; the account is saved and restored by its owner. */
  @Override
  public void restore(DataInput in) throws IOException {
    now = in.readInt();
    lapse();
    for (int asset = 0; asset < target.length; asset++) {
      pending[asset] = in.readBoolean();
      pendingCount += pending[asset] ? 1 : 0;
      target[asset] = in.readLong();
    }
    orders.restore(in);
    if (gate != null) {
      gate.restore(in);
    }
  }
}

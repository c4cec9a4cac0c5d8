package io.tradinggym.trading.flow;

import io.tradinggym.api.LaneState;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.Swappable;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.exchange.Exchange;
import io.tradinggym.market.exchange.ExecutionListener;
import io.tradinggym.market.exchange.Fill;
import io.tradinggym.market.exchange.Legs;
import io.tradinggym.market.exchange.Order;
import io.tradinggym.market.exchange.OrderEnd;
import io.tradinggym.market.exchange.OrderResult;
import io.tradinggym.market.risk.Refusal;
import io.tradinggym.market.risk.RiskGate;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The only way to an exchange:
 *
 * <pre>
 * intents of sleeves -> netted -> risk gate -> exchange -> fills -> sleeves -> listener
 * </pre>
 *
 * <p>Targets are collected until {@link #send}, which nets those of all sleeves for an asset into one; a refusal
 * concerns the net, and what sleeves want of each other is traded all the same, at the middle of the market when the
 * exchange fills next ({@link #cross}). Orders with a price go their own way under their sleeve's name. The gate sees
 * what works already on the side of an order, targets and legs included.
 *
 * <p>With one sleeve there are no sub-books, and nothing is netted. For one thread; no operation allocates.
 */
public final class OrderFlow implements Resumable, Swappable {
  private final Exchange exchange;
  private final Account account;
  private final @Nullable RiskGate gate;
  private final @Nullable Sleeves sleeves;
  private final long[] wanted;
  private final boolean[] asked;

  /** What a target that was sent adds to the position, for the gate. */
  private final long[] sent;

  private final SleeveOfOrder owners;
  private FlowListener listener = FlowListener.NONE;
  private Refusal refusal = Refusal.NONE;

  /**
   * The flow of one account without sub-books.
   *
   * @param exchange where orders go; this flow becomes its listener
   * @param account the one that the exchange fills for
   * @param gate asked about every order; null if all go through
   * @param slots most orders that work at a time, >= 1
   */
  public OrderFlow(Exchange exchange, Account account, @Nullable RiskGate gate, int slots) {
    this(exchange, account, gate, null, slots);
  }

  /**
   * The flow of one account that is kept in sleeves.
   *
   * @param exchange where orders go; this flow becomes its listener
   * @param account the one that the exchange fills for
   * @param gate asked about every order; null if all go through
   * @param sleeves sub-books of the account, whose listener they have to be
   * @param slots most orders that work at a time, >= 1
   */
  public OrderFlow(
      Exchange exchange,
      Account account,
      @Nullable RiskGate gate,
      @Nullable Sleeves sleeves,
      int slots) {
    this.exchange = exchange;
    this.account = account;
    this.gate = gate;
    this.sleeves = sleeves;
    wanted = new long[account.assets()];
    asked = new boolean[account.assets()];
    sent = new long[account.assets()];
    owners = new SleeveOfOrder(slots);
    exchange.listener(new Back());
  }

  /**
   * Who is told of orders and fills from now on.
   *
   * @param told is told from now on, instead of who was told before
   */
  public void listener(FlowListener told) {
    listener = told;
    if (sleeves != null) {
      sleeves.listener(told);
    }
  }

  /** An account is about to be reset: sub-books forget everything. */
  public void clear() {
    if (sleeves != null) {
      sleeves.clear();
    }
  }

  /** Begins anew: no intents, no orders, the gate armed at the present equity. */
  public void reset() {
    Arrays.fill(asked, false);
    Arrays.fill(sent, 0);
    owners.clear();
    refusal = Refusal.NONE;
    if (sleeves != null) {
      sleeves.netting().clear();
    }
    if (gate != null) {
      gate.reset(exchange.time());
    }
  }

  /**
   * A sleeve wants so many lots of an asset in all; goes to the market with {@link #send}.
   *
   * @param sleeve index of the sleeve, from 0
   * @param asset index of the asset, from 0
   * @param lots the position wanted in all; negative for a short one
   */
  public void target(int sleeve, int asset, long lots) {
    asked[asset] = true;
    if (sleeves == null) {
      wanted[asset] = lots;
    } else {
      sleeves.netting().want(sleeve, asset, Math.subtractExact(lots, sleeves.lots(sleeve, asset)));
    }
  }

  /**
   * {@return whether gate and exchange accepted what an account without sub-books wants of an asset in all; it is sent
   * at once}
   *
   * @param asset index of the asset, from 0
   * @param lots the position wanted in all; negative for a short one
   */
  public boolean order(int asset, long lots) {
    return send(asset, lots, 0) == OrderResult.ACCEPTED;
  }

  /**
   * Sends the targets.
   *
   * @return how many of them the gate or the exchange refused
   */
  public int send() {
    int refused = 0;
    for (int asset = 0; asset < asked.length; asset++) {
      if (asked[asset]) {
        asked[asset] = false;
        OrderResult result =
            sleeves == null
                ? send(asset, wanted[asset], 0)
                : send(asset, account.lots(asset) + sleeves.netting().net(asset), Sleeves.ACCOUNT);
        refused += result == OrderResult.ACCEPTED ? 0 : 1;
      }
    }
    return refused;
  }

  private OrderResult send(int asset, long lots, int by) {
    long missing = Math.subtractExact(lots, account.lots(asset));
    OrderResult result = gate == null ? exchange.target(asset, lots) : gated(asset, lots, missing);
    if (missing != 0) {
      listener.ordered(OrderAction.TARGET, by, Exchange.TARGET, asset, lots, 0, 0, result);
    }
    return result;
  }

  private OrderResult gated(int asset, long lots, long missing) {
    sent[asset] = 0;
    OrderResult result = OrderResult.RISK;
    if (missing == 0
        || passes(asset, missing, resting(asset, missing > 0, 0), account.mark(asset))) {
      result = exchange.target(asset, lots);
    }
    if (result == OrderResult.ACCEPTED) {
      // An exchange of quotes has filled it already.
      sent[asset] = Math.subtractExact(lots, account.lots(asset));
    }
    return result;
  }

  private boolean passes(int asset, long lots, long resting, long price) {
    if (gate == null) {
      return true;
    }
    refusal = gate.check(asset, lots, resting, price);
    return refusal == Refusal.NONE;
  }

  /** Lots that work on a side of an asset. */
  private long resting(int asset, boolean buys, long butGroup) {
    long target = sent[asset] > 0 == buys ? sent[asset] : 0;
    return Math.addExact(exchange.resting(asset, buys, butGroup), target);
  }

  /**
   * Submits a sleeve's order.
   *
   * @param sleeve index of the sleeve, from 0
   * @param order its id > 0, unique among the orders that work
   * @return accepted, or why not
   */
  public OrderResult submit(int sleeve, Order order) {
    OrderResult result = own(sleeve, order.id());
    boolean owned = result == OrderResult.ACCEPTED;
    if (owned) {
      long resting = resting(order.asset(), order.lots() > 0, order.group());
      result =
          passes(order.asset(), order.lots(), resting, price(order))
              ? exchange.submit(order)
              : OrderResult.RISK;
    }
    disown(owned, order.id(), result);
    tell(OrderAction.SUBMIT, sleeve, order, result);
    return result;
  }

  /** An exchange may fill an order while it is submitted: whose it is has to be known before. */
  private OrderResult own(int sleeve, long order) {
    if (owners.of(order) >= 0) {
      return OrderResult.DUPLICATE_ID;
    }
    if (owners.isFull()) {
      return OrderResult.BOOK_FULL;
    }
    owners.add(order, sleeve);
    return OrderResult.ACCEPTED;
  }

  private void disown(boolean owned, long order, OrderResult result) {
    if (owned && result != OrderResult.ACCEPTED) {
      owners.remove(order);
    }
  }

  private void tell(OrderAction action, int sleeve, Order order, OrderResult result) {
    listener.ordered(
        action,
        sleeve,
        order.id(),
        order.asset(),
        order.lots(),
        order.limit(),
        order.stop(),
        result);
  }

  private long price(Order order) {
    return order.limit() != 0
        ? order.limit()
        : order.stop() != 0 ? order.stop() : account.mark(order.asset());
  }

  /**
   * Submits a sleeve's order of several legs; the gate looks at each leg alone. See {@link
   * Exchange#submit(long, Legs, long, long)}.
   *
   * @param sleeve index of the sleeve, from 0
   * @param id > 0, unique among the orders that work
   * @param legs lots of each in one combination; copied
   * @param count combinations to buy, or, negative, to sell; not 0
   * @param limit the most that one combination may cost before fees, money units of the base currency; negative is the
   *     least that must be received; {@link Exchange#NO_LIMIT}
   * @return accepted, or why not
   */
  public OrderResult submit(int sleeve, long id, Legs legs, long count, long limit) {
    OrderResult result = own(sleeve, id);
    boolean owned = result == OrderResult.ACCEPTED;
    for (int leg = 0; leg < legs.count() && result == OrderResult.ACCEPTED; leg++) {
      int asset = legs.asset(leg);
      long lots = Math.multiplyExact(legs.ratio(leg), count);
      boolean passes = passes(asset, lots, resting(asset, lots > 0, 0), account.mark(asset));
      result = passes ? OrderResult.ACCEPTED : OrderResult.RISK;
    }
    if (result == OrderResult.ACCEPTED) {
      result = exchange.submit(id, legs, count, limit);
    }
    disown(owned, id, result);
    for (int leg = 0; leg < legs.count(); leg++) {
      long lots = Math.multiplyExact(legs.ratio(leg), count);
      listener.ordered(OrderAction.SUBMIT, sleeve, id, legs.asset(leg), lots, 0, 0, result);
    }
    return result;
  }

  /**
   * Puts an order in the place of the sleeve's that works under its id.
   *
   * @param order its id is that of the order to replace
   * @return accepted, or why not; refused, the old one goes on
   */
  public OrderResult replace(Order order) {
    long before = exchange.remaining(order.id());
    boolean buys = order.lots() > 0;
    long resting = resting(order.asset(), buys, order.group());
    // The old one is counted among those that work, unless its group was left out.
    boolean counted = before > 0 == buys && order.group() == 0;
    OrderResult result = OrderResult.UNKNOWN_ORDER;
    if (before != 0) {
      long others = counted ? Math.subtractExact(resting, before) : resting;
      result =
          passes(order.asset(), order.lots(), others, price(order))
              ? exchange.replace(order)
              : OrderResult.RISK;
    }
    tell(OrderAction.REPLACE, owners.of(order.id()), order, result);
    return result;
  }

  /**
   * Cancels what is left of an order.
   *
   * @param id of the order
   * @return accepted, or why not, such as {@link OrderResult#UNKNOWN_ORDER}
   */
  public OrderResult cancel(long id) {
    int sleeve = owners.of(id);
    long lots = exchange.remaining(id);
    OrderResult result = exchange.cancel(id);
    listener.ordered(OrderAction.CANCEL, sleeve, id, -1, lots, 0, 0, result);
    return result;
  }

  /**
   * Lives through all that happens up to a time; see {@link Exchange#advance}. The gate sees losses as they stand then.
   *
   * @param time epoch milliseconds UTC
   * @return whether the account was closed out on the way
   */
  public boolean advance(long time) {
    boolean closedOut = exchange.advance(time);
    cross();
    closed();
    return closedOut;
  }

  /**
   * The exchange has filled: what sleeves still want of each other they trade at the middle of the market, where there
   * is one, and all targets lapse. Part of {@link #advance}, for whoever moves the exchange himself.
   */
  public void cross() {
    if (gate != null) {
      Arrays.fill(sent, 0);
    }
    if (sleeves == null) {
      return;
    }
    Netting netting = sleeves.netting();
    sleeves.time(exchange.time());
    for (int asset = 0; asset < sent.length; asset++) {
      if (netting.crossing(asset) > 0) {
        long middle = exchange.middle(asset);
        if (middle > 0) {
          sleeves.cross(asset, middle, exchange.time());
        }
      }
      netting.lapse(asset);
    }
  }

  /** The account is marked and stands as it will be seen. Part of {@link #advance}. */
  public void closed() {
    if (gate != null) {
      gate.closed(exchange.time());
    }
  }

  /** {@return which limit of the risk gate the last order or target that was checked broke} */
  public Refusal refusal() {
    return refusal;
  }

  /** What comes back from the exchange. */
  private final class Back implements ExecutionListener {
    @Override
    public void filled(Fill fill) {
      long order = fill.order();
      int sleeve = order > 0 ? owners.of(order) : 0;
      if (sleeves == null) {
        listener.filled(Math.max(0, sleeve), fill);
      } else if (order == Exchange.TARGET) {
        sleeves.filledNet(fill);
      } else if (order > 0) {
        sleeves.filledOwn(Math.max(0, sleeve), fill);
      } else {
        sleeves.filledByForce(fill);
      }
    }

    @Override
    public void ended(long order, OrderEnd reason, long remaining) {
      int sleeve = owners.of(order);
      owners.remove(order);
      listener.ended(sleeve, order, reason, remaining);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (int asset = 0; asset < sent.length; asset++) {
      out.writeBoolean(asked[asset]);
      out.writeLong(wanted[asset]);
      out.writeLong(sent[asset]);
    }
    owners.save(out);
    if (gate != null) {
      gate.save(out);
    }
    if (sleeves != null) {
      sleeves.save(out);
    }
  }

  /** Reads what {@link #save} wrote; account and exchange are saved and restored by their owners. */
  @Override
  public void restore(DataInput in) throws IOException {
    for (int asset = 0; asset < sent.length; asset++) {
      asked[asset] = in.readBoolean();
      wanted[asset] = in.readLong();
      sent[asset] = in.readLong();
    }
    owners.restore(in);
    if (gate != null) {
      gate.restore(in);
    }
    if (sleeves != null) {
      sleeves.restore(in);
    }
  }

  /** Of a flow without gate and sub-books, which sends at once what is asked for. */
  @Override
  public Optional<LaneState> laneState() {
    return gate == null && sleeves == null ? LaneState.none() : Optional.empty();
  }
}

package io.tradinggym.trading.flow;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.market.exchange.Exchange;
import io.tradinggym.market.exchange.ExecutionListener;
import io.tradinggym.market.exchange.FillListener;
import io.tradinggym.market.exchange.Legs;
import io.tradinggym.market.exchange.Order;
import io.tradinggym.market.exchange.OrderEnd;
import io.tradinggym.market.exchange.OrderResult;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.Arrays;
import java.util.List;

/**
 * An exchange without a market: it fills targets with the next tick of the clock, at prices, parts and costs that a
 * test sets, and orders at once. It knows no bars and asks nothing of an account.
 */
final class InstantExchange implements Exchange {
  final Account account;
  final long[] middle;
  long spread;
  long commission;
  long charged;

  /** Of a hundred lots wanted so many are filled. */
  int part = 100;

  long now = 1;
  private final long[] wanted;
  private final boolean[] pending;
  private ExecutionListener listener = FillListener.NONE;

  InstantExchange(Account account) {
    this.account = account;
    middle = new long[account.assets()];
    wanted = new long[account.assets()];
    pending = new boolean[account.assets()];
  }

  @Override
  public void listener(ExecutionListener told) {
    listener = told;
  }

  @Override
  public OrderResult target(int asset, long lots) {
    wanted[asset] = lots;
    pending[asset] = lots != account.lots(asset);
    return OrderResult.ACCEPTED;
  }

  @Override
  public OrderResult submit(Order order) {
    fill(order.id(), TradeReason.ORDER, order.asset(), order.lots());
    listener.ended(order.id(), OrderEnd.FILLED, 0);
    return OrderResult.ACCEPTED;
  }

  @Override
  public OrderResult submit(long id, Legs legs, long count, long limit) {
    for (int leg = 0; leg < legs.count(); leg++) {
      fill(id, TradeReason.ORDER, legs.asset(leg), legs.ratio(leg) * count);
    }
    listener.ended(id, OrderEnd.FILLED, 0);
    return OrderResult.ACCEPTED;
  }

  void closeOut(int asset) {
    fill(LIQUIDATION, TradeReason.LIQUIDATION, asset, -account.lots(asset));
  }

  private void fill(long order, TradeReason reason, int asset, long lots) {
    if (lots == 0) {
      return;
    }
    long ticks = middle[asset] + (lots > 0 ? spread : -spread);
    int currency = account.currency(asset);
    long before = account.balance(currency, Entry.REALISED);
    account.trade(asset, lots, ticks, commission, charged);
    SleeveFill fill = new SleeveFill();
    fill.time = now;
    fill.order = order;
    fill.asset = asset;
    fill.lots = lots;
    fill.ticks = ticks;
    fill.reference = middle[asset];
    fill.commission = commission;
    fill.charged = charged;
    fill.slippage = account.moved(asset, middle[asset], spread, lots) + charged;
    fill.realised = before - account.balance(currency, Entry.REALISED);
    fill.reason = reason;
    listener.filled(fill);
  }

  @Override
  public boolean advance(long time) {
    now = time;
    for (int asset = 0; asset < wanted.length; asset++) {
      if (pending[asset]) {
        pending[asset] = false;
        long missing = wanted[asset] - account.lots(asset);
        fill(TARGET, TradeReason.TARGET, asset, missing * part / 100);
      }
    }
    Arrays.fill(pending, false);
    return false;
  }

  @Override
  public long time() {
    return now;
  }

  @Override
  public long middle(int asset) {
    return middle[asset];
  }

  @Override
  public OrderResult replace(Order order) {
    return OrderResult.UNKNOWN_ORDER;
  }

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
  public void save(DataOutput out) {}

  @Override
  public void restore(DataInput in) {}
}

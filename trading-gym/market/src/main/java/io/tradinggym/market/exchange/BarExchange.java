package io.tradinggym.market.exchange;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.data.Bars;
import java.util.Arrays;

/**
 * Fills on bars: what is decided at the close of bar t is filled on bar t + 1, never at a price already seen.
 *
 * <ul>
 *   <li>A market order fills at the next open, worsened by slippage to whole ticks, against the trader.
 *   <li>The price never leaves the bar: what slippage does not fit between its low and high is charged in money.
 *   <li>An order gets at most its share of the bar's volume.
 *   <li>An asset that did not trade in the bar fills nothing.
 *   <li>Orders that reduce positions come before those that add to them. What the account cannot afford is cut down to
 *       what it can.
 *   <li>After the bar every position is marked at its close, and an account below its maintenance margin is closed out
 *       there at normal costs, before anybody sees the new state.
 * </ul>
 *
 * <p>What this gets wrong: it knows no queue and no path inside the bar, slippage aside the open is had at any size, and
 * a liquidation in an untraded asset is filled at its last price. One lane's state; a step allocates nothing.
 */
public final class BarExchange {
  /** Order id of fills that reach a target. */
  public static final long TARGET = 0;

  /** Order id of fills that close out an account. */
  public static final long LIQUIDATION = -1;

  /** No limit on the share of a bar's volume. */
  public static final int UNLIMITED = 0;

  private static final long SHARE = 10_000;

  private final Bars bars;
  private final Account account;
  private final Filler filler;
  private final int participation;
  private final long[] target;
  private final boolean[] pending;
  private int now;
  private int pendingCount;

  /**
   * An exchange for one account.
   *
   * @param bars assets in the order of the account's instruments
   * @param participation largest share of a bar's volume that is filled, basis points; {@link #UNLIMITED}
   */
  public BarExchange(Bars bars, Account account, Costs costs, int participation, FillListener listener) {
    if (bars.assets() != account.assets()) {
      throw new IllegalArgumentException(
          "bars of " + bars.assets() + " assets do not fit an account of " + account.assets());
    }
    if (participation < 0 || participation > SHARE) {
      throw new IllegalArgumentException("participation must be 0 to 10000 basis points, was " + participation);
    }
    this.bars = bars;
    this.account = account;
    this.participation = participation;
    filler = new Filler(bars, account, costs, listener);
    target = new long[bars.assets()];
    pending = new boolean[bars.assets()];
  }

  /** Stands at the close of a bar, without orders, the account marked. */
  public void reset(int bar) {
    now = bar;
    pendingCount = 0;
    Arrays.fill(pending, false);
    markAtClose();
  }

  /** The bar at whose close the exchange stands. */
  public int now() {
    return now;
  }

  /** Orders at the market what is missing to so many lots. Holds for the next bar; what is not filled there lapses. */
  public void target(int asset, long lots) {
    boolean wanted = lots != account.lots(asset);
    if (wanted != pending[asset]) {
      pending[asset] = wanted;
      pendingCount += wanted ? 1 : -1;
    }
    target[asset] = lots;
  }

  /**
   * Lives through the next bar.
   *
   * @return whether the account was liquidated
   */
  public boolean step() {
    if (now + 1 >= bars.length()) {
      throw new IllegalStateException("no bar after " + now + ", the last of " + bars.length());
    }
    now++;
    if (pendingCount > 0) {
      open();
    }
    markAtClose();
    return liquidate();
  }

  private void open() {
    for (int asset = 0; asset < target.length; asset++) {
      if (pending[asset] && bars.traded(asset, now)) {
        account.mark(asset, bars.open(asset, now));
      }
    }
    for (int asset = 0; asset < target.length; asset++) {
      if (pending[asset] && reduces(account.lots(asset), target[asset])) {
        fill(asset);
      }
    }
    for (int asset = 0; asset < target.length; asset++) {
      if (pending[asset]) {
        fill(asset);
      }
    }
  }

  private static boolean reduces(long held, long wanted) {
    return wanted == 0 || ((wanted ^ held) >= 0 && Math.abs(wanted) < Math.abs(held));
  }

  private void fill(int asset) {
    pending[asset] = false;
    pendingCount--;
    if (!bars.traded(asset, now)) {
      return;
    }
    long missing = Math.subtractExact(target[asset], account.lots(asset));
    if (participation != UNLIMITED) {
      long most = cap(bars.volume(asset, now));
      missing = Math.max(-most, Math.min(most, missing));
    }
    filler.market(asset, now, missing, bars.open(asset, now), TARGET, true);
  }

  private long cap(long volume) {
    return volume / SHARE * participation + volume % SHARE * participation / SHARE;
  }

  private void markAtClose() {
    for (int asset = 0; asset < target.length; asset++) {
      account.mark(asset, bars.close(asset, now));
    }
  }

  private boolean liquidate() {
    if (!account.mustLiquidate()) {
      return false;
    }
    for (int asset = 0; asset < target.length; asset++) {
      filler.market(asset, now, -account.lots(asset), bars.close(asset, now), LIQUIDATION, false);
    }
    return true;
  }
}

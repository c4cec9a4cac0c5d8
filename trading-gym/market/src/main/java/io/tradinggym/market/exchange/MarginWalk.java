package io.tradinggym.market.exchange;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Positions;
import io.tradinggym.market.data.Bars;

/**
 * Margin calls inside a bar. A bar tells how far each price went, not when: so two roads are looked at, all marks at
 * their lows together and all at their highs together, the worse one first. Along a road marks move in step from the
 * open, and positions are closed out at the first tick where their margin is gone; at the open at once, if a gap has
 * carried them beyond. What is left then goes on along the road.
 *
 * <p>What this gets wrong: prices of different assets do not go to their ends together, and of positions that were
 * opened or closed inside the bar it sees what the bar left of them. One lane's state; a look allocates nothing.
 */
public final class MarginWalk {
  /** Halvings after which a place on a road is known to a tick: prices have less than 2^40 of them. */
  private static final int HALVINGS = 40;

  private final Bars bars;
  private final Account account;
  private final Positions positions;
  private final Call call;
  private final double most;
  private final long[] from;
  private final double[] lotValue;

  /** Who is called for margin, and what it has. */
  public interface Call {
    /** {@return what stands behind open positions, money units of the base currency} */
    long behind();

    /** {@return whether positions have to be closed out at the present marks} */
    boolean due();

    /** Closes out at the present marks, until what is left stands. */
    void closeOut();
  }

  /**
   * For one account.
   *
   * @param bars assets in the order of the account's instruments
   * @param account whose positions and marks they are; its marks move
   * @param call what is done when margin is missing
   * @param most largest part of a position's absolute value that maintenance asks, {@code >= 0}: what has more behind
   *     it at the ends of a bar is out of danger without a closer look; infinite to look closely always
   */
  public MarginWalk(Bars bars, Account account, Call call, double most) {
    this.bars = bars;
    this.account = account;
    positions = account.positions();
    this.call = call;
    this.most = most;
    from = new long[bars.assets()];
    lotValue = new double[bars.assets()];
    for (int asset = 0; asset < lotValue.length; asset++) {
      lotValue[asset] = account.tickLotValue(asset);
    }
  }

  /**
   * Looks at the marks inside a bar, positions as they were filled; leaves marks anywhere inside it.
   *
   * @param bar index of the bar, from 0; the account's marks are those of before it
   * @return whether anything was closed out
   */
  public boolean insideBar(int bar) {
    double low = 0;
    double high = 0;
    double gross = 0;
    for (int asset = 0; asset < from.length; asset++) {
      long lots = positions.lots(asset);
      if (lots != 0) {
        double perTick = lots * lotValue[asset];
        long mark = positions.mark(asset);
        long lowest = bars.markLow(asset, bar);
        long highest = bars.markHigh(asset, bar);
        low += perTick * (lowest - mark);
        high += perTick * (highest - mark);
        gross += Math.abs(perTick) * Math.max(mark, highest);
      }
    }
    if (gross == 0) {
      return false;
    }
    long behind = call.behind();
    if (isFar(behind + low, gross) && isFar(behind + high, gross)) {
      return false;
    }
    for (int asset = 0; asset < from.length; asset++) {
      from[asset] = atOpen(asset, bar);
    }
    boolean called = walk(bar, low < high);
    return walk(bar, low >= high) || called;
  }

  /** A unit a position for what requirements are rounded up by, and one that equity must not fall to. */
  private boolean isFar(double worst, double gross) {
    return worst > most * gross + from.length + 1;
  }

  /** Where a mark stood when the bar began: at the price if that lies between its ends. */
  private long atOpen(int asset, int bar) {
    long price = bars.traded(asset, bar) ? bars.open(asset, bar) : account.mark(asset);
    long low = bars.markLow(asset, bar);
    return Math.clamp(price, low, Math.max(low, bars.markHigh(asset, bar)));
  }

  private boolean walk(int bar, boolean down) {
    boolean called = false;
    double behind = 0;
    move(bar, down, 1);
    while (call.due()) {
      behind = limit(bar, down, behind);
      move(bar, down, behind);
      call.closeOut();
      called = true;
      move(bar, down, 1);
    }
    return called;
  }

  /** The first place on a road where positions are due that are due at its end; they may be all along. */
  private double limit(int bar, boolean down, double behind) {
    move(bar, down, behind);
    if (call.due()) {
      return behind;
    }
    double stands = behind;
    double due = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (stands + due);
      move(bar, down, middle);
      if (call.due()) {
        due = middle;
      } else {
        stands = middle;
      }
    }
    return due;
  }

  private void move(int bar, boolean down, double part) {
    for (int asset = 0; asset < from.length; asset++) {
      long end = down ? bars.markLow(asset, bar) : bars.markHigh(asset, bar);
      double way = part * (end - from[asset]);
      account.mark(asset, from[asset] + (long) (down ? Math.floor(way) : Math.ceil(way)));
    }
  }
}

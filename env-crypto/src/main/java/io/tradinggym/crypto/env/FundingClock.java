package io.tradinggym.crypto.env;

import io.tradinggym.market.data.Bars;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.Perpetual;
import java.util.Arrays;
import java.util.List;

/** Knows which bars pass a funding stamp, and the last rate that each asset settled at. */
final class FundingClock {
  private static final long NEVER = Long.MAX_VALUE;
  private static final double BASIS_POINT = 1e4;

  /** Interval, next stamp and rate. */
  private static final int COLUMNS = 3;

  private final Bars bars;
  private final long[] interval;
  private final long[] next;
  private final boolean[] stamped;
  private final double[] rate;
  private long soonest;

  FundingClock(Bars bars, List<Instrument> instruments) {
    this.bars = bars;
    int assets = instruments.size();
    interval = new long[assets];
    next = new long[assets];
    stamped = new boolean[assets];
    rate = new double[assets];
    for (int asset = 0; asset < assets; asset++) {
      boolean perpetual = instruments.get(asset) instanceof Perpetual;
      interval[asset] = perpetual ? bars.fundingInterval(asset) : 0;
    }
  }

  /** Stands at the close of a bar; the last settled rates are looked up in the bars before. */
  void reset(int bar) {
    Arrays.fill(stamped, false);
    soonest = NEVER;
    for (int asset = 0; asset < next.length; asset++) {
      rate[asset] = 0;
      next[asset] = NEVER;
      if (interval[asset] > 0) {
        interval[asset] = bars.fundingInterval(asset, bar);
        long now = bars.closeTime(bar);
        long last = Math.floorDiv(now, interval[asset]) * interval[asset];
        next[asset] = last + interval[asset];
        rate[asset] = shown(bars.funding(asset, barOf(last, bar)));
      }
      soonest = Math.min(soonest, next[asset]);
    }
  }

  /** The bar, not later than the given one, in which a time lies; the first if it lies before all. */
  private int barOf(long time, int latest) {
    int bar = latest;
    while (bar > 0 && bars.closeTime(bar - 1) >= time) {
      bar--;
    }
    return bar;
  }

  /** Moves on to the close of the next bar; whether any stamp was passed. */
  boolean advance(int bar) {
    long now = bars.closeTime(bar);
    if (now < soonest) {
      return false;
    }
    soonest = NEVER;
    for (int asset = 0; asset < next.length; asset++) {
      stamped[asset] = now >= next[asset];
      if (stamped[asset]) {
        rate[asset] = shown(bars.funding(asset, bar));
        interval[asset] = bars.fundingInterval(asset, bar);
        next[asset] = Math.floorDiv(now, interval[asset]) * interval[asset] + interval[asset];
      }
      soonest = Math.min(soonest, next[asset]);
    }
    return true;
  }

  private static double shown(long rate) {
    return rate / 1e8 * BASIS_POINT;
  }

  /** Whether the last move passed a stamp of the asset. */
  boolean stamped(int asset) {
    return stamped[asset];
  }

  /** The last settled rate, basis points. */
  double rate(int asset) {
    return rate[asset];
  }

  /** The part of the interval that is left, in (0, 1]; 0 without funding. */
  double left(int asset, long now) {
    return interval[asset] == 0 ? 0 : (double) (next[asset] - now) / interval[asset];
  }

  /** Numbers that {@link #store} writes. */
  int stateSize() {
    return 1 + COLUMNS * next.length;
  }

  /** Which stamps the last move passed is asked within the step alone. */
  void store(long[] row, int at) {
    row[at] = soonest;
    int to = at + 1;
    for (int asset = 0; asset < next.length; asset++) {
      row[to] = interval[asset];
      row[to + 1] = next[asset];
      row[to + 2] = Double.doubleToRawLongBits(rate[asset]);
      to += COLUMNS;
    }
  }

  void load(long[] row, int at) {
    soonest = row[at];
    int from = at + 1;
    for (int asset = 0; asset < next.length; asset++) {
      interval[asset] = row[from];
      next[asset] = row[from + 1];
      rate[asset] = Double.longBitsToDouble(row[from + 2]);
      from += COLUMNS;
    }
  }
}

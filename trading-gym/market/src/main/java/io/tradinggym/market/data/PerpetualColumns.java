package io.tradinggym.market.data;

import java.util.Arrays;

/**
 * Marks and funding of {@link MarketData}, beside its rows:
 *
 * <pre>
 *   | bar 0: asset 0 high low close funding, asset 1 high ... | bar 1: asset 0 high ... | ...
 * </pre>
 */
final class PerpetualColumns {
  static final int FIELDS = 4;
  static final int HIGH = 0;
  static final int LOW = 1;
  static final int CLOSE = 2;
  static final int FUNDING = 3;

  private final int assets;
  private final long[] rows;
  private final long[] intervals;

  PerpetualColumns(int assets, int bars) {
    this(
        assets,
        new long[Math.multiplyExact(Math.multiplyExact(assets, bars), FIELDS)],
        new long[assets]);
  }

  private PerpetualColumns(int assets, long[] rows, long[] intervals) {
    this.assets = assets;
    this.rows = rows;
    this.intervals = intervals;
  }

  void interval(int asset, long millis) {
    intervals[asset] = millis;
  }

  long interval(int asset) {
    return intervals[asset];
  }

  void set(int asset, int bar, long high, long low, long close, long funding) {
    int at = (bar * assets + asset) * FIELDS;
    rows[at + HIGH] = high;
    rows[at + LOW] = low;
    rows[at + CLOSE] = close;
    rows[at + FUNDING] = funding;
  }

  long get(int asset, int bar, int field) {
    return rows[(bar * assets + asset) * FIELDS + field];
  }

  PerpetualColumns slice(int from, int to) {
    int size = assets * FIELDS;
    return new PerpetualColumns(
        assets, Arrays.copyOfRange(rows, from * size, to * size), intervals);
  }
}

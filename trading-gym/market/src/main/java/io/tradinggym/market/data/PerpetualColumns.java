package io.tradinggym.market.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Marks and funding of {@link MarketData}, beside its rows:
 *
 * <pre>
 *   | bar 0: asset 0 high low close funding, asset 1 high ... | bar 1: asset 0 high ... | ...
 * </pre>
 *
 * <p>Funding intervals stand beside, asset by asset, bar by bar.
 */
final class PerpetualColumns {
  static final int FIELDS = 4;
  static final int HIGH = 0;
  static final int LOW = 1;
  static final int CLOSE = 2;
  static final int FUNDING = 3;

  private final int assets;
  private final long[] rows;
  private final long[][] intervals;

  PerpetualColumns(int assets, int bars) {
    this(
        assets,
        new long[Math.multiplyExact(Math.multiplyExact(assets, bars), FIELDS)],
        new long[assets][bars]);
  }

  private PerpetualColumns(int assets, long[] rows, long[][] intervals) {
    this.assets = assets;
    this.rows = rows;
    this.intervals = intervals;
  }

  void interval(int asset, int bar, long millis) {
    intervals[asset][bar] = millis;
  }

  long interval(int asset, int bar) {
    return intervals[asset][bar];
  }

  /** The interval in force at the first bar. */
  long interval(int asset) {
    return intervals[asset][0];
  }

  /** Puts the changes of an asset's interval into a digest; nothing where it never changes. */
  void digestChanges(int asset, MessageDigest digest) {
    long[] own = intervals[asset];
    ByteBuffer change = ByteBuffer.allocate(2 * Long.BYTES);
    for (int bar = 1; bar < own.length; bar++) {
      if (own[bar] != own[bar - 1]) {
        change.clear();
        change.putLong(bar).putLong(own[bar]);
        digest.update(change.array());
      }
    }
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
        assets,
        Arrays.copyOfRange(rows, from * size, to * size),
        Arrays.stream(intervals)
            .map(own -> Arrays.copyOfRange(own, from, to))
            .toArray(long[][]::new));
  }
}

package io.tradinggym.market.exchange;

import io.tradinggym.market.data.Bars;

/**
 * Bars from a table: rows of open, high, low, close, volume; a volume of -1 is a bar without trading;
 * then, if they differ, highest, lowest and last mark. One asset or two, a bar a day.
 */
final class TestBars implements Bars {
  private final long[][][] tables;
  private final long millis;

  TestBars(long[]... rows) {
    this(86_400_000L, new long[][][] {rows});
  }

  TestBars(long[][] first, long[][] second) {
    this(86_400_000L, new long[][][] {first, second});
  }

  private TestBars(long millis, long[][][] tables) {
    this.millis = millis;
    this.tables = tables;
  }

  /** A bar an hour. */
  static TestBars hours(long[]... rows) {
    return new TestBars(3_600_000L, new long[][][] {rows});
  }

  @Override
  public int assets() {
    return tables.length;
  }

  @Override
  public int length() {
    return tables[0].length;
  }

  @Override
  public long closeTime(int bar) {
    return (bar + 1) * millis;
  }

  @Override
  public long open(int asset, int bar) {
    return tables[asset][bar][0];
  }

  @Override
  public long high(int asset, int bar) {
    return tables[asset][bar][1];
  }

  @Override
  public long low(int asset, int bar) {
    return tables[asset][bar][2];
  }

  @Override
  public long close(int asset, int bar) {
    return tables[asset][bar][3];
  }

  @Override
  public long volume(int asset, int bar) {
    return Math.max(0, tables[asset][bar][4]);
  }

  @Override
  public long markHigh(int asset, int bar) {
    return tables[asset][bar].length > 5 ? tables[asset][bar][5] : high(asset, bar);
  }

  @Override
  public long markLow(int asset, int bar) {
    return tables[asset][bar].length > 5 ? tables[asset][bar][6] : low(asset, bar);
  }

  @Override
  public long mark(int asset, int bar) {
    return tables[asset][bar].length > 5 ? tables[asset][bar][7] : close(asset, bar);
  }

  @Override
  public boolean traded(int asset, int bar) {
    return tables[asset][bar][4] >= 0;
  }
}

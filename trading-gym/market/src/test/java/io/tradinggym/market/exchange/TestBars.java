package io.tradinggym.market.exchange;

import io.tradinggym.market.data.Bars;

/**
 * Bars from a table: rows of open, high, low, close, volume; a volume of -1 is a bar without trading;
 * then, if they differ, highest, lowest and last mark. One asset, a bar a day.
 */
final class TestBars implements Bars {
  private final long[][] rows;

  TestBars(long[]... rows) {
    this.rows = rows;
  }

  @Override
  public int assets() {
    return 1;
  }

  @Override
  public int length() {
    return rows.length;
  }

  @Override
  public long closeTime(int bar) {
    return (bar + 1) * 86_400_000L;
  }

  @Override
  public long open(int asset, int bar) {
    return rows[bar][0];
  }

  @Override
  public long high(int asset, int bar) {
    return rows[bar][1];
  }

  @Override
  public long low(int asset, int bar) {
    return rows[bar][2];
  }

  @Override
  public long close(int asset, int bar) {
    return rows[bar][3];
  }

  @Override
  public long volume(int asset, int bar) {
    return Math.max(0, rows[bar][4]);
  }

  @Override
  public long markHigh(int asset, int bar) {
    return rows[bar].length > 5 ? rows[bar][5] : high(asset, bar);
  }

  @Override
  public long markLow(int asset, int bar) {
    return rows[bar].length > 5 ? rows[bar][6] : low(asset, bar);
  }

  @Override
  public long mark(int asset, int bar) {
    return rows[bar].length > 5 ? rows[bar][7] : close(asset, bar);
  }

  @Override
  public boolean traded(int asset, int bar) {
    return rows[bar][4] >= 0;
  }
}

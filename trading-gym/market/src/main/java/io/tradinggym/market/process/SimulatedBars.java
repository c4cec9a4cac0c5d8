package io.tradinggym.market.process;

import io.tradinggym.market.data.Bars;

/** Bars that are drawn anew for every episode, into the same columns: {@code asset * length + bar}. */
final class SimulatedBars implements Bars {
  private final int assets;
  private final int length;
  private final long[] closeTimes;
  final long[] open;
  final long[] high;
  final long[] low;
  final long[] close;
  final long[] volume;

  SimulatedBars(int assets, long[] closeTimes) {
    this.assets = assets;
    this.length = closeTimes.length;
    this.closeTimes = closeTimes;
    open = new long[assets * length];
    high = new long[assets * length];
    low = new long[assets * length];
    close = new long[assets * length];
    volume = new long[assets * length];
  }

  private int at(int asset, int bar) {
    if (bar < 0 || bar >= length) {
      throw new IndexOutOfBoundsException("bar must be in 0 .. " + (length - 1) + ", was " + bar);
    }
    return asset * length + bar;
  }

  @Override
  public int assets() {
    return assets;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public long closeTime(int bar) {
    return closeTimes[bar];
  }

  @Override
  public long open(int asset, int bar) {
    return open[at(asset, bar)];
  }

  @Override
  public long high(int asset, int bar) {
    return high[at(asset, bar)];
  }

  @Override
  public long low(int asset, int bar) {
    return low[at(asset, bar)];
  }

  @Override
  public long close(int asset, int bar) {
    return close[at(asset, bar)];
  }

  @Override
  public long volume(int asset, int bar) {
    return volume[at(asset, bar)];
  }

  @Override
  public boolean traded(int asset, int bar) {
    return true;
  }
}

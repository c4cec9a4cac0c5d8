package io.tradinggym.market.process;

import io.tradinggym.market.data.Bars;

/** Bars that are drawn anew for every episode, into the same columns, all assets of a bar side by side. */
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

  /** Where an asset's numbers of a bar are. */
  int at(int asset, int bar) {
    if (asset < 0 || asset >= assets) {
      throw new IndexOutOfBoundsException(
          "asset must be in 0 .. " + (assets - 1) + ", was " + asset);
    }
    return bar * assets + asset;
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

package io.tradinggym.stocks;

import io.tradinggym.market.data.Bars;

/** The first asset of a market. */
record OneAsset(Bars market) implements Bars {
  @Override
  public int assets() {
    return 1;
  }

  @Override
  public int length() {
    return market.length();
  }

  @Override
  public long closeTime(int bar) {
    return market.closeTime(bar);
  }

  @Override
  public long open(int asset, int bar) {
    return market.open(asset, bar);
  }

  @Override
  public long high(int asset, int bar) {
    return market.high(asset, bar);
  }

  @Override
  public long low(int asset, int bar) {
    return market.low(asset, bar);
  }

  @Override
  public long close(int asset, int bar) {
    return market.close(asset, bar);
  }

  @Override
  public long volume(int asset, int bar) {
    return market.volume(asset, bar);
  }

  @Override
  public boolean traded(int asset, int bar) {
    return market.traded(asset, bar);
  }
}

package io.tradinggym.market.data;

import java.util.Objects;

/** Bars at the prices of one side of the market; what is no price is that of the whole. */
final class SideBars implements Bars {
  private final Bars whole;
  private final int assets;
  private final long[] prices;

  /**
   * One side.
   *
   * @param prices as {@link QuoteColumns} draws them
   */
  SideBars(Bars whole, int assets, long[] prices) {
    this.whole = whole;
    this.assets = assets;
    this.prices = prices;
  }

  private int at(int asset, int bar) {
    return (bar * assets + Objects.checkIndex(asset, assets)) * QuoteColumns.FIELDS;
  }

  @Override
  public int assets() {
    return assets;
  }

  @Override
  public int length() {
    return whole.length();
  }

  @Override
  public long closeTime(int bar) {
    return whole.closeTime(bar);
  }

  @Override
  public long open(int asset, int bar) {
    return prices[at(asset, bar) + MarketData.OPEN];
  }

  @Override
  public long high(int asset, int bar) {
    return prices[at(asset, bar) + MarketData.HIGH];
  }

  @Override
  public long low(int asset, int bar) {
    return prices[at(asset, bar) + MarketData.LOW];
  }

  @Override
  public long close(int asset, int bar) {
    return prices[at(asset, bar) + MarketData.CLOSE];
  }

  @Override
  public long volume(int asset, int bar) {
    return whole.volume(asset, bar);
  }

  @Override
  public boolean traded(int asset, int bar) {
    return whole.traded(asset, bar);
  }

  @Override
  public boolean quoted(int asset) {
    return whole.quoted(asset);
  }
}

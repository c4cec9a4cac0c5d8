package io.tradinggym.market.data;

import java.util.Objects;

/** Bars at the prices of one side of the market; what is no price is that of the whole. */
final class SideBars implements BarsOf {
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
  public Bars whole() {
    return whole;
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

  /** Of one side there is no other. */
  @Override
  public Bars asks() {
    return this;
  }

  @Override
  public Bars bids() {
    return this;
  }
}

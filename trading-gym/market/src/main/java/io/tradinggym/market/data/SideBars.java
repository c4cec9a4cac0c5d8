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

  @Override
  public int goneFrom(int asset) {
    return whole.goneFrom(asset);
  }

  @Override
  public long mark(int asset, int bar) {
    return whole.mark(asset, bar);
  }

  @Override
  public long markHigh(int asset, int bar) {
    return whole.markHigh(asset, bar);
  }

  @Override
  public long markLow(int asset, int bar) {
    return whole.markLow(asset, bar);
  }

  @Override
  public long funding(int asset, int bar) {
    return whole.funding(asset, bar);
  }

  @Override
  public long fundingInterval(int asset) {
    return whole.fundingInterval(asset);
  }

  @Override
  public long fundingInterval(int asset, int bar) {
    return whole.fundingInterval(asset, bar);
  }

  @Override
  public long dividend(int asset, int bar) {
    return whole.dividend(asset, bar);
  }

  @Override
  public int splitShares(int asset, int bar) {
    return whole.splitShares(asset, bar);
  }

  @Override
  public int splitOf(int asset, int bar) {
    return whole.splitOf(asset, bar);
  }

  @Override
  public boolean hasActions() {
    return whole.hasActions();
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

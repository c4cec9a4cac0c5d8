package io.tradinggym.market.data;

import java.util.Objects;

/** So many bars of a history, from a place that moves. */
final class WindowBars implements Bars {
  private final Bars data;
  private final int length;
  private final WindowBars asks;
  private final WindowBars bids;
  private int offset;

  WindowBars(Bars data, int offset, int length) {
    this.data = data;
    this.offset = offset;
    this.length = length;
    boolean sides = data.asks() != data;
    asks = sides ? new WindowBars(data.asks(), offset, length) : this;
    bids = sides ? new WindowBars(data.bids(), offset, length) : this;
  }

  int offset() {
    return offset;
  }

  void move(int to) {
    offset = to;
    asks.offset = to;
    bids.offset = to;
  }

  private int at(int bar) {
    return offset + Objects.checkIndex(bar, length);
  }

  @Override
  public int assets() {
    return data.assets();
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public long closeTime(int bar) {
    return data.closeTime(at(bar));
  }

  @Override
  public long open(int asset, int bar) {
    return data.open(asset, at(bar));
  }

  @Override
  public long high(int asset, int bar) {
    return data.high(asset, at(bar));
  }

  @Override
  public long low(int asset, int bar) {
    return data.low(asset, at(bar));
  }

  @Override
  public long close(int asset, int bar) {
    return data.close(asset, at(bar));
  }

  @Override
  public long volume(int asset, int bar) {
    return data.volume(asset, at(bar));
  }

  @Override
  public boolean traded(int asset, int bar) {
    return data.traded(asset, at(bar));
  }

  @Override
  public int goneFrom(int asset) {
    int gone = data.goneFrom(asset);
    return gone == Integer.MAX_VALUE ? gone : gone - offset;
  }

  @Override
  public long mark(int asset, int bar) {
    return data.mark(asset, at(bar));
  }

  @Override
  public long markHigh(int asset, int bar) {
    return data.markHigh(asset, at(bar));
  }

  @Override
  public long markLow(int asset, int bar) {
    return data.markLow(asset, at(bar));
  }

  @Override
  public long funding(int asset, int bar) {
    return data.funding(asset, at(bar));
  }

  @Override
  public long fundingInterval(int asset) {
    return data.fundingInterval(asset);
  }

  @Override
  public long fundingInterval(int asset, int bar) {
    return data.fundingInterval(asset, at(bar));
  }

  @Override
  public boolean quoted(int asset) {
    return data.quoted(asset);
  }

  @Override
  public Bars asks() {
    return asks;
  }

  @Override
  public Bars bids() {
    return bids;
  }

  @Override
  public boolean hasActions() {
    return data.hasActions();
  }

  @Override
  public long dividend(int asset, int bar) {
    return data.dividend(asset, at(bar));
  }

  @Override
  public int splitShares(int asset, int bar) {
    return data.splitShares(asset, at(bar));
  }

  @Override
  public int splitOf(int asset, int bar) {
    return data.splitOf(asset, at(bar));
  }
}

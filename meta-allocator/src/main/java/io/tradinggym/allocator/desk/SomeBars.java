package io.tradinggym.allocator.desk;

import io.tradinggym.market.data.Bars;

/**
 * Some assets of other bars, in an order of their own, with all that those say of them.
 *
 * @param all bars of all assets
 * @param asked their prices at which sellers sell
 * @param bid their prices at which buyers buy
 * @param of which assets, by place
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SomeBars(Bars all, Bars asked, Bars bid, int[] of) implements Bars {
  /** Bars of some assets; both sides are kept, so that nothing is made when they are asked for. */
  static SomeBars of(Bars all, int[] of) {
    boolean sides = all.asks() != all;
    return new SomeBars(
        all, sides ? side(all.asks(), of) : all, sides ? side(all.bids(), of) : all, of);
  }

  private static SomeBars side(Bars side, int[] of) {
    return new SomeBars(side, side, side, of);
  }

  @Override
  public Bars asks() {
    return asked == all ? this : asked;
  }

  @Override
  public Bars bids() {
    return bid == all ? this : bid;
  }

  @Override
  public int assets() {
    return of.length;
  }

  @Override
  public int length() {
    return all.length();
  }

  @Override
  public long closeTime(int bar) {
    return all.closeTime(bar);
  }

  @Override
  public boolean hasActions() {
    return all.hasActions();
  }

  @Override
  public long open(int asset, int bar) {
    return all.open(of[asset], bar);
  }

  @Override
  public long high(int asset, int bar) {
    return all.high(of[asset], bar);
  }

  @Override
  public long low(int asset, int bar) {
    return all.low(of[asset], bar);
  }

  @Override
  public long close(int asset, int bar) {
    return all.close(of[asset], bar);
  }

  @Override
  public long volume(int asset, int bar) {
    return all.volume(of[asset], bar);
  }

  @Override
  public boolean traded(int asset, int bar) {
    return all.traded(of[asset], bar);
  }

  @Override
  public int goneFrom(int asset) {
    return all.goneFrom(of[asset]);
  }

  @Override
  public long mark(int asset, int bar) {
    return all.mark(of[asset], bar);
  }

  @Override
  public long markHigh(int asset, int bar) {
    return all.markHigh(of[asset], bar);
  }

  @Override
  public long markLow(int asset, int bar) {
    return all.markLow(of[asset], bar);
  }

  @Override
  public long funding(int asset, int bar) {
    return all.funding(of[asset], bar);
  }

  @Override
  public long fundingInterval(int asset) {
    return all.fundingInterval(of[asset]);
  }

  @Override
  public long fundingInterval(int asset, int bar) {
    return all.fundingInterval(of[asset], bar);
  }

  @Override
  public boolean quoted(int asset) {
    return all.quoted(of[asset]);
  }

  @Override
  public long dividend(int asset, int bar) {
    return all.dividend(of[asset], bar);
  }

  @Override
  public int splitShares(int asset, int bar) {
    return all.splitShares(of[asset], bar);
  }

  @Override
  public int splitOf(int asset, int bar) {
    return all.splitOf(of[asset], bar);
  }
}

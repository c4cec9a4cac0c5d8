package io.tradinggym.allocator.desk;

import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.BarsOf;

/**
 * Some assets of other bars, in an order of their own, with all that those say of them.
 *
 * @param whole bars of all assets
 * @param asked their prices at which sellers sell
 * @param bid their prices at which buyers buy
 * @param of which assets, by place
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SomeBars(Bars whole, Bars asked, Bars bid, int[] of) implements BarsOf {
  /** Bars of some assets; both sides are kept, so that nothing is made when they are asked for. */
  static SomeBars of(Bars whole, int[] of) {
    boolean sides = whole.asks() != whole;
    return new SomeBars(
        whole, sides ? side(whole.asks(), of) : whole, sides ? side(whole.bids(), of) : whole, of);
  }

  private static SomeBars side(Bars side, int[] of) {
    return new SomeBars(side, side, side, of);
  }

  @Override
  public Bars asks() {
    return asked == whole ? this : asked;
  }

  @Override
  public Bars bids() {
    return bid == whole ? this : bid;
  }

  @Override
  public int assets() {
    return of.length;
  }

  @Override
  public int source(int asset) {
    return of[asset];
  }
}

package io.tradinggym.trading.flow;

import java.util.Arrays;

/**
 * What the sleeves of an account still want of each asset, and how a fill of the net order is split among them: buyers
 * and sellers trade with each other first, and who wanted more has the rest from the market; on either side by what
 * each wanted, to the lot.
 */
final class Netting {
  private final int sleeves;
  private final int assets;
  private final long[] due;
  private final long[] part;

  /** Lots by sleeve that were traded with other sleeves; their sum is 0. */
  final long[] crossed;

  /** Lots by sleeve that were traded in the market; their sum is the fill. */
  final long[] filled;

  Netting(int sleeves, int assets) {
    this.sleeves = sleeves;
    this.assets = assets;
    due = new long[sleeves * assets];
    part = new long[sleeves];
    crossed = new long[sleeves];
    filled = new long[sleeves];
  }

  void clear() {
    Arrays.fill(due, 0);
  }

  /** A sleeve wants so many lots more, or, negative, fewer; instead of what it wanted before. */
  void want(int sleeve, int asset, long change) {
    due[sleeve * assets + asset] = change;
  }

  long due(int sleeve, int asset) {
    return due[sleeve * assets + asset];
  }

  /** What all want together. */
  long net(int asset) {
    return Math.subtractExact(sum(asset, 1), sum(asset, -1));
  }

  /** Lots that can be traded between sleeves. */
  long crossing(int asset) {
    return Math.min(sum(asset, 1), sum(asset, -1));
  }

  private long sum(int asset, int side) {
    long sum = 0;
    for (int sleeve = 0; sleeve < sleeves; sleeve++) {
      sum = Math.addExact(sum, Math.max(0, side * due(sleeve, asset)));
    }
    return sum;
  }

  void lapse(int asset) {
    for (int sleeve = 0; sleeve < sleeves; sleeve++) {
      want(sleeve, asset, 0);
    }
  }

  /**
   * Splits a fill of an asset, 0 for none, into {@link #crossed} and {@link #filled}. What nobody asked for is the
   * first sleeve's.
   */
  void split(int asset, long fill) {
    Arrays.fill(crossed, 0);
    Arrays.fill(filled, 0);
    long crosses = crossing(asset);
    split(asset, 1, crosses, Math.max(0, fill));
    split(asset, -1, crosses, Math.max(0, -fill));
  }

  /** All of a fill is one sleeve's. */
  void own(int sleeve, long fill) {
    Arrays.fill(crossed, 0);
    Arrays.fill(filled, 0);
    filled[sleeve] = fill;
  }

  private void split(int asset, int side, long crosses, long fill) {
    long wanted = sum(asset, side);
    long fromMarket = Math.min(fill, wanted - crosses);
    filled[0] += side * (fill - fromMarket);
    long total = crosses + fromMarket;
    long before = 0;
    for (int sleeve = 0; sleeve < sleeves; sleeve++) {
      long wants = Math.max(0, side * due(sleeve, asset));
      part[sleeve] =
          Parts.share(total, before + wants, wanted) - Parts.share(total, before, wanted);
      before += wants;
    }
    long taken = 0;
    for (int sleeve = 0; sleeve < sleeves; sleeve++) {
      long lots = part[sleeve];
      long inside = Parts.share(crosses, taken + lots, total) - Parts.share(crosses, taken, total);
      crossed[sleeve] += side * inside;
      filled[sleeve] += side * (lots - inside);
      due[sleeve * assets + asset] -= side * lots;
      taken += lots;
    }
  }

  long[] columns() {
    return due;
  }
}

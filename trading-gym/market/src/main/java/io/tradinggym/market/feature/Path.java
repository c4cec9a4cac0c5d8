package io.tradinggym.market.feature;

import io.tradinggym.market.data.Bars;

/** Closes and volumes of one asset from its first trade on, in money and lots. Scratch, grows as needed. */
final class Path {
  /** Bars that are computed at once: some columns of them fit the first cache. */
  static final int BLOCK = 256;

  double[] close = {};
  double[] volume = {};

  /** Scratch of features. */
  final double[] means = new double[BLOCK];

  /** Scratch of features: closes of so many bars before. */
  final double[] earlier = new double[BLOCK];

  /** Takes in the bars from {@code first} on. */
  void read(Bars bars, int asset, int first, double tick) {
    int length = bars.length() - first;
    if (close.length < length) {
      close = new double[length];
      volume = new double[length];
    }
    for (int i = 0; i < length; i++) {
      close[i] = bars.close(asset, first + i) * tick;
      volume[i] = bars.volume(asset, first + i);
    }
  }
}

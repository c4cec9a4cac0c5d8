package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Wilder's average true range, in percent of the close. */
final class AverageRange implements Feature.State {
  private final Smoothed ranges;
  private double before;

  AverageRange(int bars) {
    ranges = Smoothed.wilder(bars);
  }

  /** The largest of high - low, |high - last close|, |low - last close|. */
  static double trueRange(double high, double low, double lastClose) {
    return Math.max(high, lastClose) - Math.min(low, lastClose);
  }

  @Override
  public void reset() {
    ranges.reset();
    before = 0;
  }

  @Override
  public double next(AsOf view, int asset) {
    double close = view.close(asset, 0);
    double last = before;
    before = close;
    if (last == 0) {
      return 0;
    }
    ranges.add(trueRange(view.high(asset, 0), view.low(asset, 0), last));
    return 100 * ranges.average() / close;
  }
}

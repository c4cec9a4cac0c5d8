package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Distance of the close from its exponential average: {@code 100 (close / average - 1) / sqrt(bars / 3)}. */
final class ExponentialAverage implements Feature.State {
  private final Smoothed closes;
  private final double scale;

  ExponentialAverage(int bars) {
    closes = Smoothed.exponential(bars);
    scale = 100 / Math.sqrt(bars / 3.0);
  }

  @Override
  public void reset() {
    closes.reset();
  }

  @Override
  public double next(AsOf view, int asset) {
    double close = view.close(asset, 0);
    closes.add(close);
    return scale * (close / closes.average() - 1);
  }
}

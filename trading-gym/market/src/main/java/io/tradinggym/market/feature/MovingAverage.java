package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Distance of the close from its simple average: {@code 100 (close / average - 1) / sqrt(bars / 3)}. */
final class MovingAverage implements Feature.State {
  private final Window closes;
  private final double scale;

  MovingAverage(int bars) {
    closes = new Window(bars);
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
    return scale * (close / closes.mean() - 1);
  }
}

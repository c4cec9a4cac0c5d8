package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Distance of the close below the highest close of a window: {@code 10 (close / highest - 1)}, at most 0. */
final class Drawdown implements Feature.State {
  private final Window closes;

  Drawdown(int bars) {
    closes = new Window(bars);
  }

  @Override
  public void reset() {
    closes.reset();
  }

  @Override
  public double next(AsOf view, int asset) {
    double close = view.close(asset, 0);
    closes.add(close);
    return 10 * (close / closes.max() - 1);
  }
}

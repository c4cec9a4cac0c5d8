package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/**
 * Where the close lies in the band of two standard deviations: -1 at the lower edge, 1 at the upper, {@code 2 %B - 1}.
 */
final class BollingerPosition implements Feature.State {
  private final Window closes;

  BollingerPosition(int bars) {
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
    if (!closes.full()) {
      return 0;
    }
    double deviation = closes.deviation();
    // Below this share of the price, what is left is rounding: the price stands still.
    return deviation <= 1e-12 * close ? 0 : (close - closes.mean()) / (2 * deviation);
  }
}

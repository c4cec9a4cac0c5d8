package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/**
 * Where the close lies in the range of the bars before it: -1 at their lowest low, 1 at their highest high, or beyond.
 */
final class DonchianPosition implements Feature.State {
  private final Window highs;
  private final Window lows;

  DonchianPosition(int bars) {
    highs = new Window(bars);
    lows = new Window(bars);
  }

  @Override
  public void reset() {
    highs.reset();
    lows.reset();
  }

  @Override
  public double next(AsOf view, int asset) {
    double position = 0;
    if (highs.full()) {
      double low = lows.min();
      position = 2 * Ratios.orElse(view.close(asset, 0) - low, highs.max() - low, 0.5) - 1;
    }
    highs.add(view.high(asset, 0));
    lows.add(view.low(asset, 0));
    return position;
  }
}

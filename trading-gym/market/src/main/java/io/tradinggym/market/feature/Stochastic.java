package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Where the close lies between the lowest low and the highest high, averaged over some bars: {@code %K / 50 - 1}. */
final class Stochastic implements Feature.State {
  private final Window highs;
  private final Window lows;
  private final Window positions;

  Stochastic(int bars, int smoothing) {
    highs = new Window(bars);
    lows = new Window(bars);
    positions = new Window(smoothing);
  }

  @Override
  public void reset() {
    highs.reset();
    lows.reset();
    positions.reset();
  }

  @Override
  public double next(AsOf view, int asset) {
    highs.add(view.high(asset, 0));
    lows.add(view.low(asset, 0));
    if (!highs.full()) {
      return 0;
    }
    double low = lows.min();
    positions.add(2 * Ratios.orElse(view.close(asset, 0) - low, highs.max() - low, 0.5) - 1);
    return positions.mean();
  }
}

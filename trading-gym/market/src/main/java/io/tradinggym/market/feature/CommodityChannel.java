package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Lambert's commodity channel index / 100: distance of the typical price from its average, in mean deviations. */
final class CommodityChannel implements Feature.State {
  private final Window typical;

  CommodityChannel(int bars) {
    typical = new Window(bars);
  }

  @Override
  public void reset() {
    typical.reset();
  }

  @Override
  public double next(AsOf view, int asset) {
    double price = (view.high(asset, 0) + view.low(asset, 0) + view.close(asset, 0)) / 3;
    typical.add(price);
    double deviation = typical.meanDeviation();
    // 0.015 is Lambert's constant; below 1e-12 of the price, what is left is rounding.
    return deviation <= 1e-12 * price ? 0 : (price - typical.mean()) / (0.015 * deviation) / 100;
  }
}

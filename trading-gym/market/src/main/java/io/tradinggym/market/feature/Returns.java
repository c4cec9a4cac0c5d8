package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Return over some bars, which needs no memory: {@code 100 x return / sqrt(bars)}. */
record Returns(int bars, boolean log, double scale) implements Feature.State {
  Returns(int bars, boolean log) {
    this(bars, log, 100 / Math.sqrt(bars));
  }

  @Override
  public void reset() {}

  @Override
  public double next(AsOf view, int asset) {
    if (view.known() <= bars) {
      return 0;
    }
    double now = view.close(asset, 0);
    double then = view.close(asset, bars);
    return scale * (log ? Ratios.log(now, then) : now / then - 1);
  }
}

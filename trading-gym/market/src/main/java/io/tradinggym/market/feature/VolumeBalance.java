package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Slope of the on-balance volume: volume of rising minus falling bars, over all volume; between -1 and 1. */
final class VolumeBalance implements Feature.State {
  private final Window signed;
  private final Window all;
  private double before;

  VolumeBalance(int bars) {
    signed = new Window(bars);
    all = new Window(bars);
  }

  @Override
  public void reset() {
    signed.reset();
    all.reset();
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
    double volume = view.volume(asset, 0);
    signed.add(Math.signum(close - last) * volume);
    all.add(volume);
    return Ratios.orElse(signed.sum(), all.sum(), 0);
  }
}

package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Volume against the mean m of the bars before: {@code (v - m) / (v + m)}, between -1 and 1, 0 if nothing trades. */
final class VolumeRatio implements Feature.State {
  private final Window volumes;

  VolumeRatio(int bars) {
    volumes = new Window(bars);
  }

  @Override
  public void reset() {
    volumes.reset();
  }

  @Override
  public double next(AsOf view, int asset) {
    double volume = view.volume(asset, 0);
    double mean = volumes.count() == 0 ? volume : volumes.mean();
    volumes.add(volume);
    return Ratios.orElse(volume - mean, volume + mean, 0);
  }
}

package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Volume against the mean m of the bars before: {@code (v - m) / (v + m)}, between -1 and 1, 0 if nothing trades. */
final class VolumeRatio implements PathState {
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
    return next(view.volume(asset, 0));
  }

  @Override
  public void fill(Path path, int from, int to, double[] out) {
    for (int i = from; i < to; i++) {
      out[i - from] = next(path.volume[i]);
    }
  }

  private double next(double volume) {
    double mean = volumes.count() == 0 ? volume : volumes.mean();
    volumes.add(volume);
    return Ratios.orElse(volume - mean, volume + mean, 0);
  }
}

package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/**
 * Wilder's RSI about its middle, {@code rsi / 50 - 1}, which is (gains - losses) / (gains + losses); 0 if the price
 * stands still.
 */
final class RelativeStrength implements PathState {
  private final Smoothed gains;
  private final Smoothed losses;
  private double before;

  RelativeStrength(int bars) {
    gains = Smoothed.wilder(bars);
    losses = Smoothed.wilder(bars);
  }

  @Override
  public void reset() {
    gains.reset();
    losses.reset();
    before = 0;
  }

  @Override
  public double next(AsOf view, int asset) {
    return next(view.close(asset, 0));
  }

  @Override
  public void fill(Path path, int from, int to, double[] out) {
    for (int i = from; i < to; i++) {
      out[i - from] = next(path.close[i]);
    }
  }

  private double next(double close) {
    double change = close - before;
    boolean first = before == 0;
    before = close;
    if (first) {
      return 0;
    }
    gains.add(Math.max(change, 0));
    losses.add(Math.max(-change, 0));
    double up = gains.average();
    double down = losses.average();
    return Ratios.orElse(up - down, up + down, 0);
  }
}

package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Fast minus slow average, minus its own average (the signal): {@code 100 x histogram / close}. */
final class MacdHistogram implements PathState {
  private final Smoothed fast;
  private final Smoothed slow;
  private final Smoothed signal;

  MacdHistogram(int fast, int slow, int signal) {
    this.fast = Smoothed.exponential(fast);
    this.slow = Smoothed.exponential(slow);
    this.signal = Smoothed.exponential(signal);
  }

  @Override
  public void reset() {
    fast.reset();
    slow.reset();
    signal.reset();
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
    fast.add(close);
    slow.add(close);
    if (!slow.full()) {
      return 0;
    }
    double macd = fast.average() - slow.average();
    signal.add(macd);
    return 100 * (macd - signal.average()) / close;
  }
}

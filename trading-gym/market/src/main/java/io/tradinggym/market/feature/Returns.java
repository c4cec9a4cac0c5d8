package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Return over some bars, which needs no memory: {@code 100 x return / sqrt(bars)}. */
record Returns(int bars, boolean log, double scale) implements PathState {
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

  @Override
  public void fill(Path path, int from, int to, double[] out) {
    double[] close = path.close;
    if (log) {
      Ratios.logs(path, bars, from, to, out);
      for (int i = 0; i < to - from; i++) {
        out[i] = scale * out[i];
      }
    } else {
      for (int i = from; i < to; i++) {
        out[i - from] = i < bars ? 0 : scale * (close[i] / close[i - bars] - 1);
      }
    }
  }
}

package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Root of the weighted mean of squared log returns, weights lambda^age: {@code 100 x sigma}. */
final class EwmaVolatility implements PathState {
  private final double lambda;
  private double before;
  private double squares;
  private double weights;

  EwmaVolatility(double lambda) {
    this.lambda = lambda;
  }

  @Override
  public void reset() {
    before = 0;
    squares = 0;
    weights = 0;
  }

  @Override
  public double next(AsOf view, int asset) {
    double close = view.close(asset, 0);
    double last = before;
    before = close;
    if (last == 0) {
      return 0;
    }
    return next(Ratios.log(close, last));
  }

  @Override
  public void fill(Path path, int from, int to, double[] out) {
    Ratios.logs(path, 1, from, to, out);
    for (int i = from == 0 ? 1 : 0; i < to - from; i++) {
      out[i] = next(out[i]);
    }
  }

  private double next(double r) {
    squares = lambda * squares + r * r;
    weights = lambda * weights + 1;
    return 100 * Math.sqrt(squares / weights);
  }
}

package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Root of the weighted mean of squared log returns, weights lambda^age: {@code 100 x sigma}. */
final class EwmaVolatility implements Feature.State {
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
    double r = Ratios.log(close, last);
    squares = lambda * squares + r * r;
    weights = lambda * weights + 1;
    return 100 * Math.sqrt(squares / weights);
  }
}

package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Root mean square of the last log returns: {@code 100 x sigma}. */
final class RealizedVolatility implements Feature.State {
  private final Window squares;
  private double before;

  RealizedVolatility(int bars) {
    squares = new Window(bars);
  }

  @Override
  public void reset() {
    squares.reset();
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
    double r = Ratios.log(close, last);
    squares.add(r * r);
    // The sum may be a rounding error below 0 after a calm that follows a storm.
    return 100 * Math.sqrt(Math.max(squares.mean(), 0));
  }
}

package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;

/** Wilder's ADX / 100: 0 without a trend, 1 if every bar goes the same way. */
final class DirectionalIndex implements Feature.State {
  private final Smoothed up;
  private final Smoothed down;
  private final Smoothed average;
  private double high;
  private double low;

  DirectionalIndex(int bars) {
    up = Smoothed.wilder(bars);
    down = Smoothed.wilder(bars);
    average = Smoothed.wilder(bars);
  }

  @Override
  public void reset() {
    up.reset();
    down.reset();
    average.reset();
    high = 0;
    low = 0;
  }

  @Override
  public double next(AsOf view, int asset) {
    boolean first = high == 0;
    double rise = view.high(asset, 0) - high;
    double fall = low - view.low(asset, 0);
    high = view.high(asset, 0);
    low = view.low(asset, 0);
    if (first) {
      return 0;
    }
    up.add(rise > fall && rise > 0 ? rise : 0);
    down.add(fall > rise && fall > 0 ? fall : 0);
    if (up.full()) {
      // DX is |+DI - -DI| / (+DI + -DI); the average true range that both are divided by cancels.
      average.add(
          Ratios.orElse(Math.abs(up.average() - down.average()), up.average() + down.average(), 0));
    }
    return average.average();
  }
}

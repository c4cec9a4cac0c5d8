package io.tradinggym.market.exchange;

import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.data.Bars;

/** What a taking order meets on a bar: the bar's volume, and the volatility of the bars before it. */
final class BarConditions implements Slippage.Conditions {
  /** Bars that volatility is taken over. */
  private static final int WINDOW = 20;

  private final Bars bars;
  private int asset;
  private int bar;

  BarConditions(Bars bars) {
    this.bars = bars;
  }

  BarConditions of(int ofAsset, int now) {
    asset = ofAsset;
    bar = now;
    return this;
  }

  @Override
  public long volume() {
    return bars.volume(asset, bar);
  }

  @Override
  public double volatility() {
    double squares = 0;
    int returns = Math.min(WINDOW, bar - 1);
    for (int back = 1; back <= returns; back++) {
      double change =
          (double) bars.close(asset, bar - back) / bars.close(asset, bar - back - 1) - 1;
      squares += change * change;
    }
    return returns <= 0 ? 0 : Math.sqrt(squares / returns);
  }
}

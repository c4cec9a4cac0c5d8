package io.tradinggym.trading.rule;

import io.tradinggym.market.data.AsOf;

/**
 * Buys a close above the highest high of the bars before, sells one below the lowest low; equal parts of all assets.
 *
 * @param enter bars of the high, >= 1
 * @param exit bars of the low, >= 1
 */
public record Breakout(int enter, int exit) implements Rule {
  /** Checks both. */
  public Breakout {
    Rules.requireBars("enter", enter);
    Rules.requireBars("exit", exit);
  }

  @Override
  public void decide(AsOf view, Intents intents) {
    for (int asset = 0; asset < view.assets(); asset++) {
      double close = view.close(asset);
      boolean held = intents.held(asset) > 0;
      if (!held && close > before(view, asset, enter, true)) {
        intents.weight(asset, 1.0 / view.assets());
      } else if (held && close < before(view, asset, exit, false)) {
        intents.weight(asset, 0);
      }
    }
  }

  private static double before(AsOf view, int asset, int count, boolean high) {
    double extreme = high ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    for (int ago = 1; ago <= count; ago++) {
      extreme =
          high ? Math.max(extreme, view.high(asset, ago)) : Math.min(extreme, view.low(asset, ago));
    }
    return extreme;
  }

  @Override
  public int warmUp() {
    return 1 + Math.max(enter, exit);
  }
}

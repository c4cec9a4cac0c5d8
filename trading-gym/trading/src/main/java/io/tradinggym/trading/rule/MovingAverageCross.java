package io.tradinggym.trading.rule;

import io.tradinggym.market.data.AsOf;

/**
 * Long while the fast average of closes is above the slow one, in cash else; equal parts of all assets. Trades when the
 * averages cross, and lets the position run in between.
 *
 * @param fast closes of the fast average, >= 1
 * @param slow closes of the slow average, > fast
 */
public record MovingAverageCross(int fast, int slow) implements Rule {
  /** Checks both. */
  public MovingAverageCross {
    if (fast < 1 || slow <= fast) {
      throw new IllegalArgumentException(
          "averages need 1 <= fast < slow, were " + fast + " and " + slow);
    }
  }

  @Override
  public void decide(AsOf view, Intents intents) {
    for (int asset = 0; asset < view.assets(); asset++) {
      boolean up = view.mean(asset, fast) > view.mean(asset, slow);
      if (up != intents.held(asset) > 0) {
        intents.weight(asset, up ? 1.0 / view.assets() : 0);
      }
    }
  }

  @Override
  public int warmUp() {
    return slow;
  }
}

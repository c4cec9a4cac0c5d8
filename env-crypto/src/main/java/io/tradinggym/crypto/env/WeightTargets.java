package io.tradinggym.crypto.env;

import io.tradinggym.api.Action;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Space;

/**
 * One number an asset, clipped to [-1, 1] (or [0, 1] without shorts), times the leverage, and all scaled down together
 * when the sum of their sizes exceeds 1.
 */
final class WeightTargets implements CryptoTargets {
  private final double leverage;
  private final double lowest;
  private final Box space;

  WeightTargets(int assets, double leverage, boolean shorts) {
    this.leverage = leverage;
    lowest = shorts ? -1 : 0;
    space = Box.of(-1, 1, assets);
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public void write(Action action, boolean[] tradable, double[] weights) {
    double gross = 0;
    for (int asset = 0; asset < weights.length; asset++) {
      double weight = Math.clamp(action.continuous(asset), lowest, 1);
      weights[asset] = weight;
      gross += Math.abs(weight);
    }
    double scale = leverage / Math.max(1, gross);
    for (int asset = 0; asset < weights.length; asset++) {
      weights[asset] = tradable[asset] ? weights[asset] * scale : HOLD;
    }
  }
}

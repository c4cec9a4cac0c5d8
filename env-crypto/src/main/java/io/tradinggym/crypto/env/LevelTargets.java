package io.tradinggym.crypto.env;

import io.tradinggym.api.Action;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;

/**
 * Choices of evenly spaced levels. Each asset's weight is the level times its own factor: 1 for one asset that is
 * traded alone, +1/2 and -1/2 for the legs of a hedged pair.
 */
final class LevelTargets implements CryptoTargets {
  private final double[] levels;
  private final double[] factors;
  private final Discrete space;

  LevelTargets(int count, double low, double high, double... factors) {
    CryptoRules.require("levels", count >= 2 && count <= 1001, count, "in 2 .. 1001");
    this.factors = factors.clone();
    levels = new double[count];
    for (int i = 0; i < count; i++) {
      levels[i] = low + (high - low) * i / (count - 1);
    }
    space = Discrete.of(count);
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public void write(Action action, boolean[] tradable, double[] weights) {
    double level = levels[action.discrete()];
    boolean all = true;
    for (boolean one : tradable) {
      all &= one;
    }
    for (int asset = 0; asset < weights.length; asset++) {
      weights[asset] = all ? level * factors[asset] : HOLD;
    }
  }

  @Override
  public int choices() {
    return levels.length;
  }

  @Override
  public double weightOf(int choice) {
    double largest = 0;
    for (double factor : factors) {
      largest = Math.max(largest, Math.abs(levels[choice] * factor));
    }
    return largest;
  }
}

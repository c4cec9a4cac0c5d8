package io.tradinggym.trading;

import io.tradinggym.api.TargetWeights;

/**
 * The level nearest to the weight of the only instrument.
 *
 * @param count of levels, evenly spaced
 * @param lowest level
 * @param highest level
 */
record NearestLevel(int count, double lowest, double highest) implements TargetWeights {
  /** The choice whose level is nearest to a weight. */
  int nearest(double weight) {
    double part = Math.clamp((weight - lowest) / (highest - lowest), 0, 1);
    return (int) Math.round(part * (count - 1));
  }

  @Override
  public void ask(double[] weights, float[] action) {
    action[0] = nearest(weights[0]);
  }

  @Override
  public void keep(double[] held, float[] action) {
    action[0] = nearest(held[0]);
  }
}

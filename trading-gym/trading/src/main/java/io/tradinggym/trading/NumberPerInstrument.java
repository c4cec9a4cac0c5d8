package io.tradinggym.trading;

import io.tradinggym.api.TargetWeights;

/**
 * One number an instrument: its weight as a part of the highest one.
 *
 * @param lowest weight
 * @param highest weight
 */
record NumberPerInstrument(double lowest, double highest) implements TargetWeights {
  /** Makes up for what a weight loses as a float, so that a held position is not sold by a lot. */
  private static final double NUDGE = 1 + 1e-6;

  @Override
  public void ask(double[] weights, float[] action) {
    for (int asset = 0; asset < weights.length; asset++) {
      action[asset] = (float) (weights[asset] / highest);
    }
  }

  @Override
  public void keep(double[] held, float[] action) {
    for (int asset = 0; asset < held.length; asset++) {
      action[asset] = (float) (held[asset] / highest * NUDGE);
    }
  }
}

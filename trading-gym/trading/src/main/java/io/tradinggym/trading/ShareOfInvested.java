package io.tradinggym.trading;

import io.tradinggym.api.TargetWeights;

/**
 * One number an instrument and one for cash, of which {@link Projection#INVESTED} makes weights: cash as it is, and the
 * logarithm of each share over that of the largest, so that the largest gets 1. A share below 1 / 22,026 of the
 * largest, 0 among them, is asked for as that.
 *
 * @param highest sum of all weights
 */
record ShareOfInvested(double highest) implements TargetWeights {
  @Override
  public double lowest() {
    return 0;
  }

  @Override
  public void ask(double[] weights, float[] action) {
    double invested = 0;
    double largest = 0;
    for (double weight : weights) {
      invested += Math.max(0, weight) / highest;
      largest = Math.max(largest, weight);
    }
    for (int asset = 0; asset < weights.length; asset++) {
      action[asset] = largest > 0 ? ShareOfEach.number(Math.max(0, weights[asset]), largest) : 0;
    }
    action[weights.length] = (float) Math.max(0, 1 - invested);
  }

  @Override
  public void keep(double[] held, float[] action) {
    ask(held, action);
  }
}

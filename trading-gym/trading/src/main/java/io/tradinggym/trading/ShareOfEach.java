package io.tradinggym.trading;

import io.tradinggym.api.TargetWeights;

/**
 * One number an instrument and one for cash, of which {@link Projection#SOFTMAX} makes weights: the logarithm of each
 * share over that of the largest, so that the largest gets 1. A share below 1 / 22,026 of the largest, 0 among them, is
 * asked for as that.
 *
 * @param highest sum of all weights
 */
record ShareOfEach(double highest) implements TargetWeights {
  @Override
  public double lowest() {
    return 0;
  }

  @Override
  public void ask(double[] weights, float[] action) {
    double cash = 1;
    double largest = 0;
    for (double weight : weights) {
      double share = Math.max(0, weight) / highest;
      cash -= share;
      largest = Math.max(largest, share);
    }
    largest = Math.max(largest, cash);
    for (int asset = 0; asset < weights.length; asset++) {
      action[asset] = number(Math.max(0, weights[asset]) / highest, largest);
    }
    action[weights.length] = number(Math.max(0, cash), largest);
  }

  /** {@return the number whose share of the largest this is} */
  static float number(double share, double largest) {
    double number = 1 + StrictMath.log(share / largest) / Projection.SHARPNESS;
    return (float) Math.max(-1, number);
  }

  @Override
  public void keep(double[] held, float[] action) {
    ask(held, action);
  }
}

package io.tradinggym.trading;

import io.tradinggym.api.TargetWeights;

/**
 * How numbers in [-1, 1] become target weights. What is not listed (not yet, or no longer) gets weight 0 and counts for
 * nothing; what is listed but cannot be traded now (halted, or its market closed) counts with the number asked for and
 * is left alone. Written into the caller's array; nothing is allocated.
 */
public enum Projection {
  /**
   * The numbers are the weights: clipped to [0, 1], or [-1, 1] with shorts, times the leverage limit, and scaled down
   * together when their absolute sum exceeds it. What is left is cash; zeros are all cash.
   */
  CLIP_NORMALISE {
    @Override
    int actions(int assets) {
      return assets;
    }

    @Override
    void project(
        double[] action,
        boolean[] listed,
        boolean[] tradable,
        double leverage,
        boolean shorts,
        double[] weights) {
      double gross = 0;
      for (int asset = 0; asset < weights.length; asset++) {
        double weight = listed[asset] ? Math.clamp(action[asset], shorts ? -1 : 0, 1) : 0;
        weights[asset] = weight;
        gross += Math.abs(weight);
      }
      double scale = leverage / Math.max(1, gross);
      for (int asset = 0; asset < weights.length; asset++) {
        weights[asset] = tradable[asset] ? weights[asset] * scale : TradingDesk.HOLD;
      }
    }

    @Override
    TargetWeights asked(double leverage, boolean shorts) {
      return new NumberPerInstrument(shorts ? -leverage : 0, leverage);
    }
  },
  /**
   * Long-only, one number more than assets, the last for cash: weights are the softmax of {@value #SHARPNESS} times the
   * numbers, times the leverage limit. Zeros are equal weights, cash included.
   */
  SOFTMAX {
    @Override
    int actions(int assets) {
      return assets + 1;
    }

    @Override
    void project(
        double[] action,
        boolean[] listed,
        boolean[] tradable,
        double leverage,
        boolean shorts,
        double[] weights) {
      int cash = weights.length;
      double largest = action[cash];
      for (int asset = 0; asset < cash; asset++) {
        largest = listed[asset] ? Math.max(largest, action[asset]) : largest;
      }
      double sum = StrictMath.exp(SHARPNESS * (action[cash] - largest));
      for (int asset = 0; asset < cash; asset++) {
        weights[asset] = listed[asset] ? StrictMath.exp(SHARPNESS * (action[asset] - largest)) : 0;
        sum += weights[asset];
      }
      for (int asset = 0; asset < cash; asset++) {
        weights[asset] = tradable[asset] ? weights[asset] * (leverage / sum) : TradingDesk.HOLD;
      }
    }

    @Override
    boolean longOnly() {
      return true;
    }

    @Override
    TargetWeights asked(double leverage, boolean shorts) {
      return new ShareOfEach(leverage);
    }
  },
  /**
   * Long-only, one number more than assets, the last for cash: clipped to [0, 1], it is the part of the leverage limit
   * that is not invested, and the softmax of {@value #SHARPNESS} times the other numbers divides the rest. Zeros are
   * equal weights and no cash: an agent that has learned nothing is invested, where {@link #SOFTMAX} keeps a part of
   * its own for cash.
   */
  INVESTED {
    @Override
    int actions(int assets) {
      return assets + 1;
    }

    @Override
    void project(
        double[] action,
        boolean[] listed,
        boolean[] tradable,
        double leverage,
        boolean shorts,
        double[] weights) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int asset = 0; asset < weights.length; asset++) {
        largest = listed[asset] ? Math.max(largest, action[asset]) : largest;
      }
      double sum = 0;
      for (int asset = 0; asset < weights.length; asset++) {
        weights[asset] = listed[asset] ? StrictMath.exp(SHARPNESS * (action[asset] - largest)) : 0;
        sum += weights[asset];
      }
      // the largest alone is 1; with nothing listed all are 0
      double scale = leverage * (1 - Math.clamp(action[weights.length], 0, 1)) / Math.max(1, sum);
      for (int asset = 0; asset < weights.length; asset++) {
        weights[asset] = tradable[asset] ? weights[asset] * scale : TradingDesk.HOLD;
      }
    }

    @Override
    boolean longOnly() {
      return true;
    }

    @Override
    TargetWeights asked(double leverage, boolean shorts) {
      return new ShareOfInvested(leverage);
    }
  };

  /** Softmax of numbers in [-1, 1] would favour nothing by more than 7 to 1; times five it is 22,000 to 1. */
  static final double SHARPNESS = 5;

  /** Numbers in the action. */
  abstract int actions(int assets);

  /** Whether no weight can be negative. */
  boolean longOnly() {
    return false;
  }

  /** How rules that know weights ask for them. */
  abstract TargetWeights asked(double leverage, boolean shorts);

  /**
   * Writes target weights: sum of absolute weights at most {@code leverage}, none negative without shorts, {@link
   * TradingDesk#HOLD} for what cannot be traded now.
   */
  abstract void project(
      double[] action,
      boolean[] listed,
      boolean[] tradable,
      double leverage,
      boolean shorts,
      double[] weights);
}

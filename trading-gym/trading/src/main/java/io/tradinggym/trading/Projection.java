package io.tradinggym.trading;

/** How numbers in [-1, 1] become target weights. Written into the caller's array; nothing is allocated. */
public enum Projection {
  /**
   * The numbers are the weights: clipped to [0, 1], or [-1, 1] with shorts, times the leverage limit, and scaled down
   * together when their absolute sum exceeds it. What is left is cash; zeros are all cash. What cannot be traded gets
   * weight 0.
   */
  CLIP_NORMALISE {
    @Override
    int actions(int assets) {
      return assets;
    }

    @Override
    void project(
        double[] action, boolean[] tradable, double leverage, boolean shorts, double[] weights) {
      double gross = 0;
      for (int asset = 0; asset < weights.length; asset++) {
        double weight = tradable[asset] ? Math.clamp(action[asset], shorts ? -1 : 0, 1) : 0;
        weights[asset] = weight;
        gross += Math.abs(weight);
      }
      double scale = leverage / Math.max(1, gross);
      for (int asset = 0; asset < weights.length; asset++) {
        weights[asset] *= scale;
      }
    }
  },
  /** As {@link #CLIP_NORMALISE}, but what cannot be traded counts with the number asked for and is left alone. */
  CLIP_AND_HOLD {
    @Override
    int actions(int assets) {
      return assets;
    }

    @Override
    void project(
        double[] action, boolean[] tradable, double leverage, boolean shorts, double[] weights) {
      double gross = 0;
      for (int asset = 0; asset < weights.length; asset++) {
        double weight = Math.clamp(action[asset], shorts ? -1 : 0, 1);
        weights[asset] = weight;
        gross += Math.abs(weight);
      }
      double scale = leverage / Math.max(1, gross);
      for (int asset = 0; asset < weights.length; asset++) {
        weights[asset] = tradable[asset] ? weights[asset] * scale : TradingDesk.HOLD;
      }
    }
  },
  /**
   * Long-only, one number more than assets, the last for cash: weights are the softmax of {@value #SHARPNESS} times the
   * numbers, times the leverage limit. Zeros are equal weights, cash included. What cannot be traded gets weight 0.
   */
  SOFTMAX {
    @Override
    int actions(int assets) {
      return assets + 1;
    }

    @Override
    void project(
        double[] action, boolean[] tradable, double leverage, boolean shorts, double[] weights) {
      int cash = weights.length;
      double largest = action[cash];
      for (int asset = 0; asset < cash; asset++) {
        largest = tradable[asset] ? Math.max(largest, action[asset]) : largest;
      }
      double sum = StrictMath.exp(SHARPNESS * (action[cash] - largest));
      for (int asset = 0; asset < cash; asset++) {
        weights[asset] =
            tradable[asset] ? StrictMath.exp(SHARPNESS * (action[asset] - largest)) : 0;
        sum += weights[asset];
      }
      for (int asset = 0; asset < cash; asset++) {
        weights[asset] *= leverage / sum;
      }
    }
  };

  /** Softmax of numbers in [-1, 1] would favour nothing by more than 7 to 1; times five it is 22,000 to 1. */
  static final double SHARPNESS = 5;

  /** Numbers in the action. */
  abstract int actions(int assets);

  /** Writes target weights: sum of absolute weights at most {@code leverage}, none negative without shorts. */
  abstract void project(
      double[] action, boolean[] tradable, double leverage, boolean shorts, double[] weights);
}

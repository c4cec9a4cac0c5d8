package io.tradinggym.trading;

import io.tradinggym.api.TargetWeights;

/**
 * Sell, hold or buy: whichever end is nearest to the weight of the only instrument.
 *
 * @param lowest weight
 * @param highest weight
 */
record NearestTrade(double lowest, double highest) implements TargetWeights {
  @Override
  public void ask(double[] weights, float[] action) {
    double middle = 0.5 * (lowest + highest);
    action[0] = weights[0] > middle ? SellHoldBuyScheme.BUY : SellHoldBuyScheme.SELL;
  }

  @Override
  public void keep(double[] held, float[] action) {
    action[0] = SellHoldBuyScheme.HOLD;
  }
}

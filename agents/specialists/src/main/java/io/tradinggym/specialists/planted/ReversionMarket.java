package io.tradinggym.specialists.planted;

import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * {@code Reversion-v1}: a price that returns to a level which nobody tells.
 *
 * <pre>
 *   observation   0 1 2     returns over 1 5 20 bars, standard deviations of noise
 *                 3 4       exponential means of returns, spans 120 240, standard deviations of noise: as much as the
 *                           distances to exponential averages of the price
 *                 5 .. 9    distance to moving averages of 5 10 20 40 60 bars, standard deviations of noise
 *                 10        position held, -1 .. 1
 *                 11        only if informed: mean of the distance x to the level given the prices (exact), in
 *                           stationary standard deviations
 *   action        0 1 2     position -1, 0, 1;  without shorts 0 1: position 0, 1
 *   reward        ln(1 + w (e^r - 1)) + ln(1 - c |dw|)
 *   episode       252 bars after 64 of history, flat at the start
 * </pre>
 *
 * <p>The optimum is .2569 at half-life 20, 20 % a year and 2 bp; random earns -.059.
 */
public final class ReversionMarket extends OnePrice {
  private final ReversionLaw law;
  private double x;

  /**
   * A market.
   *
   * @param law of the prices
   * @param informed whether the exact filter is appended to the observation
   */
  public ReversionMarket(ReversionLaw law, boolean informed) {
    super("Reversion-v1", law.cost(), law.bars(), new ReversionReader(law, informed));
    this.law = law;
  }

  @Override
  void begin(RandomStream random) {
    double sd = law.phi() < 1 ? law.stationary() : 0;
    x = sd * random.gaussian();
  }

  @Override
  double next(RandomStream random) {
    double change = (law.phi() - 1) * x + law.noise() * random.gaussian();
    x += change;
    return change;
  }

  @Override
  void saveLaw(DataOutput out) throws IOException {
    out.writeDouble(x);
  }

  @Override
  void restoreLaw(DataInput in) throws IOException {
    x = in.readDouble();
  }
}

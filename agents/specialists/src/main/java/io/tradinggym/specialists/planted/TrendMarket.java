package io.tradinggym.specialists.planted;

import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * {@code Trend-v1}: a price whose drift is up or down for weeks, and a trader who must tell which.
 *
 * <pre>
 *   observation   0 .. 6    returns over 1 2 5 10 20 40 60 bars, standard deviations of noise
 *                 7 8 9     exponential means of returns, spans 15 30 60, standard deviations of noise
 *                 10        position held, -1 .. 1
 *                 11        only if informed: chance that the coming bar's direction is up (exact)
 *   action        0 1 2     position -1, 0, 1;  without shorts 0 1: position 0, 1
 *   reward        ln(1 + w (e^r - 1)) + ln(1 - c |dw|)
 *   episode       252 bars after 64 of history, flat at the start
 * </pre>
 *
 * <p>The optimum after the history is .2289 at drift .002 and 2 bp; random earns -.053, holding -.012.
 */
public final class TrendMarket extends OnePrice {
  private final TrendLaw law;
  private int direction;

  /**
   * A market.
   *
   * @param law of the prices
   * @param informed whether the exact filter is appended to the observation
   */
  public TrendMarket(TrendLaw law, boolean informed) {
    super("Trend-v1", law.cost(), law.bars(), new TrendReader(law, informed));
    this.law = law;
  }

  @Override
  void begin(RandomStream random) {
    direction = random.bernoulli(0.5) ? 1 : -1;
  }

  @Override
  double next(RandomStream random) {
    double r = direction * law.drift() - law.sd() * law.sd() / 2 + law.sd() * random.gaussian();
    if (random.bernoulli(law.flip())) {
      direction = -direction;
    }
    return r;
  }

  @Override
  void saveLaw(DataOutput out) throws IOException {
    out.writeInt(direction);
  }

  @Override
  void restoreLaw(DataInput in) throws IOException {
    direction = in.readInt();
  }
}

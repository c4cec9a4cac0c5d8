package io.tradinggym.examples.lessons.twin;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.crypto.market.LeadAndLag;
import io.tradinggym.market.process.GeometricBrownian;
import io.tradinggym.market.process.PriceProcess;

/**
 * Lesson 19: one coin on two venues, a step a millisecond. The second follows the first; whoever sees the first move
 * trades the second, as fast as the line allows.
 */
public final class Latency {
  private static final double STEPS_PER_YEAR = 252 * 6.5 * 3_600_000;
  private static final int HOLD = 30;

  private Latency() {}

  /**
   * What a trader earned.
   *
   * @param trades how many
   * @param gross mean profit of a trade before costs, basis points
   */
  public record Result(int trades, double gross) {}

  /**
   * Trades when the follower is behind by more than a threshold, and holds for thirty milliseconds.
   *
   * @param latency milliseconds between what is seen and what is traded, &gt;= 0
   * @param catchUp share of the distance that the follower makes up in a millisecond
   * @param threshold basis points
   * @param steps milliseconds
   */
  public static Result trade(
      int latency, double catchUp, double threshold, int steps, RandomStream random) {
    LeadAndLag law =
        new LeadAndLag(
            new GeometricBrownian(
                new double[1],
                new double[] {12},
                io.tradinggym.market.process.Correlation.identity(1),
                STEPS_PER_YEAR),
            0.9,
            catchUp,
            0);
    PriceProcess.Path path = law.path();
    path.start(random);
    double[] leader = new double[steps + 1];
    double[] follower = new double[steps + 1];
    double[] move = new double[2];
    double[] deviation = new double[2];
    for (int t = 1; t <= steps; t++) {
      path.step(random, move, deviation);
      leader[t] = leader[t - 1] + move[0];
      follower[t] = follower[t - 1] + move[1];
    }
    int trades = 0;
    double sum = 0;
    for (int t = 1; t + latency + HOLD <= steps; t++) {
      double behind = leader[t] - follower[t];
      if (Math.abs(behind) > threshold / 1e4) {
        int at = t + latency;
        sum += Math.signum(behind) * (follower[at + HOLD] - follower[at]) * 1e4;
        trades++;
        t = at + HOLD;
      }
    }
    return new Result(trades, trades == 0 ? 0 : sum / trades);
  }
}

package io.tradinggym.examples.lessons.twin;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;

/** Lesson 12: agents whose policies are drawn by chance, in a market of noise. */
public final class NoiseTraders {
  private static final int SEEN = 40;
  private static final double DEVIATION = 0.01;

  private NoiseTraders() {}

  /**
   * Daily returns by agent. Each holds the tanh of a random linear function of the last forty returns.
   *
   * @param agents how many
   * @param days of the market
   * @param edge mean daily return of the first agent's positions above the rest, 0 for none
   */
  public static double[][] returns(int agents, int days, double edge, long seed) {
    RandomStream market = RandomStreams.of(seed).stream("market");
    RandomStream policies = RandomStreams.of(seed).stream("policies");
    double[] path = new double[days + SEEN];
    for (int t = 0; t < path.length; t++) {
      path[t] = DEVIATION * market.gaussian();
    }
    double[][] returns = new double[agents][days];
    for (int agent = 0; agent < agents; agent++) {
      double[] weights = new double[SEEN];
      for (int i = 0; i < SEEN; i++) {
        weights[i] = policies.gaussian() / (DEVIATION * Math.sqrt(SEEN));
      }
      for (int t = 0; t < days; t++) {
        double score = 0;
        for (int i = 0; i < SEEN; i++) {
          score += weights[i] * path[t + i];
        }
        returns[agent][t] = Math.tanh(score) * path[t + SEEN] + (agent == 0 ? edge : 0);
      }
    }
    return returns;
  }
}

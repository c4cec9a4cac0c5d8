package io.tradinggym.explain.attribution;

import io.tradinggym.api.random.RandomStream;

/**
 * Shapley values: what a player adds to the players before him, averaged over all orders in which they may come. They
 * sum to the worth of all less the worth of none.
 *
 * @see <a href="https://arxiv.org/abs/1705.07874">Lundberg and Lee (2017), A unified approach to interpreting model
 *     predictions</a>
 * @see <a href="https://jmlr.org/papers/v23/21-0439.html">Mitchell et al. (2022), Sampling permutations for Shapley
 *     value estimation</a>, on antithetic pairs
 */
public final class Shapley {
  /** Most players that are counted exactly: 4,096 coalitions. */
  public static final int EXACT = 12;

  /** Most players of a game, bits of a coalition. */
  private static final int MOST = 63;

  private Shapley() {}

  /**
   * {@return the exact values, by the worth of every coalition once}
   *
   * @param game worth of each coalition, the empty one included
   * @param players number of players, 1 to {@link #EXACT}
   */
  public static Contributions exact(Game game, int players) {
    if (players < 1 || players > EXACT) {
      throw new IllegalArgumentException(
          "exact values are for 1 to " + EXACT + " players, was " + players + "; use sampled");
    }
    int coalitions = 1 << players;
    double[] worth = new double[coalitions];
    for (int coalition = 0; coalition < coalitions; coalition++) {
      worth[coalition] = game.worth(coalition);
    }
    // Weight of a coalition of k players without the one who joins: k! (n - 1 - k)! / n!
    double[] weight = new double[players];
    weight[0] = 1.0 / players;
    for (int k = 1; k < players; k++) {
      weight[k] = weight[k - 1] * k / (players - k);
    }
    double[] values = new double[players];
    for (int coalition = 0; coalition < coalitions; coalition++) {
      for (int player = 0; player < players; player++) {
        int joined = coalition | 1 << player;
        if (joined != coalition) {
          values[player] +=
              weight[Integer.bitCount(coalition)] * (worth[joined] - worth[coalition]);
        }
      }
    }
    return new Contributions(values, worth[coalitions - 1] - worth[0]);
  }

  /**
   * {@return the values sampled from orders in antithetic pairs: each order is played forwards and backwards} Complete
   * for any number of pairs, and unbiased.
   *
   * @param game worth of each coalition, the empty one included
   * @param players number of players, 1 to 63
   * @param pairs of orders, &gt;= 1; the standard error falls with their root
   * @param random where orders come from
   */
  public static Contributions sampled(Game game, int players, int pairs, RandomStream random) {
    if (players < 1 || players > MOST || pairs < 1) {
      throw new IllegalArgumentException(
          "needs 1 to " + MOST + " players and pairs >= 1, was " + players + " and " + pairs);
    }
    double none = game.worth(0);
    double all = game.worth((1L << players) - 1);
    int[] order = new int[players];
    for (int i = 0; i < players; i++) {
      order[i] = i;
    }
    double[] values = new double[players];
    for (int pair = 0; pair < pairs; pair++) {
      for (int i = players - 1; i > 0; i--) {
        int other = random.integer(i + 1);
        int player = order[i];
        order[i] = order[other];
        order[other] = player;
      }
      walk(game, order, false, none, values);
      walk(game, order, true, none, values);
    }
    for (int i = 0; i < players; i++) {
      values[i] /= 2.0 * pairs;
    }
    return new Contributions(values, all - none);
  }

  private static void walk(
      Game game, int[] order, boolean backwards, double none, double[] values) {
    long coalition = 0;
    double before = none;
    for (int i = 0; i < order.length; i++) {
      int player = order[backwards ? order.length - 1 - i : i];
      coalition |= 1L << player;
      double after = game.worth(coalition);
      values[player] += after - before;
      before = after;
    }
  }
}

package io.tradinggym.experiments.evaluation;

import java.util.Arrays;

/**
 * Sees the future: the sequence of single positions (one asset, long or where allowed short, at the highest weight, or
 * cash) with the largest final wealth, by dynamic programming over closing prices with a cost for every switch. With
 * w(t, k) the largest log wealth from t on while holding k,
 *
 * <pre>{@code
 *   w(t, k) = max over j of [ -cost if j != k ] + ln(p(t+1, j) / p(t, j)) + w(t+1, j),   w(T, k) = 0
 * }</pre>
 *
 * <p>Orders fill at the next open, not at the close they are decided at, so it is nearly the best, not exactly. It is
 * there to show that the environment pays for knowing, and how much there was to win.
 */
final class Oracle implements Contender.Player {
  /** What switching costs one way, as log wealth: a cautious round figure for spread and commission. */
  private static final double COST = 0.0005;

  private final Weights weights;
  private final int assets;
  private final int[][] best;
  private final double[] target;
  private int held;

  Oracle(Weights weights, Trajectory future) {
    this.weights = weights;
    assets = weights.assets();
    double shortest = Math.min(0, weights.lowest());
    double longest = weights.highest();
    int cash = shortest < 0 ? 2 * assets : assets;
    int steps = future.steps();
    held = cash;
    target = new double[assets];
    best = new int[steps][cash + 1];
    double[][] prices = new double[assets][];
    for (int asset = 0; asset < assets; asset++) {
      prices[asset] = future.price(asset);
    }
    double[] next = new double[cash + 1];
    double[] now = new double[cash + 1];
    for (int t = steps - 1; t >= 0; t--) {
      double[] hold = new double[cash + 1];
      int strongest = cash;
      for (int j = 0; j <= cash; j++) {
        double weight = j < assets ? longest : shortest;
        hold[j] = next[j] + (j == cash ? 0 : growth(prices[j % assets], t, weight));
        strongest = hold[j] > hold[strongest] ? j : strongest;
      }
      for (int k = 0; k <= cash; k++) {
        double switching = hold[strongest] - COST * longest * sides(k, strongest, cash);
        boolean stay = hold[k] >= switching;
        best[t][k] = stay ? k : strongest;
        now[k] = stay ? hold[k] : switching;
      }
      System.arraycopy(now, 0, next, 0, now.length);
    }
  }

  /** From one position to another sells and buys; from or to cash is one trade. */
  private static int sides(int from, int to, int cash) {
    return from == to ? 0 : from == cash || to == cash ? 1 : 2;
  }

  private static double growth(double[] price, int t, double weight) {
    if (price[t] > 0 && price[t + 1] > 0) {
      double factor = 1 + weight * (price[t + 1] / price[t] - 1);
      return weight == 1
          ? Math.log(price[t + 1] / price[t])
          : factor > 0 ? Math.log(factor) : Double.NEGATIVE_INFINITY;
    }
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  public void act(int step, float[] observation, boolean[] mask, double[] infos, float[] action) {
    int wanted = step < best.length ? best[step][held] : held;
    boolean positioned = held < best[0].length - 1;
    if (wanted == held && positioned) {
      weights.keep(infos, action);
      return;
    }
    held = wanted;
    Arrays.fill(target, 0);
    if (held < best[0].length - 1) {
      target[held % assets] = held < assets ? weights.highest() : weights.lowest();
    }
    weights.want(target, action);
  }
}

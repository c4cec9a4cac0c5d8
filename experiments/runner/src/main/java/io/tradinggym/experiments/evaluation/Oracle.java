package io.tradinggym.experiments.evaluation;

/**
 * Sees the future: the sequence of single positions (one asset or cash) with the largest final wealth, by dynamic
 * programming over closing prices with a cost for every switch. With w(t, k) the largest log wealth from t on while holding k,
 *
 * <pre>{@code
 *   w(t, k) = max over j of [ -cost if j != k ] + ln(p(t+1, j) / p(t, j)) + w(t+1, j),   w(T, k) = 0
 * }</pre>
 *
 * <p>Orders fill at the next open, not at the close they are decided at, so it is nearly the best, not exactly. It is there to
 * show that the environment pays for knowing, and how much there was to win.
 */
final class Oracle implements Contender.Player {
  /** What switching costs one way, as log wealth: a cautious round figure for spread and commission. */
  private static final double COST = 0.0005;

  private final Weights weights;
  private final int[][] best;
  private final double[] target;
  private int held;

  Oracle(Weights weights, Trajectory future) {
    this.weights = weights;
    int cash = weights.assets();
    int steps = future.steps();
    held = cash;
    target = new double[cash];
    best = new int[steps][cash + 1];
    double[][] prices = new double[cash][];
    for (int asset = 0; asset < cash; asset++) {
      prices[asset] = future.info("price_" + asset);
    }
    double[] next = new double[cash + 1];
    double[] now = new double[cash + 1];
    for (int t = steps - 1; t >= 0; t--) {
      double[] hold = new double[cash + 1];
      int strongest = cash;
      for (int j = 0; j <= cash; j++) {
        hold[j] = next[j] + (j == cash ? 0 : growth(prices[j], t));
        strongest = hold[j] > hold[strongest] ? j : strongest;
      }
      for (int k = 0; k <= cash; k++) {
        double switching = hold[strongest] - COST * sides(k, strongest, cash);
        boolean stay = hold[k] >= switching;
        best[t][k] = stay ? k : strongest;
        now[k] = stay ? hold[k] : switching;
      }
      System.arraycopy(now, 0, next, 0, now.length);
    }
  }

  /** From one asset to another sells and buys; from or to cash is one trade. */
  private static int sides(int from, int to, int cash) {
    return from == to ? 0 : from == cash || to == cash ? 1 : 2;
  }

  private static double growth(double[] price, int t) {
    return price[t] > 0 && price[t + 1] > 0
        ? Math.log(price[t + 1] / price[t])
        : Double.NEGATIVE_INFINITY;
  }

  @Override
  public void act(int step, float[] observation, boolean[] mask, double[] infos, float[] action) {
    int wanted = step < best.length ? best[step][held] : held;
    if (wanted == held && wanted < target.length) {
      weights.keep(infos, mask, action);
      return;
    }
    held = wanted;
    java.util.Arrays.fill(target, 0);
    if (held < target.length) {
      target[held] = 1;
    }
    weights.want(target, action);
  }
}

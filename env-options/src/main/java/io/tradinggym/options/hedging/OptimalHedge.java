package io.tradinggym.options.hedging;

import java.util.Arrays;

/**
 * The strategy of least entropic risk, by dynamic programming. With J the risk to go, exponential utility leaves wealth
 * out of the state:
 *
 * <pre>
 *   J_t(S, h) = min_h' { cost S |h' - h| + G_t(S, h') },   J_n(S, h) = max(S - strike, 0)
 *   G_t(S, h') = (1/a) log E exp( a (J_(t+1)(S', h') - h' (S' - S)) )
 * </pre>
 *
 * <p>It is the optimum of {@link BlackScholesCall}; in other markets it is a rule like any other.
 *
 * <p>G is convex in h', so the best is a band: nothing is traded inside, and outside only as far as its edge. Prices
 * lie on a grid of logarithms that moves with the drift, hedges on [0, 1].
 *
 * @see <a href="https://doi.org/10.1137/0331022">Davis, Panas and Zariphopoulou (1993)</a>
 */
public final class OptimalHedge implements HedgeRule {
  private static final int PER_DEVIATION = 12;
  private static final int HEDGES = 400;
  private static final double REACH = 7;
  private static final double STEP_REACH = 5.5;

  private final HedgingTask task;
  private final int perDeviation;
  private final int hedges;
  private final int half;
  private final double spacing;
  private final double drift;
  private final double[][] lower;
  private final double[][] upper;
  private final double risk;

  /**
   * Solves a task; takes seconds.
   *
   * @param task the call, what trades cost, and the aversion to risk
   */
  public OptimalHedge(HedgingTask task) {
    this(task, PER_DEVIATION, HEDGES);
  }

  /**
   * Solves a task on a grid.
   *
   * @param perDeviation prices for each deviation of a step
   * @param hedges intervals of [0, 1]
   */
  OptimalHedge(HedgingTask task, int perDeviation, int hedges) {
    this.task = task;
    this.perDeviation = perDeviation;
    this.hedges = hedges;
    double deviation = task.volatility() * StrictMath.sqrt(task.years() / task.rebalances());
    spacing = deviation / perDeviation;
    drift = -deviation * deviation / 2;
    half = (int) Math.ceil(REACH * StrictMath.sqrt(task.rebalances()) * perDeviation);
    lower = new double[task.rebalances()][2 * half + 1];
    upper = new double[task.rebalances()][2 * half + 1];
    risk = solve();
  }

  private double price(int step, int node) {
    return HedgingTask.SPOT * StrictMath.exp(step * drift + (node - half) * spacing);
  }

  private double[] prices(int step) {
    double[] prices = new double[2 * half + 1];
    Arrays.setAll(prices, node -> price(step, node));
    return prices;
  }

  private double solve() {
    double a = task.aversion();
    int width = hedges + 1;
    double[] next = new double[(2 * half + 1) * width];
    double[] nextPrices = prices(task.rebalances());
    for (int node = 0; node <= 2 * half; node++) {
      double payoff = Math.max(nextPrices[node] - HedgingTask.SPOT, 0);
      Arrays.fill(next, node * width, (node + 1) * width, StrictMath.exp(a * payoff));
    }
    double[] weights = weights();
    double[] powers = new double[next.length];
    double[] costs = new double[width];
    for (int step = task.rebalances() - 1; step >= 0; step--) {
      double[] prices = prices(step);
      for (int node = 0; node <= 2 * half; node++) {
        expect(node, prices[node], nextPrices, next, weights, costs);
        for (int j = 0; j < width; j++) {
          costs[j] = StrictMath.log(costs[j]) / a;
        }
        band(step, node, prices[node], costs);
        for (int j = 0; j < width; j++) {
          powers[node * width + j] = StrictMath.exp(a * costs[j]);
        }
      }
      double[] spare = next;
      next = powers;
      powers = spare;
      nextPrices = prices;
    }
    return StrictMath.log(next[half * width]) / a;
  }

  /** Chances of a step's moves, in nodes. */
  private double[] weights() {
    int reach = (int) Math.ceil(STEP_REACH * perDeviation);
    double[] weights = new double[2 * reach + 1];
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      double z = (k - reach) / (double) perDeviation;
      weights[k] = StrictMath.exp(-z * z / 2);
      sum += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
    return weights;
  }

  /** Writes {@code E exp(a (J - h (S' - S)))} for every hedge. */
  private void expect(
      int node, double price, double[] nextPrices, double[] next, double[] weights, double[] out) {
    int width = hedges + 1;
    int reach = weights.length / 2;
    Arrays.fill(out, 0);
    for (int k = 0; k < weights.length; k++) {
      int to = Math.clamp(node + k - reach, 0, 2 * half);
      double move = nextPrices[to] - price;
      // The power of a hedge is that of the one before, times a constant.
      double ratio = StrictMath.exp(-task.aversion() * move / hedges);
      double factor = weights[k];
      int at = to * width;
      for (int j = 0; j < width; j++) {
        out[j] += factor * next[at + j];
        factor *= ratio;
      }
    }
  }

  private void band(int step, int node, double price, double[] costs) {
    double each = task.cost() * price / hedges;
    NoTradeBand band = NoTradeBand.of(costs, each);
    lower[step][node] = band.low() / (double) hedges;
    upper[step][node] = band.high() / (double) hedges;
  }

  /** {@return the least entropic risk that can be reached, in the unit of the spot, premium left out} */
  public double risk() {
    return risk;
  }

  /**
   * {@return the lower edge of the band, shares per option, in [0, 1]}
   *
   * @param step index of the trade, from 0
   * @param spot price of the underlying, &gt; 0
   */
  public double lower(int step, double spot) {
    return interpolate(lower[step], step, spot);
  }

  /**
   * {@return the upper edge of the band, shares per option, in [0, 1]}
   *
   * @param step index of the trade, from 0
   * @param spot price of the underlying, &gt; 0
   */
  public double upper(int step, double spot) {
    return interpolate(upper[step], step, spot);
  }

  private double interpolate(double[] edge, int step, double spot) {
    double place = (StrictMath.log(spot / HedgingTask.SPOT) - step * drift) / spacing + half;
    double inside = Math.clamp(place, 0.0, 2.0 * half);
    int node = Math.min((int) inside, 2 * half - 1);
    double part = inside - node;
    return edge[node] * (1 - part) + edge[node + 1] * part;
  }

  @Override
  public double shares(ShortCall book) {
    int step = Math.min(book.market().step(), task.rebalances() - 1);
    double spot = book.market().spot();
    return Math.clamp(book.shares(), lower(step, spot), upper(step, spot));
  }
}

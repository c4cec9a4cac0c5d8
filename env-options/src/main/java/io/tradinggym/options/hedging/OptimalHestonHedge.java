package io.tradinggym.options.hedging;

import io.tradinggym.options.pricing.HestonStep;
import io.tradinggym.options.pricing.Normal;
import java.util.Arrays;

/**
 * The strategy of least entropic risk where volatility moves, by dynamic programming over spot, variance and hedge:
 * what {@link OptimalHedge} is in the market of Black and Scholes. It sees the variance, as every rule of {@link
 * HestonCall} does.
 *
 * <pre>
 *   J_t(S, v, h) = min_h' { cost S |h' - h| + G_t(S, v, h') },   J_n(S, v, h) = max(S - strike, 0)
 *   G_t(S, v, h') = (1/a) log E exp( a (J_(t+1)(S', v', h') - h' (S' - S)) )
 * </pre>
 *
 * <p>The moves are those of {@link HestonStep}, which paths are simulated with, summed over normal quantiles. What is
 * interpolated, by cubics, is e^(a (J - C)), where C is the call's value at the expected variance: J itself has a kink
 * where little volatility is left. Spots lie closer near the strike, variances closer near zero, hedges evenly.
 */
public final class OptimalHestonHedge implements HedgeRule {
  private static final double SPOT_SCALE = 0.02;
  private static final double LOWEST = -4.4;
  private static final double HIGHEST = 4;
  private static final double HIGHEST_ROOT = 1;
  private static final double LEAST_HEDGE = -0.1;
  private static final double MOST_HEDGE = 1.1;

  /** Quantiles of a move are so many deviations apart, up to so many on either side. */
  private static final double SPACING = 0.5;

  private static final int REACH = 10;

  private final HedgingTask task;
  private final HestonMarket market;
  private final HestonStep dynamics;
  private final int spots;
  private final int variances;
  private final int hedges;
  private final double[] normal = new double[2 * REACH + 1];
  private final double[][] lower;
  private final double[][] upper;
  private final double risk;

  /**
   * Solves a task; takes half a minute.
   *
   * @param task the call, what trades cost, and the aversion to risk; traded every day or more often
   * @param market how volatility moves
   */
  public OptimalHestonHedge(HedgingTask task, HestonMarket market) {
    this(task, market, 56, 24, 48);
  }

  /**
   * Solves a task on a grid.
   *
   * @param spots intervals of the spot
   * @param variances intervals of the variance
   * @param hedges intervals of the hedge
   */
  OptimalHestonHedge(HedgingTask task, HestonMarket market, int spots, int variances, int hedges) {
    this.task = task;
    this.market = market;
    this.spots = spots;
    this.variances = variances;
    this.hedges = hedges;
    double step = task.years() / task.rebalances();
    if (step * 365 > 1 + 1e-9) {
      throw new IllegalArgumentException(
          "a trade at least every day is needed, was one every " + step * 365 + " days");
    }
    dynamics =
        new HestonStep(
            market.at(task.volatility() * task.volatility(), task.volatility()), step, 0, 0);
    double sum = 0;
    for (int k = 0; k < normal.length; k++) {
      double z = (k - REACH) * SPACING;
      normal[k] = StrictMath.exp(-z * z / 2);
      sum += normal[k];
    }
    for (int k = 0; k < normal.length; k++) {
      normal[k] /= sum;
    }
    lower = new double[task.rebalances()][(spots + 1) * (variances + 1)];
    upper = new double[task.rebalances()][(spots + 1) * (variances + 1)];
    risk = solve();
  }

  private double log(int i) {
    return SPOT_SCALE * StrictMath.sinh(LOWEST + i * (HIGHEST - LOWEST) / spots);
  }

  /** Where a logarithm lies among the spots. */
  private double place(double log) {
    double u = log / SPOT_SCALE;
    double inverse = Math.signum(u) * StrictMath.log(Math.abs(u) + Math.sqrt(u * u + 1));
    return (inverse - LOWEST) * spots / (HIGHEST - LOWEST);
  }

  private double variance(int j) {
    double root = HIGHEST_ROOT * StrictMath.pow(j / (double) variances, 1.5);
    return root * root;
  }

  private double placeOfVariance(double variance) {
    return variances * StrictMath.cbrt(variance / (HIGHEST_ROOT * HIGHEST_ROOT));
  }

  private double hedge(int m) {
    return LEAST_HEDGE + (MOST_HEDGE - LEAST_HEDGE) * m / hedges;
  }

  /** The call's value at the variance that is expected until expiry; what exercise pays then. */
  private double guess(int step, double log, double variance) {
    double spot = HedgingTask.SPOT * StrictMath.exp(log);
    double years = task.years() * (task.rebalances() - step) / task.rebalances();
    double longRun = task.volatility() * task.volatility();
    double weight = -StrictMath.expm1(-market.reversion() * years) / market.reversion();
    double total = longRun * years + (variance - longRun) * weight;
    if (!(total > 0)) {
      return Math.max(spot - HedgingTask.SPOT, 0);
    }
    double deviation = Math.sqrt(total);
    double d1 = log / deviation + 0.5 * deviation;
    return spot * Normal.cdf(d1) - HedgingTask.SPOT * Normal.cdf(d1 - deviation);
  }

  private double solve() {
    double a = task.aversion();
    int width = hedges + 1;
    double[][] next = new double[variances + 1][(spots + 1) * width];
    for (double[] plane : next) {
      Arrays.fill(plane, 1);
    }
    double[] costs = new double[width];
    for (int step = task.rebalances() - 1; step >= 0; step--) {
      double[][] now = new double[variances + 1][(spots + 1) * width];
      for (int j = 0; j <= variances; j++) {
        double[] expected = expect(step, variance(j), next);
        for (int i = 0; i <= spots; i++) {
          for (int m = 0; m < width; m++) {
            costs[m] = StrictMath.log(expected[i * width + m]) / a;
          }
          band(step, j * (spots + 1) + i, HedgingTask.SPOT * StrictMath.exp(log(i)), costs);
          double guess = guess(step, log(i), variance(j));
          for (int m = 0; m < width; m++) {
            now[j][i * width + m] = StrictMath.exp(a * (costs[m] - guess));
          }
        }
      }
      next = now;
    }
    double[] start = new double[width];
    double longRun = task.volatility() * task.volatility();
    double[] plane = plane(next, placeOfVariance(longRun), new double[(spots + 1) * width]);
    along(plane, place(0), 1, 0, 1, start);
    double flat = -LEAST_HEDGE / (MOST_HEDGE - LEAST_HEDGE) * hedges;
    int m = (int) flat;
    double without = start[m] + (start[m + 1] - start[m]) * (flat - m);
    return StrictMath.log(without) / a + guess(0, 0, longRun);
  }

  /** {@code E exp(a (J - h (S' - S)))} by spot and hedge, from one variance. */
  private double[] expect(int step, double variance, double[][] next) {
    int width = hedges + 1;
    double a = task.aversion();
    double[] expected = new double[(spots + 1) * width];
    double[] plane = new double[(spots + 1) * width];
    for (int q = 0; q < normal.length; q++) {
      double z = (q - REACH) * SPACING;
      double later = dynamics.variance(variance, z, Normal.cdf(z));
      plane(next, placeOfVariance(later), plane);
      for (int k = 0; k < normal.length; k++) {
        double move = dynamics.logReturn(variance, later, (k - REACH) * SPACING);
        double chance = normal[q] * normal[k];
        for (int i = 0; i <= spots; i++) {
          double before = log(i);
          double after = before + move;
          double gain = HedgingTask.SPOT * (StrictMath.exp(after) - StrictMath.exp(before));
          double first = a * (guess(step + 1, after, later) - hedge(0) * gain);
          double ratio = StrictMath.exp(-a * gain * (MOST_HEDGE - LEAST_HEDGE) / hedges);
          along(plane, place(after), chance * StrictMath.exp(first), i * width, ratio, expected);
        }
      }
    }
    return expected;
  }

  /** Adds a row of hedges, interpolated between spots, times a factor that changes by a ratio from hedge to hedge. */
  private void along(
      double[] plane, double place, double factor, int to, double ratio, double[] out) {
    int width = hedges + 1;
    double inside = Math.clamp(place, 0.0, spots);
    int low = Math.clamp((int) inside - 1L, 0, spots - 3);
    double t = inside - low;
    double w0 = cubic(t, 0);
    double w1 = cubic(t, 1);
    double w2 = cubic(t, 2);
    double w3 = cubic(t, 3);
    int at = low * width;
    double power = factor;
    for (int m = 0; m < width; m++) {
      double value =
          w0 * plane[at + m]
              + w1 * plane[at + width + m]
              + w2 * plane[at + 2 * width + m]
              + w3 * plane[at + 3 * width + m];
      out[to + m] += power * value;
      power *= ratio;
    }
  }

  /** All spots and hedges at a variance between those of the grid. */
  private double[] plane(double[][] by, double place, double[] out) {
    double inside = Math.clamp(place, 0.0, variances);
    int low = Math.clamp((int) inside - 1L, 0, variances - 3);
    double t = inside - low;
    Arrays.fill(out, 0);
    for (int node = 0; node < 4; node++) {
      double weight = cubic(t, node);
      double[] from = by[low + node];
      for (int n = 0; n < out.length; n++) {
        out[n] += weight * from[n];
      }
    }
    return out;
  }

  /** Lagrange's polynomial of a node among 0, 1, 2, 3. */
  private static double cubic(double t, int node) {
    double weight = 1;
    for (int other = 0; other < 4; other++) {
      weight *= other == node ? 1 : (t - other) / (node - other);
    }
    return weight;
  }

  private void band(int step, int node, double price, double[] costs) {
    double each = task.cost() * price * (MOST_HEDGE - LEAST_HEDGE) / hedges;
    NoTradeBand band = NoTradeBand.of(costs, each);
    lower[step][node] = hedge(band.low());
    upper[step][node] = hedge(band.high());
  }

  /**
   * {@return the least entropic risk that can be reached, in the unit of the spot, premium left out, as the grid has
   * it}
   */
  public double risk() {
    return risk;
  }

  /**
   * The edge of the band that is nearer, or what is held.
   *
   * @throws IllegalArgumentException if the call is not sold in a {@link HestonCall}
   */
  @Override
  public double shares(ShortCall book) {
    if (!(book.market() instanceof HestonCall call)) {
      throw new IllegalArgumentException(
          "the optimum needs the variance of a HestonCall, was given " + book.market());
    }
    int step = Math.min(call.step(), task.rebalances() - 1);
    double spot = Math.clamp(place(call.logMoneyness()), 0.0, spots);
    double variance = Math.clamp(placeOfVariance(call.variance()), 0.0, variances);
    return Math.clamp(
        book.shares(), between(lower[step], spot, variance), between(upper[step], spot, variance));
  }

  private double between(double[] edge, double spot, double variance) {
    int i = Math.min((int) spot, spots - 1);
    int j = Math.min((int) variance, variances - 1);
    int at = j * (spots + 1) + i;
    double part = spot - i;
    double calm = edge[at] + (edge[at + 1] - edge[at]) * part;
    int wilder = at + spots + 1;
    double wild = edge[wilder] + (edge[wilder + 1] - edge[wilder]) * part;
    return calm + (wild - calm) * (variance - j);
  }
}

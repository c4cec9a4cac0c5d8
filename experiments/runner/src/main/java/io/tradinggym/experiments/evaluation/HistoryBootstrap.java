package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.statistics.seeds.Interval;
import io.tradinggym.experiments.statistics.selection.BlockBootstrap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Intervals where there is one path only, a history: its steps are drawn again in blocks of random length (the
 * stationary bootstrap), the same steps for every seed and everybody, and the seeds with replacement. One history tells
 * no more than its own steps do, so these intervals are wide, as they should be.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1994.10476870">Politis and Romano (1994), The stationary bootstrap</a>
 */
final class HistoryBootstrap {
  private static final int DRAWS = 2000;
  private static final double CONFIDENCE = 0.95;

  private HistoryBootstrap() {}

  /**
   * Interquartile mean of total returns over seeds.
   *
   * @param equity one curve for each seed, of the same history
   */
  static Interval totalReturn(double[][] equity) {
    return interval(equity, new double[0][], 0);
  }

  /**
   * How much larger the interquartile mean of returns a year is than others' in the same history.
   *
   * @param others curves of the same history
   * @param periodsPerYear steps in a year
   */
  static Interval difference(double[][] equity, double[][] others, double periodsPerYear) {
    return interval(equity, others, periodsPerYear);
  }

  private static Interval interval(double[][] equity, double[][] others, double periodsPerYear) {
    int steps = 1;
    for (double[][] group : new double[][][] {equity, others}) {
      for (double[] curve : group) {
        steps = Math.max(steps, curve.length - 1);
      }
    }
    double[][] own = returns(equity, steps);
    double[][] theirs = returns(others, steps);
    RandomStream random =
        RandomStreams.of(equity.length * 100_003L + steps).stream("history bootstrap");
    BlockBootstrap blocks = BlockBootstrap.of(mean(own));
    double power = periodsPerYear > 0 ? periodsPerYear / steps : 1;
    int[] all = new int[steps];
    Arrays.setAll(all, t -> t);
    int[] drawn = new int[steps];
    double[] values = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      blocks.draw(drawn, random);
      values[draw] = middle(own, drawn, power, random) - middle(theirs, drawn, power, random);
    }
    Arrays.sort(values);
    int outside = (int) Math.round((1 - CONFIDENCE) / 2 * DRAWS);
    return new Interval(
        middle(own, all, power, null) - middle(theirs, all, power, null),
        values[outside],
        values[DRAWS - 1 - outside],
        CONFIDENCE);
  }

  /** Simple returns; 0 after a curve has ended. */
  private static double[][] returns(double[][] equity, int steps) {
    double[][] returns = new double[equity.length][steps];
    for (int i = 0; i < equity.length; i++) {
      for (int t = 1; t < equity[i].length; t++) {
        returns[i][t - 1] = equity[i][t - 1] > 0 ? equity[i][t] / equity[i][t - 1] - 1 : 0;
      }
    }
    return returns;
  }

  private static double[] mean(double[][] rows) {
    double[] mean = new double[rows[0].length];
    for (double[] row : rows) {
      for (int t = 0; t < mean.length; t++) {
        mean[t] += row[t] / rows.length;
      }
    }
    return mean;
  }

  /** Interquartile mean over seeds, drawn with replacement if a stream is given, of growth over some steps. */
  private static double middle(
      double[][] rows, int[] steps, double power, @Nullable RandomStream random) {
    if (rows.length == 0) {
      return 0;
    }
    double[] totals = new double[rows.length];
    for (int i = 0; i < totals.length; i++) {
      double[] row = rows[random == null ? i : random.integer(rows.length)];
      double growth = 1;
      for (int step : steps) {
        growth *= 1 + row[step];
      }
      totals[i] = (power == 1 ? growth : Math.pow(Math.max(0, growth), power)) - 1;
    }
    return SeedBootstrap.middleHalf(totals);
  }
}

package io.tradinggym.experiments.statistics;

import java.util.Arrays;

/**
 * Probability of backtest overfitting by combinatorially symmetric cross-validation: cut time into S blocks, choose the
 * trial with the best Sharpe ratio on every half of the blocks, and see where it stands among all trials on the other
 * half.
 *
 * <p>With w = rank / (N + 1) the relative rank out of sample (rank 1 the worst, ties the mean rank), the probability
 * is the share of splits with ln(w / (1 - w)) &lt;= 0: choosing in sample did no better than the median. Worthless
 * trials give about 0.5, one trial better than all others everywhere gives 0. A ratio that is undefined (no trade in
 * that half) counts as 0.
 *
 * @param probability in [0, 1]
 * @param lossProbability share of splits in which the chosen trial's Sharpe ratio out of sample is below 0
 * @param degradation slope of the chosen trial's ratio out of sample on the one in sample; below zero the better it
 *     looked the worse it did; NaN if the ratio in sample never varies
 * @param splits C(S, S/2)
 * @see <a href="https://doi.org/10.21314/JCF.2016.322">Bailey, Borwein, Lopez de Prado and Zhu (2017)</a>
 */
public record BacktestOverfitting(
    double probability, double lossProbability, double degradation, int splits) {
  /** C(20, 10) = 184,756 splits; beyond it the number grows fourfold with every two blocks. */
  private static final int MOST_BLOCKS = 20;

  /** Ratios are compared after these, so that rounding decides neither who is best nor what is a loss. */
  private static final double DIGITS = 1e12;

  /**
   * Tries all splits.
   *
   * @param returns [trial][period], at least two trials over the same periods, in order of time
   * @param blocks S, even, 2 to 20, at most the number of periods; block sizes differ by at most one period
   */
  public static BacktestOverfitting of(double[][] returns, int blocks) {
    Moments[][] moments = moments(returns, blocks);
    int trials = returns.length;
    int all = (1 << blocks) - 1;
    int capacity = binomial(blocks);
    double[] best = new double[capacity];
    double[] after = new double[capacity];
    int below = 0;
    int losses = 0;
    int split = 0;
    double[] outside = new double[trials];
    // Gosper's walk through all sets with S/2 members, as bit masks.
    for (int set = (1 << (blocks / 2)) - 1; set <= all; set = next(set)) {
      int chosen = 0;
      double highest = Double.NEGATIVE_INFINITY;
      for (int n = 0; n < trials; n++) {
        double inside = sharpe(moments[n], set);
        outside[n] = sharpe(moments[n], all ^ set);
        if (inside > highest) {
          highest = inside;
          chosen = n;
        }
      }
      // ln(w / (1 - w)) <= 0 where w = rank / (N + 1) is at most a half.
      below += 2 * rank(outside, chosen) <= trials + 1 ? 1 : 0;
      losses += outside[chosen] < 0 ? 1 : 0;
      best[split] = highest;
      after[split++] = outside[chosen];
    }
    double spread = Sample.spread(best);
    double slope = Relative.covariance(best, after) / (spread * spread);
    return new BacktestOverfitting((double) below / split, (double) losses / split, slope, split);
  }

  private static int next(int set) {
    int lowest = set & -set;
    int carried = set + lowest;
    return carried | (((set ^ carried) >>> 2) / lowest);
  }

  private static int binomial(int blocks) {
    long c = 1;
    for (int k = 1; k <= blocks / 2; k++) {
      c = c * (blocks / 2 + k) / k;
    }
    return Math.toIntExact(c);
  }

  private static double rank(double[] scores, int of) {
    double rank = 1;
    for (int n = 0; n < scores.length; n++) {
      if (n != of) {
        rank += scores[n] < scores[of] ? 1 : scores[n] == scores[of] ? 0.5 : 0;
      }
    }
    return rank;
  }

  private static double sharpe(Moments[] blocks, int set) {
    int count = 0;
    double sum = 0;
    double squares = 0;
    double center = blocks[0].center;
    for (int rest = set; rest != 0; rest &= rest - 1) {
      Moments block = blocks[Integer.numberOfTrailingZeros(rest)];
      count += block.count;
      sum += block.sum;
      squares += block.squares;
    }
    double mean = sum / count;
    double deviation = Math.sqrt(Math.max(0, squares - sum * mean) / (count - 1));
    return deviation > Sample.CONSTANT_SPREAD
        ? Math.rint((center + mean) / deviation * DIGITS) / DIGITS
        : 0;
  }

  private static Moments[][] moments(double[][] returns, int blocks) {
    if (blocks < 2 || blocks > MOST_BLOCKS || blocks % 2 != 0) {
      throw new IllegalArgumentException(
          "blocks must be even and in 2 .. " + MOST_BLOCKS + ", was " + blocks);
    }
    if (returns.length < 2) {
      throw new IllegalArgumentException(
          "returns must hold at least 2 trials, were " + returns.length);
    }
    int periods = returns[0].length;
    if (periods < blocks) {
      throw new IllegalArgumentException(
          "periods must be at least the number of blocks, were " + periods + " and " + blocks);
    }
    Moments[][] moments = new Moments[returns.length][blocks];
    for (int n = 0; n < returns.length; n++) {
      Sample.requireSameLength("returns[0]", periods, "returns[" + n + "]", returns[n].length);
      Sample.requireFinite("returns[" + n + "]", returns[n]);
      double center = Sample.mean(returns[n]);
      for (int b = 0; b < blocks; b++) {
        int from = (int) ((long) b * periods / blocks);
        int to = (int) ((long) (b + 1) * periods / blocks);
        moments[n][b] = Moments.of(Arrays.copyOfRange(returns[n], from, to), center);
      }
    }
    return moments;
  }

  /** Sums over one block about the trial's overall mean, which keeps the sum of squares from cancelling. */
  private record Moments(int count, double center, double sum, double squares) {
    static Moments of(double[] block, double center) {
      double sum = 0;
      double squares = 0;
      for (double r : block) {
        sum += r - center;
        squares += (r - center) * (r - center);
      }
      return new Moments(block.length, center, sum, squares);
    }
  }
}

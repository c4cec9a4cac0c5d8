package io.tradinggym.experiments.statistics.selection;

/** Mean performance of some candidates, over history and over resamples of it that all of them share. */
public final class ResampledMeans {
  private static final double ROUNDING = 1e-13;
  private static final double TIE = 1e-9;

  private final int periods;
  private final double[] means;
  private final double[][] resampled;

  /**
   * @param periods in each resample, >= 1
   * @param means over history, by candidate
   * @param resampled [resample][candidate]
   */
  ResampledMeans(int periods, double[] means, double[][] resampled) {
    this.periods = periods;
    this.means = means;
    this.resampled = resampled;
  }

  /** Number of candidates. */
  public int candidates() {
    return means.length;
  }

  /** Number of resamples. */
  public int resamples() {
    return resampled.length;
  }

  /** Mean performance of a candidate over history. */
  public double mean(int candidate) {
    return means[candidate];
  }

  /** Mean performance of a candidate in a resample. */
  public double mean(int resample, int candidate) {
    return resampled[resample][candidate];
  }

  /** Square root of the number of periods, by which means are scaled to a law that does not depend on it. */
  double root() {
    return Math.sqrt(periods);
  }

  /** How far a candidate's mean went from its mean over history, scaled. */
  double moved(int resample, int candidate) {
    return root() * (resampled[resample][candidate] - means[candidate]);
  }

  /** How large a candidate's means are, by which rounding is told from a difference; > 0 unless all are 0. */
  double size(int candidate) {
    double squares = 0;
    for (double[] row : resampled) {
      squares += row[candidate] * row[candidate];
    }
    return Math.abs(means[candidate]) + Math.sqrt(squares / resampled.length);
  }

  /**
   * A difference in its standard errors. Infinite where it never varies, for then it is certain; NaN where there is
   * none but for rounding.
   *
   * @param size of what was subtracted, see {@link #size}
   */
  static double ratio(double difference, double error, double size) {
    double rounding = size * ROUNDING;
    return error > rounding
        ? difference / error
        : Math.abs(difference) > rounding
            ? Math.copySign(Double.POSITIVE_INFINITY, difference)
            : Double.NaN;
  }

  /**
   * Whether a resample is as extreme as history was. Prices have ticks, so means of resamples are often the same
   * number, which rounding must not decide: equal ones count, on the side of doubt.
   *
   * @param error standard error of what is compared; 1 where it has been divided by it
   */
  static boolean reaches(double drawn, double statistic, double error) {
    return drawn >= statistic - TIE * error;
  }

  /**
   * Standard error of a candidate's scaled mean, sqrt(T mean (resampled - mean)^2); NaN for a candidate that never
   * varies, or hardly more than rounding does.
   */
  public double error(int candidate) {
    double squares = 0;
    double size = Math.abs(means[candidate]);
    for (int resample = 0; resample < resampled.length; resample++) {
      double moved = moved(resample, candidate);
      squares += moved * moved;
    }
    double error = Math.sqrt(squares / resampled.length);
    return error > root() * size * ROUNDING ? error : Double.NaN;
  }
}

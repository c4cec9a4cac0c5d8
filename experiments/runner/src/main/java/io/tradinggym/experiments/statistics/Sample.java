package io.tradinggym.experiments.statistics;

import java.util.Arrays;

/** Moments and quantiles of a sample, and the checks that every metric makes of its data. */
public final class Sample {
  /**
   * Returns that spread less than this are constant, and a Sharpe ratio over their spread would be noise: an account
   * counts in 1e-8 of its currency, so that on an equity of 10 rounding alone spreads returns by 4e-10.
   */
  static final double CONSTANT_SPREAD = 1e-9;

  private Sample() {}

  /** Refuses NaN and infinite values by their place. */
  public static void requireFinite(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(name + "[" + i + "] must be finite, was " + values[i]);
      }
    }
  }

  static void requireSameLength(String first, int firstLength, String second, int secondLength) {
    if (firstLength != secondLength) {
      throw new IllegalArgumentException(
          first
              + " and "
              + second
              + " must have the same length, were "
              + firstLength
              + " and "
              + secondLength);
    }
  }

  static void requirePositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be > 0 and finite, was " + value);
    }
  }

  static void requireProbability(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must lie in (0, 1), was " + value);
    }
  }

  /** The quotient, or NaN where the denominator is zero. */
  static double ratio(double numerator, double denominator) {
    return denominator == 0 ? Double.NaN : numerator / denominator;
  }

  /** Arithmetic mean; NaN for no values. */
  public static double mean(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    return ratio(sum, x.length);
  }

  /** Mean of (x - mean)^order, divisor n. */
  static double centralMoment(double[] x, int order) {
    double mean = mean(x);
    double sum = 0;
    for (double v : x) {
      sum += Math.pow(v - mean, order);
    }
    return ratio(sum, x.length);
  }

  /** Standard deviation with divisor n - 1; NaN for fewer than two values. */
  public static double deviation(double[] x) {
    return x.length < 2 ? Double.NaN : Math.sqrt(centralMoment(x, 2) * x.length / (x.length - 1));
  }

  /** The standard deviation, or NaN where the values are constant but for rounding. */
  static double spread(double[] x) {
    double deviation = deviation(x);
    return deviation > CONSTANT_SPREAD ? deviation : Double.NaN;
  }

  /** Third standardised moment, divisor n. */
  public static double skewness(double[] x) {
    return centralMoment(x, 3) / Math.pow(populationSpread(x), 3);
  }

  /** Fourth standardised moment, divisor n: 3 for a normal law, not the excess over it. */
  public static double rawKurtosis(double[] x) {
    return centralMoment(x, 4) / Math.pow(populationSpread(x), 4);
  }

  private static double populationSpread(double[] x) {
    double deviation = Math.sqrt(centralMoment(x, 2));
    return deviation > CONSTANT_SPREAD ? deviation : Double.NaN;
  }

  /** Quantile, p in [0, 1], by linear interpolation between order statistics at (n - 1) p; NaN for no values. */
  public static double quantile(double[] x, double p) {
    if (x.length == 0) {
      return Double.NaN;
    }
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    return quantileOfSorted(sorted, p);
  }

  static double quantileOfSorted(double[] sorted, double p) {
    double position = (sorted.length - 1) * p;
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** Pearson's correlation; NaN where either is constant. */
  public static double correlation(double[] x, double[] y) {
    requireSameLength("first series", x.length, "second series", y.length);
    return Relative.covariance(x, y) / (spread(x) * spread(y));
  }

  /** x - y, element by element. */
  public static double[] minus(double[] x, double[] y) {
    requireSameLength("first series", x.length, "second series", y.length);
    double[] difference = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      difference[i] = x[i] - y[i];
    }
    return difference;
  }

  static double[] minus(double[] x, double constant) {
    double[] difference = x.clone();
    for (int i = 0; i < x.length; i++) {
      difference[i] -= constant;
    }
    return difference;
  }
}

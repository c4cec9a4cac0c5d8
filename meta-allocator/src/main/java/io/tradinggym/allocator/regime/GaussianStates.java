package io.tradinggym.allocator.regime;

/**
 * What is seen in each state: independent normal numbers.
 *
 * @param mean by state and dimension
 * @param sd standard deviations by state and dimension, &gt; 0
 */
public record GaussianStates(double[][] mean, double[][] sd) {
  private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

  /** Checks shapes and values, and copies them. */
  public GaussianStates {
    mean = copy(mean);
    sd = copy(sd);
    if (mean.length < 2 || mean.length != sd.length || mean[0].length < 1) {
      throw new IllegalArgumentException(
          "means and standard deviations are for at least 2 states alike, were for "
              + mean.length
              + " and "
              + sd.length);
    }
    for (int state = 0; state < mean.length; state++) {
      Check.observation(mean[state], mean[0].length);
      Check.observation(sd[state], mean[0].length);
      for (double value : sd[state]) {
        Check.positive("standard deviation of state " + state, value);
      }
    }
  }

  private static double[][] copy(double[][] values) {
    double[][] copy = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      copy[i] = values[i].clone();
    }
    return copy;
  }

  /**
   * {@return the law of states in which one number is seen}
   *
   * @param mean of each state, finite
   * @param sd standard deviation of each state, &gt; 0
   */
  public static GaussianStates of(double[] mean, double[] sd) {
    double[][] means = new double[mean.length][1];
    double[][] sds = new double[sd.length][1];
    for (int state = 0; state < mean.length; state++) {
      means[state][0] = mean[state];
    }
    for (int state = 0; state < sd.length; state++) {
      sds[state][0] = sd[state];
    }
    return new GaussianStates(means, sds);
  }

  /** {@return the number of states} */
  public int states() {
    return mean.length;
  }

  /** {@return how many numbers an observation has} */
  public int dimensions() {
    return mean[0].length;
  }

  /** Log density of an observation in a state, of the numbers from an index on. */
  double logDensity(int state, double[] x, int from) {
    double sum = 0;
    for (int i = 0; i < mean[state].length; i++) {
      double z = (x[from + i] - mean[state][i]) / sd[state][i];
      sum -= z * z / 2 + StrictMath.log(sd[state][i]) + HALF_LOG_TWO_PI;
    }
    return sum;
  }
}

package io.tradinggym.explain.attribution;

/**
 * Integrated gradients: an input's part is {@code (x - b)} times the mean gradient on the straight line from baseline
 * to observation, at the middles of equal steps. The parts sum to the difference as the steps grow; what is missing is
 * {@link Contributions#gap}. For one thread; {@link #of} allocates its answer alone.
 *
 * @see <a href="https://arxiv.org/abs/1703.01365">Sundararajan, Taly and Yan (2017), Axiomatic attribution for deep
 *     networks</a>
 */
public final class IntegratedGradients {
  /** Steps that leave a gap of less than a hundredth with the networks of this library. */
  public static final int STEPS = 64;

  private final Differentiable number;
  private final int steps;
  private final float[] path;
  private final float[] slopes;
  private final float[] ends;
  private final double[] values = new double[2];

  /**
   * Attribution of a number.
   *
   * @param number with its gradient
   * @param steps points on the line, &gt;= 1
   */
  public IntegratedGradients(Differentiable number, int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps must be >= 1, was " + steps);
    }
    this.number = number;
    this.steps = steps;
    path = new float[steps * number.inputs()];
    slopes = new float[path.length];
    ends = new float[2 * number.inputs()];
  }

  /**
   * {@return what each input contributes to the difference between observation and baseline}
   *
   * @param observation one observation, as many floats as the number has inputs
   * @param baseline what it is compared with, as long
   */
  public Contributions of(float[] observation, float[] baseline) {
    int inputs = number.inputs();
    for (int step = 0; step < steps; step++) {
      float part = (step + 0.5f) / steps;
      for (int i = 0; i < inputs; i++) {
        path[step * inputs + i] = baseline[i] + part * (observation[i] - baseline[i]);
      }
    }
    number.gradients(path, steps, slopes);
    double[] parts = new double[inputs];
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < inputs; i++) {
        parts[i] += slopes[step * inputs + i];
      }
    }
    for (int i = 0; i < inputs; i++) {
      parts[i] *= ((double) observation[i] - baseline[i]) / steps;
    }
    System.arraycopy(observation, 0, ends, 0, inputs);
    System.arraycopy(baseline, 0, ends, inputs, inputs);
    number.at(ends, 2, values);
    return new Contributions(parts, values[0] - values[1]);
  }
}

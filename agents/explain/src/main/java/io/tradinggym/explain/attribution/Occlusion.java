package io.tradinggym.explain.attribution;

/**
 * A quick look: what a number loses when one group of inputs is set to its baseline and all others stay. The parts need
 * not sum to the difference: what two groups do only together counts twice, or not at all.
 */
public final class Occlusion {
  private Occlusion() {}

  /**
   * {@return what the number loses when each group is set to the baseline, a part a group}
   *
   * @param number what is explained
   * @param observation one observation, as many floats as the number has inputs
   * @param baseline what inputs are set to, as long as the observation
   * @param groups indices of inputs that are hidden together, a row a group
   */
  public static Contributions of(
      ScoreFunction number, float[] observation, float[] baseline, int[][] groups) {
    int inputs = number.inputs();
    float[] rows = new float[(groups.length + 2) * inputs];
    for (int row = 0; row <= groups.length; row++) {
      System.arraycopy(observation, 0, rows, row * inputs, inputs);
    }
    for (int g = 0; g < groups.length; g++) {
      for (int input : groups[g]) {
        rows[g * inputs + input] = baseline[input];
      }
    }
    System.arraycopy(baseline, 0, rows, (groups.length + 1) * inputs, inputs);
    double[] out = new double[groups.length + 2];
    number.at(rows, out.length, out);
    double full = out[groups.length];
    double[] parts = new double[groups.length];
    for (int g = 0; g < groups.length; g++) {
      parts[g] = full - out[g];
    }
    return new Contributions(parts, full - out[groups.length + 1]);
  }
}

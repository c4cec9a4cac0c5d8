package io.tradinggym.explain.attribution;

/** A number that follows from an observation, such as the margin of a decision. One caller at a time. */
public interface ScoreFunction {
  /** {@return how many numbers an observation has} */
  int inputs();

  /**
   * Writes the number at several observations.
   *
   * @param rows count x {@link #inputs}, row after row
   * @param count number of observations, &gt;= 1
   * @param out receives one number a row
   */
  void at(float[] rows, int count, double[] out);

  /**
   * {@return the number at one observation}
   *
   * @param observation one observation, {@link #inputs} floats
   */
  default double at(float[] observation) {
    double[] out = new double[1];
    at(observation, 1, out);
    return out[0];
  }
}

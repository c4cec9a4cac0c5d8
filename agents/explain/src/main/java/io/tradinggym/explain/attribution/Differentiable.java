package io.tradinggym.explain.attribution;

/** A number that follows smoothly, or nearly so, from an observation. */
public interface Differentiable extends ScoreFunction {
  /**
   * Writes the derivatives at several observations.
   *
   * @param rows count x {@link #inputs}, row after row
   * @param count number of observations, &gt;= 1
   * @param out receives count x {@link #inputs} derivatives
   */
  void gradients(float[] rows, int count, float[] out);
}

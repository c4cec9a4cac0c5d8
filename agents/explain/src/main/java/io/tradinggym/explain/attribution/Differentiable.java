package io.tradinggym.explain.attribution;

/** A number that follows smoothly, or nearly so, from an observation. */
public interface Differentiable extends ScoreFunction {
  /**
   * Writes the derivatives at several observations.
   *
   * @param rows count x {@link #inputs}
   * @param count how many, &gt;= 1
   * @param out receives count x {@link #inputs}
   */
  void gradients(float[] rows, int count, float[] out);
}

package io.tradinggym.explain.memory.embedding;

/** From a window of numbers, oldest first, to a vector. Immutable. */
public interface Embedding {
  /** {@return the numbers of a window} */
  int window();

  /** {@return the numbers of a vector} */
  int dimensions();

  /** {@return the name, parameters and hash of what was fitted} */
  String identity();

  /**
   * {@return the vector of a window}
   *
   * @param values at least {@code from + window()} of them; prices are &gt; 0
   * @param from where the window begins
   */
  float[] embed(double[] values, int from);
}

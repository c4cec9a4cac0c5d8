package io.tradinggym.explain.memory.embedding;

/** From a window of numbers, oldest first, to a vector. Immutable. */
public interface Embedding {
  /** Numbers of a window. */
  int window();

  /** Numbers of a vector. */
  int dimensions();

  /** Name, parameters and hash of what was fitted. */
  String identity();

  /**
   * The vector of a window.
   *
   * @param values at least {@code from + window()} of them; prices are &gt; 0
   * @param from where the window begins
   */
  float[] embed(double[] values, int from);
}

package io.tradinggym.explain.memory.embedding;

/** From a window of numbers, oldest first, to a vector. Immutable. */
public interface Embedding {
  /** {@return how many values a window has} */
  int window();

  /** {@return how many numbers a vector has} */
  int dimensions();

  /** {@return the name, parameters and hash of what was fitted: vectors of other identities are not comparable} */
  String identity();

  /**
   * {@return the vector of a window}
   *
   * @param values at least {@code from + window()} of them; prices are &gt; 0
   * @param from index of the window's first value
   */
  float[] embed(double[] values, int from);
}

package io.tradinggym.data.feature;

/**
 * Computes a stretch of a column. All it remembers stands in columns, so that bar by bar and all at once give the same
 * bits.
 */
@FunctionalInterface
public interface Kernel {
  /**
   * Writes {@code out[from .. to - 1]}. A number at bar t is made of inputs and outputs at bars up to t alone; {@code
   * from} is never before the column's first bar. Allocates nothing.
   *
   * @param out the column; what stands before {@code from} may be read
   * @param from index of the first bar to write
   * @param to index after the last bar to write
   */
  void fill(double[] out, int from, int to);
}

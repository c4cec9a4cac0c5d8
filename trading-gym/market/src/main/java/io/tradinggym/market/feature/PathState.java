package io.tradinggym.market.feature;

/**
 * A state that needs closes and volumes of its own asset alone, so that it can be shown a piece of a path at once. Bits
 * are those of {@link #next}.
 */
interface PathState extends Feature.State {
  /**
   * Writes the values of the bars {@code from .. to - 1}, which follow those of the last call, to the beginning of
   * {@code out}.
   *
   * @param path of the asset, from its first trade on
   */
  void fill(Path path, int from, int to, double[] out);
}

package io.tradinggym.experiments.evaluation;

/**
 * Where prices come from, for whoever reads a result.
 *
 * @param simulated whether a model drew them: dates then mean nothing
 * @param words what was drawn or replayed, such as "SPY, AAPL from data, 2019-01-02 to 2022-12-30"
 */
public record Provenance(boolean simulated, String words) {
  /** Not known: said as simulated, because nobody should take it for history. */
  public static final Provenance UNKNOWN = new Provenance(true, "the environment's own");
}

package io.tradinggym.experiments.evaluation;

import java.util.List;

/**
 * Where prices come from, for whoever reads a result.
 *
 * @param simulated whether a model drew them: dates then mean nothing
 * @param words what was drawn or replayed, such as "SPY, AAPL from data, 2019-01-02 to 2022-12-30"
 */
public record Provenance(boolean simulated, String words) {
  /** Not known: said as simulated, because nobody should take it for history. */
  public static final Provenance UNKNOWN = new Provenance(true, "the environment's own");

  /**
   * History.
   *
   * @param words what was replayed
   * @param repairs what was repaired in its files; said by their number
   */
  public static Provenance replayed(String words, List<String> repairs) {
    int n = repairs.size();
    String mended =
        n == 0 ? "" : "; " + n + (n == 1 ? " defect" : " defects") + " of the files repaired";
    return new Provenance(false, words + mended);
  }
}

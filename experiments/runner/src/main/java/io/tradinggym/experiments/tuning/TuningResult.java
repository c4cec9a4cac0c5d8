package io.tradinggym.experiments.tuning;

import java.util.List;

/**
 * What a search found.
 *
 * @param lines every trial at its largest budget, in order of its number
 * @param best the trial that is taken
 * @param front trials that no other beats in one objective without losing in another; the best alone for one objective
 * @param deflatedSharpe of the best on the validation range, as the best of all trials by their own correlation; NaN
 *     where nothing is traded
 */
public record TuningResult(
    List<Tuning.Line> lines, Tuning.Line best, List<Tuning.Line> front, double deflatedSharpe) {
  /** Copies the lists. */
  public TuningResult {
    lines = List.copyOf(lines);
    front = List.copyOf(front);
  }
}

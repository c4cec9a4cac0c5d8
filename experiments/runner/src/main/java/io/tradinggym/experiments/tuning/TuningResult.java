package io.tradinggym.experiments.tuning;

import io.tradinggym.experiments.statistics.selection.BestOfMany;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param lines every trial at its largest budget, in order of its number
 * @param best the trial that is taken
 * @param front trials that no other beats in one objective without losing in another; the best alone for one objective
 * @param deflatedSharpe of the best on the validation range, as the best of all trials by their own correlation; NaN
 *     where nothing is traded
 * @param among what is to be said of it among all trials; null where they cannot be compared
 * @param course settings that the best went through, the earliest first; one line but for pbt
 * @param policy file of the best's policy, where it was kept: for pbt; else null
 */
public record TuningResult(
    List<Tuning.Line> lines,
    Tuning.Line best,
    List<Tuning.Line> front,
    double deflatedSharpe,
    @Nullable BestOfMany among,
    List<Tuning.Line> course,
    @Nullable Path policy) {
  /** Copies the lists. */
  public TuningResult {
    lines = List.copyOf(lines);
    front = List.copyOf(front);
    course = List.copyOf(course);
  }
}

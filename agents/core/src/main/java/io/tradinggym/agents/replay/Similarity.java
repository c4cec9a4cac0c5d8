package io.tradinggym.agents.replay;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.ObservationField;
import io.tradinggym.api.util.Require;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Similarity replay: what is learned from was seen when the market looked as it does now. Each lane has a fingerprint,
 * a smoothed part of its observations in deviations of all that came so far; draws are of the transitions whose
 * fingerprints are nearest to the present one.
 *
 * <p>A fingerprint may lie: it comes again, and the law behind it is another. So memory is gated. At every step two
 * ridge regressions of the reward on observation and action, one fitted to the nearest transitions and one to the
 * newest, say what will be earned before it is known; memory is drawn from only while it erred less over the last
 * steps, by more than a standard error, else the newest transitions are. Each step looks at every fingerprint that is
 * kept: capacities of some ten thousands are meant.
 *
 * @param fields names of observation fields, also the part of a name before its bracket, or their numbers; empty for
 *     all
 * @param smoothing steps of the moving average over the fields (weight 2 / (1 + smoothing) for the newest), &gt;= 1
 * @param neighbours nearest transitions that are drawn from, &gt;= 1
 * @param recent newest transitions of the lane that are drawn from otherwise, &gt;= 1
 * @param judged steps over which the two regressions are compared, &gt;= 1
 * @param share part of each sample that is drawn so, in (0, 1]; the rest is uniform
 * @param gate whether memory is used when it predicts better, unless it predicts worse, always, or never
 */
public record Similarity(
    List<String> fields,
    int smoothing,
    int neighbours,
    int recent,
    int judged,
    double share,
    Gate gate)
    implements Draws {
  /** All fields, averaged over 10 steps; 150 neighbours or the last 100, compared over 15 steps; the whole sample. */
  public static final Similarity DEFAULT =
      new Similarity(List.of(), 10, 150, 100, 15, 1, Gate.BETTER);

  /** When memory is drawn from. */
  public enum Gate {
    /** While it predicts better than the newest transitions do, by more than a standard error. */
    BETTER,
    /**
     * Unless it predicts worse than the newest transitions do, by more than a standard error: for laws that are known
     * to come again. Memory is then drawn from soon after a change, and where both predict alike; where fingerprints
     * lie and laws are many it does harm for longer.
     */
    UNLESS_WORSE,
    /** Always: what similarity alone would do. */
    OPEN,
    /** Never: the newest transitions only. */
    SHUT
  }

  /** Checks the ranges. */
  public Similarity {
    fields = List.copyOf(fields);
    Require.that(smoothing >= 1, "smoothing of similarity replay must be >= 1", smoothing);
    Require.that(neighbours >= 1, "neighbours of similarity replay must be >= 1", neighbours);
    Require.that(recent >= 1, "recent of similarity replay must be >= 1", recent);
    Require.that(judged >= 1, "judged of similarity replay must be >= 1", judged);
    Require.that(share > 0 && share <= 1, "share of similarity replay must be in (0, 1]", share);
  }

  /** The numbers of the observation that make the fingerprint. */
  int[] columns(EnvironmentSpec spec) {
    int size = spec.observation().size();
    if (fields.isEmpty()) {
      return IntStream.range(0, size).toArray();
    }
    List<String> names = spec.observationFields().stream().map(ObservationField::name).toList();
    return fields.stream().flatMapToInt(field -> columns(field, names, size)).distinct().toArray();
  }

  private static IntStream columns(String field, List<String> names, int size) {
    if (field.matches("\\d{1,9}") && Integer.parseInt(field) < size) {
      return IntStream.of(Integer.parseInt(field));
    }
    int[] found =
        IntStream.range(0, names.size())
            .filter(i -> names.get(i).equals(field) || names.get(i).startsWith(field + "["))
            .toArray();
    if (found.length == 0) {
      throw new IllegalArgumentException(
          "fields of similarity replay: no number of the observation is called \""
              + field
              + "\"; there are "
              + (names.isEmpty() ? "0 to " + (size - 1) : String.join(", ", names)));
    }
    return IntStream.of(found);
  }
}

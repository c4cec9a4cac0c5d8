package io.tradinggym.experiments.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs of one environment, ranked among those that were judged on the same data and on episodes as long: a higher score
 * on other data, or in five times as many years, is no better.
 *
 * @param boards by what was judged on, the one with most runs first; in each the best first
 */
public record Leaderboard(Map<Judged, List<FinishedRun>> boards) {
  /**
   * What runs were judged on.
   *
   * @param data its SHA-256; the environment's id where it brings its own
   * @param episode see {@link FinishedRun#episode}
   */
  public record Judged(String data, String episode) {}

  /** Ranks the runs of an environment. */
  public static Leaderboard of(List<FinishedRun> runs, String environment) {
    Map<Judged, List<FinishedRun>> alike = new LinkedHashMap<>();
    for (FinishedRun run : runs) {
      if (run.environment().equals(environment)) {
        alike
            .computeIfAbsent(new Judged(run.data(), run.episode()), any -> new ArrayList<>())
            .add(run);
      }
    }
    Map<Judged, List<FinishedRun>> boards = new LinkedHashMap<>();
    alike.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
        .forEach(
            entry ->
                boards.put(
                    entry.getKey(),
                    entry.getValue().stream()
                        .sorted(
                            Comparator.comparingDouble(
                                (FinishedRun run) ->
                                    Double.isNaN(run.headline())
                                        ? Double.POSITIVE_INFINITY
                                        : -run.headline()))
                        .toList()));
    return new Leaderboard(boards);
  }
}

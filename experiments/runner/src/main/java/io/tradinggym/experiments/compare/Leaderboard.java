package io.tradinggym.experiments.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs of one environment, ranked among those that were judged on the same data: a higher score on other data is no
 * better.
 *
 * @param boards by SHA-256 of the data, the one with most runs first; in each the best first
 */
public record Leaderboard(Map<String, List<FinishedRun>> boards) {

  /** Ranks the runs of an environment. */
  public static Leaderboard of(List<FinishedRun> runs, String environment) {
    Map<String, List<FinishedRun>> byData = new LinkedHashMap<>();
    for (FinishedRun run : runs) {
      if (run.environment().equals(environment)) {
        byData.computeIfAbsent(run.data(), data -> new ArrayList<>()).add(run);
      }
    }
    Map<String, List<FinishedRun>> boards = new LinkedHashMap<>();
    byData.entrySet().stream()
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

package io.tradinggym.experiments.compare;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.statistics.seeds.Bootstrap;
import io.tradinggym.experiments.statistics.seeds.PairedComparison;
import io.tradinggym.experiments.statistics.seeds.ProbabilityOfImprovement;
import io.tradinggym.experiments.statistics.seeds.Scores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Runs against the first of them.
 *
 * @param first the one that others are compared with
 * @param others in the order given
 * @param pairs how each of the others compares
 * @param settings those that differ, by path: a text for each run, empty where it has none
 */
public record Comparison(
    FinishedRun first,
    List<FinishedRun> others,
    List<Pair> pairs,
    Map<String, List<String>> settings) {
  private static final int SEEDS_TO_TEST = 2;

  /** Copies the lists. */
  public Comparison {
    others = List.copyOf(others);
    pairs = List.copyOf(pairs);
  }

  /**
   * Another run against the first.
   *
   * @param paired path by path, another less the first; null where they were judged on different paths
   * @param improvement chance that a seed of the other beats a seed of the first; NaN with fewer than two seeds, and
   *     where they were judged on other data
   */
  public record Pair(@Nullable PairedComparison paired, double improvement) {}

  /**
   * Compares.
   *
   * @param runs at least two, of one environment
   */
  public static Comparison of(List<FinishedRun> runs) {
    if (runs.size() < 2) {
      throw new UserError("compare needs at least two runs, was given " + runs.size());
    }
    FinishedRun first = runs.getFirst();
    List<FinishedRun> others = runs.subList(1, runs.size());
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Path path = runs.get(i).path().toAbsolutePath().normalize();
      for (FinishedRun before : runs.subList(0, i)) {
        if (before.path().toAbsolutePath().normalize().equals(path)) {
          throw new UserError(runs.get(i).path() + " was named twice; compare needs other runs");
        }
      }
    }
    for (FinishedRun other : others) {
      if (!other.environment().equals(first.environment())) {
        throw new UserError(
            other.path()
                + " was judged in "
                + other.environment()
                + ", "
                + first.path()
                + " in "
                + first.environment()
                + ": their scores cannot be compared");
      }
      pairs.add(pair(first, other));
    }
    return new Comparison(first, others, pairs, differing(runs));
  }

  private static Pair pair(FinishedRun first, FinishedRun other) {
    boolean seeds =
        other.data().equals(first.data())
            && Math.min(first.scores().length, other.scores().length) >= SEEDS_TO_TEST;
    return new Pair(
        first.pairsWith(other) && first.scores()[0].length >= SEEDS_TO_TEST
            ? PairedComparison.of(
                other.byPath(),
                first.byPath(),
                Bootstrap.DEFAULT,
                RandomStreams.of(first.scores()[0].length).stream("compare"))
            : null,
        seeds
            ? ProbabilityOfImprovement.of(Scores.of(other.bySeed()), Scores.of(first.bySeed()))
            : Double.NaN);
  }

  private static Map<String, List<String>> differing(List<FinishedRun> runs) {
    TreeSet<String> keys = new TreeSet<>();
    runs.forEach(run -> keys.addAll(run.settings().keySet()));
    Map<String, List<String>> differing = new LinkedHashMap<>();
    for (String key : keys) {
      List<String> values = runs.stream().map(run -> run.settings().getOrDefault(key, "")).toList();
      if (!key.equals("name") && values.stream().distinct().count() > 1) {
        differing.put(key, values);
      }
    }
    return differing;
  }
}

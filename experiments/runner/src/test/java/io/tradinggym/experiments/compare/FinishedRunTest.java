package io.tradinggym.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that were made up. */
class FinishedRunTest {
  private static final double[][] SCORES = {{1, 2, 6}, {3, 4, 8}};

  private static FinishedRun run(
      String name, String data, Map<String, String> settings, double[][] scores, double headline) {
    return new FinishedRun(
        Path.of(name),
        name,
        "train",
        "Stock-v1",
        data,
        settings,
        "ppo",
        scores,
        headline,
        0,
        0,
        Map.of());
  }

  private static FinishedRun run(Map<String, String> settings) {
    return run("a", "aa", settings, SCORES, 0);
  }

  @Test
  void scoresAreAveragedOverSeedsOrOverPaths() {
    FinishedRun run = run(Map.of());
    assertThat(run.byPath()).containsExactly(new double[] {2, 3, 7}, within(1e-12));
    assertThat(run.bySeed()).containsExactly(new double[] {3, 5}, within(1e-12));
  }

  /** Both have the same seed, paths and options; then one setting differs. */
  @ParameterizedTest
  @CsvSource({
    "name, true",
    "algorithm.learningRate, true",
    "environment.optionsOfAnother, true",
    "seed, false",
    "evaluation.ownPaths, false",
    "environment.options.commission, false",
    "environment.evaluation.episode, false"
  })
  void onlyWhatPathsAreMadeOfKeepsRunsFromBeingPaired(String setting, boolean paired) {
    Map<String, String> settings = new HashMap<>();
    settings.put("seed", "1");
    settings.put("environment.options.commission", "0.001");
    settings.put("environment.evaluation.episode", "250");
    FinishedRun one = run(Map.copyOf(settings));
    assertThat(one.pairsWith(run(Map.copyOf(settings)))).isTrue();
    settings.put(setting, "other");
    assertThat(one.pairsWith(run(settings))).isEqualTo(paired);
  }

  @Test
  void pathsOfTheirOwnOrOthersDataArePairedWithNobodys() {
    FinishedRun own = run(Map.of("evaluation.ownPaths", "true"));
    assertThat(own.pairsWith(own)).isFalse();
    FinishedRun one = run(Map.of());
    assertThat(one.pairsWith(run("b", "bb", Map.of(), SCORES, 0))).isFalse();
    assertThat(one.pairsWith(run("b", "aa", Map.of(), new double[][] {{1, 2}}, 0))).isFalse();
  }

  @Test
  void theFullestBoardComesFirstAndWhoHasNoScoreStandsLast() {
    FinishedRun alone = run("alone", "aa", Map.of(), SCORES, 9);
    FinishedRun low = run("low", "bb", Map.of(), SCORES, .1);
    FinishedRun none = run("none", "bb", Map.of(), SCORES, Double.NaN);
    FinishedRun high = run("high", "bb", Map.of(), SCORES, .2);
    Leaderboard board = Leaderboard.of(List.of(alone, low, none, high), "Stock-v1");
    assertThat(board.boards().values()).containsExactly(List.of(high, low, none), List.of(alone));
  }
}

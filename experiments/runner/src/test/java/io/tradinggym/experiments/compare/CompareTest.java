package io.tradinggym.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.run.BacktestRun;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.market.data.Purpose;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs beside each other. */
class CompareTest {
  private static final String RULE =
      """
      market: {simulated: "watchlist:SPY"}
      environment: {id: Stock-v1, options: {episode: 120}}
      rule: {name: moving-average-cross, fast: 3, slow: 10}
      evaluation: {paths: 12, controls: [no-trade]}
      """;

  @TempDir private Path folder;

  private FinishedRun backtest(String name, String... overrides) {
    Path path = folder.resolve(name);
    BacktestRun.of(ConfigFile.parse(RULE, List.of(overrides), name), null, path, Purpose.TEST)
        .complete();
    return FinishedRun.read(path);
  }

  @Test
  void runsOnTheSamePathsArePairedAndDifferencesNamed() {
    FinishedRun cheap = backtest("cheap");
    FinishedRun dear = backtest("dear", "rule.slow=40");
    FinishedRun elsewhere = backtest("elsewhere", "seed=8");
    Comparison comparison = Comparison.of(List.of(cheap, dear, elsewhere));
    assertThat(comparison.pairs().get(0).paired()).isNotNull();
    assertThat(comparison.pairs().get(1).paired()).isNull();
    double difference = 0;
    for (int i = 0; i < 12; i++) {
      difference += (dear.scores()[0][i] - cheap.scores()[0][i]) / 12;
    }
    assertThat(Objects.requireNonNull(comparison.pairs().get(0).paired()).difference().mean())
        .isCloseTo(difference, within(1e-12));
    assertThat(comparison.settings()).containsOnlyKeys("rule.slow", "seed");
    assertThat(comparison.settings().get("rule.slow")).containsExactly("10", "40", "10");
  }

  @Test
  void theBestStandsFirstAmongThoseOnTheSameData() {
    FinishedRun one = backtest("one");
    FinishedRun two = backtest("two", "rule.slow=40");
    backtest("other", "market.simulated='watchlist:QQQ'");
    Leaderboard board = Leaderboard.of(FinishedRun.below(folder), "Stock-v1");
    assertThat(board.boards()).hasSize(2);
    List<FinishedRun> most = board.boards().values().iterator().next();
    assertThat(most).hasSize(2);
    assertThat(most.getFirst().headline()).isEqualTo(Math.max(one.headline(), two.headline()));
    assertThat(Leaderboard.of(FinishedRun.below(folder), "CartPole-v1").boards()).isEmpty();
    backtest("longer", "environment.options.episode=200");
    assertThat(Leaderboard.of(FinishedRun.below(folder), "Stock-v1").boards().keySet())
        .as("five times as many bars are another board")
        .extracting(Leaderboard.Judged::episode)
        .contains("200")
        .hasSize(3);
  }

  @Test
  void otherEnvironmentsAreNotCompared() {
    FinishedRun one = backtest("one");
    FinishedRun other =
        backtest("portfolio", "environment.id=Portfolio-v1", "environment.options.episode=120");
    assertThatThrownBy(() -> Comparison.of(List.of(one, other)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be compared");
    RunFolder walk = RunFolder.writable(folder.resolve("walk"));
    walk.write(RunFolder.MANIFEST, "{\"command\": \"walk-forward\", \"state\": \"finished\"}");
    assertThatThrownBy(() -> FinishedRun.read(walk.path()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is of walk-forward, which leaves no scores of paths");
  }
}

package io.tradinggym.experiments.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.split.CombinatorialPurged;
import io.tradinggym.data.split.Purging;
import io.tradinggym.experiments.backtest.Histories;
import io.tradinggym.experiments.report.Marked;
import io.tradinggym.experiments.statistics.SharpeInference;
import io.tradinggym.market.data.HistoryWindows;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.MarketTape;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every part of history is tested by agents that never saw it, on whole paths. */
class CrossValidationTest {
  private static final String AGENTS =
      """
      name: paths
      seed: 5
      seeds: 2
      market: {simulated: "noise"}
      environment: {id: Stock-v1, lanes: 2, options: {episode: 16}}
      algorithm: {steps: 32, rolloutSteps: 16, minibatch: 16, epochs: 1, hidden: [4]}
      crossValidation: {groups: 4, tested: 2, bars: 800, purge: 1, embargo: 5}
      """;

  private static final String RULE =
      """
      market: {simulated: "watchlist:SPY"}
      environment: {id: Stock-v1}
      rule: {name: buy-and-hold}
      crossValidation: {groups: 4, tested: 2, bars: 800}
      """;

  @TempDir private Path folder;

  private CrossValidationRun start(String text, String name) {
    return CrossValidationRun.start(text, List.of(), folder.resolve(name));
  }

  @Test
  void allPathsOfAllSeedsAreThereAndKillingChangesNothing() {
    CrossValidationRun run = start(AGENTS, "whole");
    assertThat(run.trainings()).isEqualTo(12);
    CrossValidationResult whole = run.complete(2, done -> {});
    assertThat(whole.paths()).hasSize(3 * 2);
    AtomicInteger done = new AtomicInteger();
    CrossValidationRun killed = start(AGENTS, "killed");
    assertThatThrownBy(
            () ->
                killed.complete(
                    1,
                    each -> {
                      if (done.incrementAndGet() == 7) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessage("killed");
    assertThat(CrossValidationRun.open(folder.resolve("killed")).complete(1, each -> {}).hash())
        .isEqualTo(whole.hash());
  }

  /** Whoever trains nothing walks the same way on every path. */
  @Test
  void aRuleHasTheSameCurveOnEveryPath() {
    CrossValidationResult result = start(RULE, "rule").complete(1, done -> {});
    assertThat(result.paths()).hasSize(3);
    assertThat(result.paths().stream().distinct()).hasSize(1);
    assertThat(result.paths().getFirst().total())
        .isCloseTo(Objects.requireNonNull(result.held()).total(), within(0.02));
    assertThat(folder.resolve("rule/cross-validation.html"))
        .content()
        .contains("Sharpe ratios")
        .satisfies(Marked::undated);
  }

  /** The reference's example: 24 rows in 6 groups, horizon 2, embargo 1. */
  @Test
  void trainingRunsAreThoseOfTheReference() {
    CombinatorialPurged split = new CombinatorialPurged(6, 2, new Purging(2, 1));
    List<int[]> combinations = split.combinations();
    for (int i = 0; i < combinations.size(); i++) {
      int[] groups = combinations.get(i);
      List<HistoryWindows.Run> runs = CrossValidationRun.runs(split.split(24).get(i).train());
      if (groups[0] == 1 && groups[1] == 3) {
        assertThat(runs)
            .containsExactly(new HistoryWindows.Run(0, 2), new HistoryWindows.Run(19, 24));
      } else if (groups[0] == 0 && groups[1] == 5) {
        assertThat(runs).containsExactly(new HistoryWindows.Run(7, 18));
      }
    }
  }

  /** Windows lie in one run with all that they look back on, and every place is drawn. */
  @Test
  void noWindowTouchesABarOutsideItsRun() {
    MarketData data = Histories.wandering(100, 1, 3).data();
    List<HistoryWindows.Run> runs =
        List.of(
            new HistoryWindows.Run(0, 9),
            new HistoryWindows.Run(20, 50),
            new HistoryWindows.Run(70, 100));
    MarketTape tape = new HistoryWindows(data, 252, runs).forEpisodes(4, 16).tape();
    RandomStream random = RandomStreams.of(1).stream("windows");
    boolean[] begun = new boolean[100];
    for (int i = 0; i < 2000; i++) {
      tape.next(random);
      int from = data.barAt(tape.bars().closeTime(0));
      begun[from] = true;
      assertThat(tape.bars().closeTime(19)).isEqualTo(data.closeTime(from + 19));
      assertThat(tape.bars().close(0, 7)).isEqualTo(data.close(0, from + 7));
    }
    for (int bar = 0; bar < 100; bar++) {
      assertThat(begun[bar]).isEqualTo((bar >= 20 && bar <= 30) || (bar >= 70 && bar <= 80));
    }
    assertThatThrownBy(() -> new HistoryWindows(data, 252, runs).forEpisodes(20, 16))
        .hasMessageContaining("no run of bars is as long as an episode");
  }

  /** By hand for two groups, each position the sign of the other's return: E (|a| + |b|)^2 / 2 = 1 + 2 / pi. */
  @Test
  void pathsStrayFurtherThanBacktests() {
    assertThat(PathLuck.factor(2, 1)).isCloseTo(Math.sqrt(1 + 2 / Math.PI), within(.02));
    assertThat(PathLuck.factor(6, 2)).isBetween(1.3, 1.4).isEqualTo(PathLuck.factor(6, 2));
    assertThat(PathLuck.factor(10, 1)).isGreaterThan(PathLuck.factor(10, 5));
    double plain = SharpeInference.strayed(.95, 1);
    assertThat(plain).isCloseTo(.95, within(1e-12));
    assertThat(SharpeInference.strayed(.95, 1.3)).isCloseTo(.8972, within(1e-3));
    assertThat(SharpeInference.strayed(Double.NaN, 1.3)).isNaN();
  }
}

package io.tradinggym.experiments.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.ledger.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search is a function of its configuration, whatever happens on the way. */
class TuningTest {
  private static final String AGENTS =
      """
      name: search
      seed: 5
      market: {simulated: "watchlist:SPY"}
      environment: {id: Stock-v1, lanes: 2, options: {episode: 16}}
      algorithm: {steps: 288, rolloutSteps: 16, minibatch: 16, epochs: 1, hidden: [4]}
      evaluation: {paths: 2, validations: 2, validationPaths: 2, controls: [no-trade]}
      search:
        method: %s
        trials: 9
        batch: 3
        least: 32
        objectives: %s
        winnerSeeds: 2
        space:
          algorithm.learningRate: {log: [1e-4, 1e-2]}
          algorithm.epochs: {integer: [1, 3]}
          algorithm.activation: {choice: [tanh, relu]}
          algorithm.clip: {real: [0.1, 0.3], when: {algorithm.activation: tanh}}
      """;

  private static final String RULES =
      """
      name: rules
      market: {simulated: "watchlist:SPY"}
      environment: {id: Stock-v1, options: {episode: 300}}
      rule: {name: moving-average-cross}
      evaluation: {validationPaths: 3}
      search:
        method: tpe
        trials: 24
        space:
          rule.fast: {integer: [2, 60]}
          rule.slow: {integer: [10, 100]}
      """;

  @TempDir private Path folder;

  private TuningResult search(String text, String name, int workers) {
    return Tuning.start(text, List.of(), folder.resolve(name)).complete(workers, line -> {});
  }

  @ParameterizedTest
  @ValueSource(strings = {"tpe", "asha", "hyperband", "random"})
  void anyNumberOfWorkersFindsTheSame(String method) {
    String text =
        AGENTS.formatted(method, "score").replace("algorithm.epochs: {integer: [1, 3]}\n", "\n");
    String shared = text.replace("\n          \n", "\n");
    List<Tuning.Line> one = search(shared, "one", 1).lines();
    assertThat(search(shared, "three", 3).lines()).isEqualTo(one);
    assertThat(one).hasSize(9).allMatch(line -> line.failure().isEmpty());
    if (method.equals("asha")) {
      assertThat(one).extracting(Tuning.Line::steps).contains(32L, 96L, 288L);
    }
  }

  /** Killed at any job: its file, or its successors', are not there. */
  @Test
  void aSearchThatWasKilledGoesOnToTheSameBits() throws Exception {
    String text = AGENTS.formatted("asha", "score");
    List<Tuning.Line> whole = search(text, "whole", 1).lines();
    Tuning killed = Tuning.start(text, List.of(), folder.resolve("killed"));
    List<Tuning.Line> seen = new ArrayList<>();
    assertThatThrownBy(
            () ->
                killed.complete(
                    1,
                    line -> {
                      seen.add(line);
                      if (seen.size() == 7) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessage("killed");
    Files.writeString(folder.resolve("killed/trials/trial-2-0.json"), "{\"key\": \"torn");
    assertThat(Tuning.open(folder.resolve("killed")).complete(2, line -> {}).lines())
        .isEqualTo(whole);
  }

  @Test
  void everyTrialIsInTheLedgerThoseGivenUpEarlyToo() {
    search(AGENTS.formatted("asha", "score"), "run", 1);
    Ledger ledger = Ledger.beside(folder.resolve("run"));
    assertThat(ledger.rows()).hasSize(9);
    assertThat(ledger.rows())
        .extracting(row -> row.outcome().status())
        .contains(Status.PRUNED, Status.FINISHED)
        .doesNotContain(Status.OPEN);
  }

  @Test
  void severalObjectivesGiveAFront() {
    String text =
        AGENTS.formatted("nsga2", "[score, drawdown, turnover]").replace("trials: 9", "trials: 21");
    TuningResult result = search(text.replace("batch: 3", "batch: 20"), "front", 2);
    assertThat(result.front()).isNotEmpty().allMatch(line -> line.objectives().size() == 3);
    assertThat(result.front()).contains(result.best());
  }

  /** Half of this space is refused by the rule: those trials fail, and count. */
  @Test
  void rulesAreTunedAndRefusedSettingsFail() {
    TuningResult result = search(RULES, "rules", 1);
    assertThat(result.lines()).anyMatch(line -> line.failure().contains("fast < slow"));
    assertThat(result.best().failure()).isEmpty();
    assertThat(result.deflatedSharpe()).isBetween(0.0, 1.0);
    assertThat(Ledger.beside(folder.resolve("rules")).rows()).hasSize(24);
    try (Stream<Path> files = Files.list(folder.resolve("rules/trials"))) {
      assertThat(files.count()).isEqualTo(24);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void badSearchesAreExplained() {
    assertThatThrownBy(() -> search(RULES.replace("[2, 60]", "[60, 2]"), "x", 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("rule.fast: a range needs low < high");
    assertThatThrownBy(() -> search(RULES.replace("tpe", "tpee"), "x", 1))
        .hasMessageContaining("search.method must be one of [random, tpe, nsga2, asha, hyperband]");
    assertThatThrownBy(() -> search(RULES.replace("tpe", "asha"), "x", 1))
        .hasMessageContaining("search.least must be the steps of the first rung");
    assertThatThrownBy(() -> search(RULES.replace("trials: 24", "trails: 24"), "x", 1))
        .hasMessageContaining("unknown key search.trails");
    assertThat(folder.resolve("x")).doesNotExist();
  }
}

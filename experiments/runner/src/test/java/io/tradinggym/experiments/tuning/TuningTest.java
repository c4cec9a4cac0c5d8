package io.tradinggym.experiments.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.allocator.desk.LearnedFeatures;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.ledger.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
  @ValueSource(strings = {"tpe", "asha", "hyperband", "random", "pbt"})
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

  /** Killed in its fifth generation of nine, with policies that others begin with. */
  @Test
  void aPopulationThatWasKilledGoesOnToTheSameBits() throws Exception {
    String text = AGENTS.formatted("pbt", "score").replace("trials: 9", "trials: 5");
    TuningResult whole = search(text, "whole", 1);
    Tuning killed = Tuning.start(text, List.of(), folder.resolve("killed"));
    List<Tuning.Line> seen = new ArrayList<>();
    assertThatThrownBy(
            () ->
                killed.complete(
                    1,
                    line -> {
                      seen.add(line);
                      if (seen.size() == 23) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessage("killed");
    Files.writeString(folder.resolve("killed/trials/trial-1-4.json"), "{\"key\": \"torn");
    TuningResult resumed = Tuning.open(folder.resolve("killed")).complete(3, line -> {});
    assertThat(resumed.lines()).isEqualTo(whole.lines());
    assertThat(resumed.course()).isEqualTo(whole.course()).hasSize(9);
    assertThat(Files.readAllBytes(Objects.requireNonNull(resumed.policy())))
        .isEqualTo(Files.readAllBytes(Objects.requireNonNull(whole.policy())));
    assertThat(whole.lines()).allMatch(line -> line.failure().isEmpty() && line.steps() == 288);
    // Settings were exchanged on the way: somebody's are another's, changed.
    assertThat(whole.course()).extracting(Tuning.Line::steps).endsWith(288L);
  }

  @Test
  void aTrialKeepsWhatItsFeaturesLearned() throws Exception {
    String text =
        AGENTS
            .formatted("pbt", "score")
            .replace("trials: 9", "trials: 4")
            .replace("options: {", "options: {features: [\"rsi(14)\", return5], ");
    TuningResult result = search(text, "learned", 1);
    assertThat(result.lines()).allMatch(line -> line.failure().isEmpty());
    assertThat(LearnedFeatures.in(Objects.requireNonNull(result.policy()))).isTrue();
  }

  @Test
  void constraintsOnSettingsAreNeverBrokenAndThoseOnResultsDecide() {
    String text =
        RULES.replace("  trials: 24\n", "  trials: 24\n  constraints: [rule.fast < rule.slow]\n");
    TuningResult free = search(text, "free", 1);
    assertThat(free.lines()).allMatch(line -> line.failure().isEmpty());
    String calm = text.replace("rule.slow]\n", "rule.slow, turnover <= 8]\n");
    TuningResult kept = search(calm, "calm", 2);
    assertThat(kept.best().objectives().getFirst())
        .isLessThanOrEqualTo(free.best().objectives().getFirst());
    String none = text.replace("rule.slow]\n", "rule.slow, drawdown > 0]\n");
    assertThatThrownBy(() -> search(none, "none", 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no trial keeps the constraints [drawdown > 0.0]");
  }

  /** What is tried meanwhile changes nothing of a search that has begun. */
  @Test
  void aSearchBeginsWithWhatTheLedgerKnows() throws Exception {
    String text = RULES.replace("[2, 60]", "[2, 9]").replace("[10, 100]", "[10, 80]");
    TuningResult first = search(text, "first", 1);
    String warm = text.replace("trials: 24", "trials: 4\n  warmStart: 20");
    List<Tuning.Line> second = search(warm, "second", 1).lines();
    assertThat(Files.readString(folder.resolve("second/warm-start.json")).split("score"))
        .hasSize(21);
    assertThat(second)
        .extracting(Tuning.Line::values)
        .isNotEqualTo(first.lines().subList(0, 4).stream().map(Tuning.Line::values).toList());
    Files.delete(folder.resolve("second/trials/trial-3-0.json"));
    assertThat(Tuning.open(folder.resolve("second")).complete(2, line -> {}).lines())
        .isEqualTo(second);
    assertThatThrownBy(() -> search(warm.replace("tpe", "random"), "x", 1))
        .hasMessageContaining("search.warmStart must be 0, but for method: tpe");
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
        .hasMessageContaining(
            "search.method must be one of [random, grid, tpe, nsga2, asha, hyperband, pbt]");
    assertThatThrownBy(() -> search(RULES.replace("tpe", "asha"), "x", 1))
        .hasMessageContaining("search.least must be the steps of the first rung");
    assertThatThrownBy(() -> search(RULES.replace("trials: 24", "trails: 24"), "x", 1))
        .hasMessageContaining("unknown key search.trails");
    assertThat(folder.resolve("x")).doesNotExist();
  }
}

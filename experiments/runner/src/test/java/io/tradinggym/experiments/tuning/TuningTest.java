package io.tradinggym.experiments.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.allocator.desk.LearnedFeatures;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.SearchConfig;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.ledger.Status;
import io.tradinggym.experiments.search.Candidate;
import io.tradinggym.experiments.search.RandomSearch;
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
    if (method.equals("pbt")) {
      shared = shared.replace("steps: 288", "steps: 128").replace("trials: 9", "trials: 5");
    }
    List<Tuning.Line> one = search(shared, "one", 1).lines();
    TuningResult three = search(shared, "three", 3);
    assertThat(three.lines()).isEqualTo(one);
    if (method.equals("hyperband")) {
      assertThat(three.best().steps()).as("of those that were trained longest").isEqualTo(288);
      assertThat(one).as("brackets begin with 32, 96 and 288").anyMatch(line -> line.steps() == 32);
    }
    assertThat(one)
        .hasSize(method.equals("pbt") ? 5 : 9)
        .allMatch(line -> line.failure().isEmpty());
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

  /** Killed in its third generation of four, with policies that others begin with. */
  @Test
  void aPopulationThatWasKilledGoesOnToTheSameBits() throws Exception {
    String text =
        AGENTS
            .formatted("pbt", "score")
            .replace("trials: 9", "trials: 5")
            .replace("steps: 288", "steps: 128");
    TuningResult whole = search(text, "whole", 1);
    Tuning killed = Tuning.start(text, List.of(), folder.resolve("killed"));
    List<Tuning.Line> seen = new ArrayList<>();
    assertThatThrownBy(
            () ->
                killed.complete(
                    1,
                    line -> {
                      seen.add(line);
                      if (seen.size() == 13) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessage("killed");
    Files.writeString(folder.resolve("killed/trials/trial-1-2.json"), "{\"key\": \"torn");
    TuningResult resumed = Tuning.open(folder.resolve("killed")).complete(3, line -> {});
    assertThat(resumed.lines()).isEqualTo(whole.lines());
    assertThat(resumed.course()).isEqualTo(whole.course()).hasSize(4);
    assertThat(Files.readAllBytes(Objects.requireNonNull(resumed.policy())))
        .isEqualTo(Files.readAllBytes(Objects.requireNonNull(whole.policy())));
    assertThat(whole.lines()).allMatch(line -> line.failure().isEmpty() && line.steps() == 128);
    // Settings were exchanged on the way: somebody's are another's, changed.
    assertThat(whole.course()).extracting(Tuning.Line::steps).endsWith(128L);
  }

  @Test
  void aTrialKeepsWhatItsFeaturesLearned() throws Exception {
    String text =
        AGENTS
            .formatted("pbt", "score")
            .replace("trials: 9", "trials: 4")
            .replace("steps: 288", "steps: 96")
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
        .hasMessageContaining("no trial keeps the constraints [drawdown > 0.0]")
        .hasMessageMatching("(?s).*the nearest is trial \\d+ of .rule.fast=.* with .score=.*");
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

  /** The configuration makes 0.001 of 1e-3, and {@code 4, 4} of {@code [4, 4]}. */
  @Test
  void choicesAreKnownHoweverTheyAreWritten() throws Exception {
    String text =
        AGENTS
            .formatted("tpe", "score")
            .replace("steps: 288", "steps: 32")
            .replace("trials: 9", "trials: 3")
            .replace("{log: [1e-4, 1e-2]}", "{choice: [1e-3, \"1e-4\"]}")
            .replace("{integer: [1, 3]}", "{choice: [1, 2]}")
            .replace(
                "activation: {choice: [tanh, relu]}", "hidden: {choice: [\"[4]\", \"[4, 4]\"]}")
            .replace("{algorithm.activation: tanh}", "{algorithm.hidden: \"[4]\"}");
    search(text, "first", 1);
    search(text.replace("trials: 3", "trials: 3\n  warmStart: 9"), "second", 1);
    assertThat(Tuning.open(folder.resolve("second")).told()).isEqualTo(3);
  }

  /** A2C has no minibatch: it is set where PPO is chosen, and trials of both are known to a search of both. */
  @Test
  void algorithmsWithOtherSettingsStandInOneSpace() throws Exception {
    String text =
        AGENTS
                .formatted("tpe", "score")
                .replace("steps: 288", "steps: 32")
                .replace(", minibatch: 16, epochs: 1", "")
                .replace("seed: 5", "seed: 6")
                .replace("trials: 9", "trials: 6")
                .replace("activation: {choice: [tanh, relu]}", "name: {choice: [ppo, a2c]}")
                .replace("epochs: {integer: [1, 3]}", "rolloutSteps: {logInteger: [2, 16]}")
                .replace("{algorithm.activation: tanh}", "{algorithm.name: ppo}")
            + "    algorithm.minibatch: {choice: [4], when: {algorithm.name: ppo}}\n";
    List<Tuning.Line> first = search(text, "first", 1).lines();
    assertThat(first).allMatch(line -> line.failure().isEmpty());
    assertThat(first)
        .extracting(line -> line.values().getOrDefault("algorithm.minibatch", "none"))
        .contains("4", "none");
    search(text.replace("trials: 6", "trials: 1\n  warmStart: 9"), "second", 1);
    assertThat(Tuning.open(folder.resolve("second")).told()).isEqualTo(6);
    String other = text.replace("hidden: [4]", "hidden: [8]");
    search(other.replace("trials: 6", "trials: 1\n  warmStart: 9"), "third", 1);
    assertThat(Tuning.open(folder.resolve("third")).told()).as("another network").isZero();
  }

  @Test
  void aSearchGoesOnWithTheDataItBeganWithOnly() throws Exception {
    search(RULES.replace("trials: 24", "trials: 2"), "search", 1);
    Path manifest = folder.resolve("search/manifest.json");
    String text = Files.readString(manifest);
    String hash = new ObjectMapper().readTree(text).at("/data_sha256/validation").asText();
    Files.writeString(manifest, text.replace(hash, "0"));
    Tuning changed = Tuning.open(folder.resolve("search"));
    assertThatThrownBy(() -> changed.complete(1, line -> {}))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("data have changed since the run began (SHA-256 0,");
  }

  /** The second turns over too much; the third began in another bracket, so its first rung is longer than theirs. */
  @Test
  void ofThoseThatKeepTheConstraintsTheLongestTrainedIsTaken() {
    SearchConfig config =
        SearchConfig.of(
            RULES.replace("tpe", "hyperband\n  least: 32\n  constraints: [turnover <= 1]"),
            List.of(),
            "test");
    RandomSearch search = new RandomSearch(config.space(), RandomStreams.of(1).stream("search"));
    List<Candidate> three = search.ask(3);
    TuningCourse course = new TuningCourse(config);
    course.add(Job.of(three.get(0), 0, 32, false), scored(.1, .5));
    course.add(Job.of(three.get(1), 1, 288, true), scored(.5, 2));
    assertThat(course.best().orElseThrow().candidate()).isSameAs(three.get(0));
    course.add(Job.of(three.get(2), 0, 96, false), scored(.05, .5));
    course.add(Job.of(three.get(0), 1, 64, false), scored(.1, .5));
    assertThat(course.best().orElseThrow().candidate()).isSameAs(three.get(2));
  }

  private static TrialScore scored(double score, double turnover) {
    return new TrialScore("key", "", score, 1, -.1, turnover, 252, new double[0]);
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
    assertThatThrownBy(() -> search(RULES.replace("rule.fast:", "rule.fats:"), "x", 1))
        .hasMessageContaining("unknown key rule.fats");
    assertThatThrownBy(() -> search(RULES.replace("[2, 60]", "[2.5, 60]"), "x", 1))
        .hasMessageContaining("rule.fast: a range needs low < high, both finite and whole");
    assertThatThrownBy(() -> search(RULES.replace("[2, 60]", "[2, 9000000000]"), "x", 1))
        .hasMessageContaining("a range of whole numbers holds fewer than 2^31");
    assertThatThrownBy(() -> search(RULES.replace("integer: [2, 60]", "choice: [2, 2]"), "x", 1))
        .hasMessageContaining("rule.fast: a choice needs values, each once");
    assertThatThrownBy(
            () -> search(RULES.replace("integer: [2, 60]", "choice: [[2], [3, 4]]"), "x", 1))
        .hasMessageContaining("a list stands in quotes")
        .hasMessageContaining("[2]");
    for (String unheard : List.of("seed", "evaluation.paths", "search.trials")) {
      assertThatThrownBy(() -> search(RULES.replace("rule.fast", unheard), "x", 1))
          .hasMessageContaining(unheard + " changes nothing of a trial");
    }
    String no = "trials: 24\n  constraints: [rule.fast > 100]";
    assertThatThrownBy(() -> search(RULES.replace("trials: 24", no), "x", 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("constraints leave nothing to choose: [rule.fast > 100.0]");
    for (String method : List.of("asha", "hyperband", "pbt")) {
      String all = AGENTS.formatted(method, "score").replace("least: 32", "least: 288");
      assertThatThrownBy(() -> search(all, "x", 1))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("search.least must be below algorithm.steps");
    }
    String two = "{integer: [10, 100], when: {rule.a: b, rule.c: d}}";
    assertThatThrownBy(() -> search(RULES.replace("{integer: [10, 100]}", two), "x", 1))
        .hasMessageContaining("rule.slow depends on one choice");
    assertThat(folder.resolve("x")).doesNotExist();
    assertThat(Ledger.beside(folder.resolve("x")).rows()).isEmpty();
  }
}

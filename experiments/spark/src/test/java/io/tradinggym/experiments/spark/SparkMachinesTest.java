package io.tradinggym.experiments.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.run.Run;
import io.tradinggym.experiments.run.TrialSet;
import io.tradinggym.experiments.tuning.Tuning;
import io.tradinggym.experiments.validation.CrossValidationRun;
import io.tradinggym.experiments.validation.WalkForwardRun;
import io.tradinggym.experiments.work.Machines;
import io.tradinggym.experiments.work.Receipt;
import io.tradinggym.experiments.work.Task;
import io.tradinggym.experiments.work.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark does has the bits of what threads do; one context for all, since starting it is most of the time. */
class SparkMachinesTest {
  private static final String AGENTS =
      """
      name: many
      seed: 5
      seeds: 2
      market: {simulated: "noise"}
      environment: {id: Stock-v1, lanes: 2, options: {episode: 16}}
      algorithm: {steps: 64, rolloutSteps: 16, minibatch: 16, epochs: 1, hidden: [4]}
      evaluation: {paths: 2, validations: 2, validationPaths: 2, controls: [no-trade]}
      crossValidation: {groups: 3, tested: 1, bars: 600, purge: 1, embargo: 5}
      walkForward: {folds: 2, bars: 600, retrain: warm}
      search:
        method: asha
        trials: 6
        batch: 3
        least: 16
        winnerSeeds: 1
        space:
          algorithm.learningRate: {log: [1e-4, 1e-2]}
          algorithm.activation: {choice: [tanh, relu]}
      """;

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Machines spark;

  @BeforeAll
  static void start() {
    spark = Workers.machines("local[2]");
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  /** Not to be closed: the context lives on. */
  private static Workers pool() {
    return Workers.on(spark, done -> {});
  }

  @Test
  void trialsHaveTheSameHash() {
    TrialSet on = new TrialSet(AGENTS, folder.resolve("on"));
    TrialSet here = new TrialSet(AGENTS, folder.resolve("here"));
    Ledger ledger = Ledger.at(folder.resolve("trials.jsonl"));
    assertThat(on.complete(3, 4, ledger, pool(), result -> {}))
        .isEqualTo(here.complete(3, 4, ledger, new Workers(1), result -> {}));
    assertThat(ledger.rows()).hasSize(4);
  }

  @Test
  void generationsOfASearchAreTheSame() {
    assertThat(
            Tuning.start(AGENTS, List.of(), folder.resolve("tune-on"))
                .complete(pool(), line -> {})
                .lines())
        .isEqualTo(
            Tuning.start(AGENTS, List.of(), folder.resolve("tune-here"))
                .complete(1, line -> {})
                .lines());
  }

  @Test
  void foldsAndPathsAreTheSame() {
    assertThat(
            CrossValidationRun.start(AGENTS, List.of(), folder.resolve("paths-on"))
                .complete(pool(), done -> {})
                .hash())
        .isEqualTo(
            CrossValidationRun.start(AGENTS, List.of(), folder.resolve("paths-here"))
                .complete(1, done -> {})
                .hash());
    assertThat(
            WalkForwardRun.start(AGENTS, List.of(), folder.resolve("walk-on"))
                .complete(pool(), done -> {})
                .hash())
        .isEqualTo(
            WalkForwardRun.start(AGENTS, List.of(), folder.resolve("walk-here"))
                .complete(1, done -> {})
                .hash());
  }

  @Test
  void whatTheUserHasToPutRightComesBackAsSuch() {
    Task nowhere = new Task(Tuning.COMMAND, folder.resolve("nowhere").toString(), "trial-1-0", "");
    assertThatThrownBy(() -> pool().all(List.of(nowhere), task -> task, task -> task))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is no run");
    assertThatThrownBy(() -> Workers.machines("abacus://h"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("spark://HOST:PORT");
  }

  /** A file where a folder should be: another machine may do better, so Spark is let try. */
  @Test
  void whatTheMachineDidWrongIsNoReceipt() throws Exception {
    Path taken = Files.writeString(folder.resolve("taken"), "");
    TrialSet set = new TrialSet(AGENTS, taken);
    assertThatThrownBy(
            () -> set.complete(1, 1, Ledger.at(folder.resolve("l.jsonl")), pool(), result -> {}))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the work on local[2] failed")
        .hasMessageContaining("cannot write");
  }

  @Test
  void aTrainingIsFoundDoneAndJudgedAsIfItHadBeenDoneHere() throws Exception {
    RunConfig config = ConfigFile.parse(AGENTS, List.of(), "test");
    Run on = Run.start(config, folder.resolve("train-on"));
    on.trainOn(pool());
    on.complete(1, (seed, steps, mean) -> {});
    Run.start(config, folder.resolve("train-here")).complete(1, (seed, steps, mean) -> {});
    assertThat(Files.readString(folder.resolve("train-on/journal.sha256")))
        .isEqualTo(Files.readString(folder.resolve("train-here/journal.sha256")));
  }

  @Test
  void aResultThatIsNotSeenFromHereIsRefused() {
    Machines apart =
        new Machines() {
          @Override
          public List<Receipt> run(List<String> tasks, IntConsumer done) {
            return List.of(new Receipt(folder.resolve("elsewhere").toString(), "00", ""));
          }

          @Override
          public void close() {}
        };
    Task any = new Task(Tuning.COMMAND, folder.toString(), "any", "");
    assertThatThrownBy(
            () -> Workers.on(apart, done -> {}).all(List.of(any), task -> task, task -> task))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a folder that all machines share");
  }
}

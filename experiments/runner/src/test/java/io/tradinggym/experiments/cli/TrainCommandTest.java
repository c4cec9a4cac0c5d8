package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.report.Disclaimer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  private static final String TINY =
      """
      name: tiny
      seed: 3
      seeds: 2
      environment: {id: Stock-v1, lanes: 4, options: {episode: 30}}
      algorithm: {steps: 2000, rolloutSteps: 16, minibatch: 32, epochs: 2, hidden: [8]}
      evaluation: {paths: 3, validations: 2, validationPaths: 2}
      """;

  @TempDir private Path folder = Path.of("");
  private Path config = Path.of("");

  @BeforeEach
  void writeConfiguration() throws IOException {
    config = folder.resolve("tiny.yaml");
    Files.writeString(config, TINY);
  }

  private Path run(String name) {
    return folder.resolve(name);
  }

  private Cli train(String name, String... more) {
    List<String> args =
        new ArrayList<>(List.of("train", config.toString(), "--out", run(name).toString()));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  @Test
  void leavesEverythingInTheRunsFolderAndATableOnTheConsole() {
    Cli cli = train("a");
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out())
        .contains("ppo", "no-trade", "random", "buy-and-hold", "oracle", Disclaimer.LIMITS);
    for (String file :
        List.of(
            "manifest.json",
            "metrics.json",
            "equity.csv",
            "trades.csv",
            "journal",
            "journal.sha256",
            "policy")) {
      assertThat(run("a").resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    train("one", "--threads", "1");
    train("two", "--threads", "2");
    assertThat(run("two").resolve("journal"))
        .hasSameTextualContentAs(run("one").resolve("journal"));
    assertThat(run("two").resolve("metrics.json"))
        .hasSameTextualContentAs(run("one").resolve("metrics.json"));
  }

  @Test
  void anotherSeedIsAnotherRun() throws IOException {
    train("three");
    train("four", "--seed", "4");
    assertThat(Files.readString(run("four").resolve("journal.sha256")))
        .isNotEqualTo(Files.readString(run("three").resolve("journal.sha256")));
  }

  @Test
  void aRunThatWasInterruptedGoesOnToTheSameResult() throws IOException {
    train("whole");
    train("broken");
    Files.delete(run("broken").resolve("journal"));
    Files.delete(run("broken").resolve("journal.sha256"));
    Files.delete(run("broken").resolve("metrics.json"));
    neverStarted("broken", 4);
    Cli cli = Cli.run("train", "--resume", run("broken").toString());
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(run("broken").resolve("journal"))
        .hasSameTextualContentAs(run("whole").resolve("journal"));
  }

  /** One seed resumes at its end, the other begins anew. */
  private void neverStarted(String name, int seed) throws IOException {
    try (Stream<Path> files = Files.list(run(name).resolve("checkpoints/seed-" + seed))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void evaluatingAgainGivesTheSameTable() {
    Cli trained = train("judged");
    Cli cli = Cli.run("evaluate", run("judged").toString());
    assertThat(cli.code()).as(cli.err()).isZero();
    String table = cli.out().substring(0, cli.out().indexOf(Disclaimer.PURPOSE));
    assertThat(trained.out()).contains(table);
  }

  @Test
  void refusesAFolderThatHoldsARun() {
    train("twice");
    assertThat(train("twice").code()).isEqualTo(2);
  }

  @Test
  void seedsMayBeJudgedOnPathsOfTheirOwnAndAreThenTested() throws IOException {
    Cli cli = train("own", "--seeds", "3", "--set", "evaluation.ownPaths=true");
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out()).contains("Sharpe ratio of a seed", "t-test over 3 seeds");
    JsonNode contenders =
        new ObjectMapper().readTree(run("own").resolve("metrics.json").toFile()).get("contenders");
    assertThat(contenders.at("/ppo/scores")).hasSize(3);
    assertThat(contenders.at("/ppo/scores/0")).hasSize(3);
    assertThat(contenders.at("/buy-and-hold/scores/0")).as("every path of every seed").hasSize(9);
  }

  @Test
  void trainsAnAlgorithmOnAnEnvironmentWithoutAnyFile() {
    Cli cli =
        Cli.run(
            "train",
            "--algo",
            "dqn",
            "--env",
            "CartPole-v1",
            "--steps",
            "300",
            "--seeds",
            "2",
            "--set",
            "evaluation.paths=2",
            "--out",
            run("plain").toString());
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out())
        .contains("2 agents on CartPole-v1", "The bar of 475 is reached by 0 of 2");
  }

  @Test
  void evaluatesOnOtherPathsIntoAReportOfItsOwn() {
    train("seen");
    Path report = folder.resolve("again.html");
    Cli cli =
        Cli.run(
            "evaluate",
            run("seen").toString(),
            "--seed",
            "99",
            "--paths",
            "5",
            "--out",
            report.toString());
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out()).contains("on 5 unseen paths");
    assertThat(report).isNotEmptyFile();
  }

  @Test
  void beginsWithAnOlderPolicy() throws Exception {
    train("old");
    String policy = run("old").resolve("policy").toString();
    Cli cli = train("warm", "--from", policy, "--set", "algorithm.learningRate=1e-9");
    assertThat(cli.code()).as(cli.err()).isZero();
    Path copy = Files.copy(run("old").resolve("policy"), folder.resolve("copy"));
    train("again", "--from", copy.toString(), "--set", "algorithm.learningRate=1e-9");
    assertThat(Ledger.beside(run("old")).rows())
        .as("the same bytes elsewhere are no new trial")
        .hasSize(4);
    Cli other = train("other", "--from", policy, "--set", "algorithm.hidden=[16]");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("cannot begin with the policy", "shape");
    Cli none = train("none", "--from", folder.resolve("nothing").toString());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("there is no policy");
  }
}

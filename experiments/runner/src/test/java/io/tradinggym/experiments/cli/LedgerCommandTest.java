package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger from the command line. */
class LedgerCommandTest {
  @TempDir private Path folder;

  private String tiny() throws Exception {
    Path file = folder.resolve("tiny.yaml");
    Files.writeString(
        file,
        """
        name: tiny
        seeds: 2
        environment: {id: Stock-v1, lanes: 2, options: {episode: 20}}
        algorithm: {steps: 200, rolloutSteps: 16, minibatch: 32, hidden: [4]}
        evaluation: {paths: 2, validations: 1, validationPaths: 1, controls: [no-trade]}
        """);
    return file.toString();
  }

  @Test
  void countsWhatWasTrainedAndTriedByMarketAndAnswersQuestions() throws Exception {
    String config = tiny();
    Cli trained = Cli.run("train", config, "--out", folder.resolve("run").toString());
    assertThat(trained.out()).contains("Deflated Sharpe", " of 2 trials on Stock-v1");
    assertThat(Files.readString(folder.resolve("run/report.html")))
        .contains("<p class=\"ledger\">Deflated Sharpe");
    assertThat(
            Cli.run("trial", "--spec", config, "--set", "algorithm.gama=1", "--out", "x.json")
                .err())
        .contains("algorithm.gama", "gamma");
    Cli.run("trial", "--spec", config, "--seed", "9", "--out", folder.resolve("9.json").toString());
    Cli ledger = Cli.run("ledger", folder.toString());
    assertThat(ledger.out())
        .containsPattern("Stock-v1 +Stock-v1 +3 +3 +0 +0 +0")
        .contains("3 trials in");
    Cli asked =
        Cli.run(
            "ledger",
            folder.toString(),
            "--sql",
            "select command, count(*) n from trials group by command order by n");
    Cli runs =
        Cli.run(
            "ledger",
            folder.toString(),
            "--sql",
            "select agent, seeds, value from runs join metrics using (run)"
                + " where contender = agent and metric = 'max_drawdown'");
    assertThat(runs.out()).containsPattern("ppo +2 +-?[0-9.eE-]+");
    assertThat(asked.out()).isEqualToIgnoringNewLines("command  ntrial    1train    2");
  }

  @Test
  void saysWhereThereIsNone() {
    assertThat(Cli.run("ledger", folder.toString()).err()).contains("there is no ledger");
  }
}

package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons and the power of cross-validation from the command line. */
class LabCommandsTest {
  private static final String RULE =
      """
      market: {simulated: "autoregressive:0.1"}
      environment: {id: Stock-v1, options: {episode: 40}}
      rule: {name: momentum}
      evaluation: {paths: 3, controls: [no-trade]}
      crossValidation: {groups: 4, tested: 2, purge: 1, bars: 400}
      """;

  @TempDir private Path folder;

  private Cli run(String command, String... more) throws Exception {
    Path config = folder.resolve("rule.yaml");
    Files.writeString(config, RULE);
    List<String> all = new ArrayList<>(List.of(command, config.toString()));
    all.addAll(List.of(more));
    return Cli.run(all.toArray(String[]::new));
  }

  private String at(String path) {
    return folder.resolve(path).toString();
  }

  @Test
  void runsThatAreEqualAreCalledThatAndByNamesThatTellThemApart() throws Exception {
    run("backtest", "--out", at("a/run"));
    run("backtest", "--out", at("b/run"));
    run("backtest", "--out", at("c/run"), "--set", "rule={name: buy-and-hold}");
    Cli compared = Cli.run("compare", at("a/run"), at("b/run"), at("c/run"));
    assertThat(compared.out())
        .contains("b/run against a/run: +0.00000 on each of the same 3 paths: no difference")
        .containsPattern("c/run against a/run: .* on the same 3 paths, 95 % ")
        .doesNotContain("NaN");
    assertThat(Cli.run("compare", at("a/run"), at("a/../a/run")).err())
        .contains("a/../a/run was named twice");
    assertThat(Cli.run("leaderboard", "Stock-v1", "--runs", at("none")).err())
        .contains("there is no folder " + at("none"));
    assertThat(Cli.run("leaderboard", "Stock-v2", "--runs", at("a")).err())
        .contains("there is no finished run of Stock-v2 below " + at("a"));
  }

  @Test
  void powerGoesOnWithFurtherHistoriesOfTheSameConfigurationAlone() throws Exception {
    Cli first = run("power", "--histories", "2", "--out", at("power"));
    assertThat(first.out())
        .contains("history 1: ", "history 2: ", "2 histories of 1.5 years, from number 1 on, in");
    Cli second = run("power", "--histories", "2", "--from", "2", "--out", at("power"));
    assertThat(second.out()).contains("history 2: ", "history 3: ").doesNotContain("history 1: ");
    String two =
        first.out().lines().filter(line -> line.startsWith("history 2")).toList().getLast();
    assertThat(second.out()).as("seed 2000, whoever asks").contains(two);
    assertThat(run("power", "--histories", "2", "--out", at("power"), "--set", "rule.bars=7").err())
        .contains("power/history-1 is of another configuration");
    assertThat(run("power", "--seed", "3", "--out", at("other")).err())
        .contains("a seed cannot be given: history i is drawn from seed 1,000 i; see --from");
    assertThat(run("power", "--from", "0", "--out", at("other")).err()).contains("--from >= 1");
  }

  @Test
  void linesOfTheLedgerThatSayNothingAreCounted() throws Exception {
    run("backtest", "--out", at("run"));
    Path ledger = folder.resolve("ledger.jsonl");
    assertThat(Cli.run("ledger", folder.toString()).out()).doesNotContain("torn");
    String end = Files.readAllLines(ledger).getLast();
    Files.writeString(ledger, "{\"id\": \"ab\n\n", StandardOpenOption.APPEND);
    Files.writeString(
        ledger, end.replaceFirst("\"id\":\"..", "\"id\":\"zz"), StandardOpenOption.APPEND);
    assertThat(Cli.run("ledger", folder.toString()).out())
        .contains("1 trial in", "2 lines are torn or of a trial whose beginning is not there");
    Files.writeString(ledger, end.replaceFirst("finished", "finishde"));
    assertThat(Cli.run("ledger", folder.toString()).err()).contains("line 1", "finishde");
  }
}

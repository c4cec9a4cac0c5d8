package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backtests from the command line. */
class BacktestCommandTest {
  @TempDir private Path folder;

  private String config(String rule) throws Exception {
    Path file = folder.resolve("rule.yaml");
    Files.writeString(
        file,
        """
        name: cross
        market: {simulated: "watchlist:SPY"}
        environment: {id: Stock-v1, options: {episode: 300}}
        rule: %s
        evaluation: {paths: 3, controls: [no-trade, buy-and-hold]}
        """
            .formatted(rule));
    return file.toString();
  }

  @Test
  void aRulePlaysLikeAnAgentAndLeavesARun() throws Exception {
    Path run = folder.resolve("run");
    String config = config("{name: moving-average-cross, fast: 5, slow: 20}");
    Cli cli = Cli.run("backtest", config, "--out", run.toString());
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out())
        .contains("moving-average-cross", "horizon", "month", "of the first trial on watchlist:SPY")
        .contains("on 3 test paths, 1 seed.")
        .doesNotContain("unseen");
    assertThat(Files.readString(run.resolve("report.html")))
        .contains("1 seed, 3 paths", "Over several horizons", "<td>month</td>")
        .doesNotContain("unseen path");
    // However long a name is, its row stands under the head.
    List<String> table = cli.out().lines().skip(2).takeWhile(line -> !line.isBlank()).toList();
    int interval = table.getFirst().indexOf("95 % interval");
    assertThat(table.subList(2, table.size()))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.indexOf('[')).isEqualTo(interval));
    assertThat(table).extracting(String::length).containsOnly(table.getFirst().length());
    assertThat(Files.readString(run.resolve("manifest.json")))
        .contains("\"command\" : \"backtest\"", "\"slow\" : \"20\"", "\"state\" : \"finished\"");
    assertThat(Files.readString(run.resolve("trades.csv"))).contains(",buy,", ",sell,");
    String journal = Files.readString(run.resolve("journal.sha256"));
    Path again = folder.resolve("again");
    Cli second = Cli.run("backtest", config, "--out", again.toString());
    assertThat(Files.readString(again.resolve("journal.sha256"))).isEqualTo(journal);
    assertThat(second.out()).contains("of the first trial"); // the same bits are no new trial
    Cli other =
        Cli.run(
            "backtest",
            config,
            "--set",
            "rule.fast=3",
            "--out",
            folder.resolve("other").toString());
    assertThat(other.out()).contains("of 2 trials");
  }

  @Test
  void badRulesAreExplained() throws Exception {
    assertThat(Cli.run("backtest", config("{name: moving-average-crss}")).err())
        .contains("unknown rule", "did you mean", "moving-average-cross");
    assertThat(Cli.run("backtest", config("{name: breakout, entr: 3}")).err())
        .contains("unknown key rule.entr", "enter");
    assertThat(Cli.run("backtest", config("{name: moving-average-cross, fast: 60}")).err())
        .contains("1 <= fast < slow");
    assertThat(Cli.run("backtest", config("{name: momentum}"), "--range", "x").err())
        .contains("--range must be");
    Path bare = folder.resolve("bare.yaml");
    Files.writeString(bare, "environment: {id: CartPole-v1}\nrule: {name: momentum}\n");
    assertThat(Cli.run("backtest", bare.toString(), "--out", folder.resolve("x").toString()).err())
        .contains("a rule trades bars");
  }
}

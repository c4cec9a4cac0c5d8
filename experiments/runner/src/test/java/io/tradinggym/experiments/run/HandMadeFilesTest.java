package io.tradinggym.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.InfoField;
import io.tradinggym.experiments.compare.FinishedRun;
import io.tradinggym.experiments.evaluation.Booked;
import io.tradinggym.experiments.evaluation.CashFlow;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.MadeUp;
import io.tradinggym.experiments.evaluation.Standing;
import io.tradinggym.experiments.evaluation.Trade;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.statistics.Metric;
import io.tradinggym.experiments.statistics.seeds.Interval;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.account.TradeReason;
import io.tradinggym.trading.trace.FlowKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a run whose episodes were made up, cell by cell. */
class HandMadeFilesTest {
  private static final InfoField EQUITY = new InfoField("equity", "", "");
  private static final InfoField TIME = new InfoField("time", "", "");
  private static final EnvironmentSpec TRADING = MadeUp.trading("SPY", List.of(EQUITY, TIME));
  private static final long OPEN = Instant.parse("2020-01-02T21:00:00Z").toEpochMilli();
  private static final long CLOSE = Instant.parse("2020-01-03T21:00:00Z").toEpochMilli();

  private static final Trade SOLD =
      new Trade(
          CLOSE,
          0,
          "SPY",
          -3,
          10_00000000L,
          1_50000000L,
          25000000L,
          -1_00000000L,
          7,
          TradeReason.LIQUIDATION,
          28_50000000L);
  private static final Trade BOUGHT =
      new Trade(
          OPEN, 0, "A,B", .125, 8_00000000L, -1000000L, 0, 0, 0, TradeReason.TARGET, -99000000L);
  private static final CashFlow PAID =
      new CashFlow(CLOSE, FlowKind.BORROW, "SPY", "USD", Entry.ACCRUED, -3);

  @TempDir private Path folder;

  private static Trajectory episode(String contender, int path) {
    return new Trajectory(
        contender,
        path,
        TRADING,
        List.of(EQUITY, TIME),
        new double[][] {{1000, 1010.5}, {OPEN, CLOSE}},
        new double[] {.25},
        new float[][] {{1}},
        EndReason.TIME_LIMIT,
        Map.of(),
        new Booked(5, null, List.of(BOUGHT, SOLD), List.of(PAID)));
  }

  private EpisodeFiles files(Journal journal) {
    return new EpisodeFiles(new RunFolder(folder), journal, "ppo", new long[] {11, 12});
  }

  @Test
  void everyCellOfTradesAndFlowsIsTheAgentsAndEquityIsEverybodys() {
    Journal journal = new Journal();
    try (EpisodeFiles files = files(journal)) {
      files.episode(1, episode("ppo", 2));
      files.episode(0, episode("no-trade", 2));
      files.finish();
    }
    assertThat(folder.resolve("equity.csv"))
        .hasContent(
            """
            contender,seed,path,step,time,equity
            ppo,12,2,0,2020-01-02T21:00:00Z,1000.0
            ppo,12,2,1,2020-01-03T21:00:00Z,1010.5
            no-trade,,2,0,2020-01-02T21:00:00Z,1000.0
            no-trade,,2,1,2020-01-03T21:00:00Z,1010.5
            """);
    assertThat(folder.resolve("trades.csv"))
        .hasContent(
            """
            seed,episode,time,ticker,side,quantity,price,commission,slippage,realised,order,reason,cash
            12,2,2020-01-02T21:00:00Z,"A,B",buy,0.125,8.00,-0.01,0.00,0.00,0,target,-0.99
            12,2,2020-01-03T21:00:00Z,SPY,sell,3,10.00,1.50,0.25,-1.00,7,liquidation,28.50
            """);
    assertThat(folder.resolve("cashflows.csv"))
        .hasContent(
            """
            seed,episode,time,kind,ticker,currency,balance,amount
            12,2,2020-01-03T21:00:00Z,borrow,SPY,USD,accrued,-0.00000003
            """);
    assertThat(journal.text().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("episode ppo 1 2 1 TIME_LIMIT 0.25 "))
        .anyMatch(line -> line.startsWith("episode no-trade 0 2 1 TIME_LIMIT 0.25 "));
  }

  @Test
  void whatIsNotFinishedLeavesNothingBehind() throws Exception {
    try (EpisodeFiles files = files(new Journal())) {
      files.episode(0, episode("ppo", 0));
    }
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aTaskWithoutTradesHasNoFilesOfThem() throws Exception {
    List<InfoField> fields = List.of(EQUITY);
    Trajectory still =
        new Trajectory(
            "ppo",
            0,
            MadeUp.reporting(fields),
            new double[][] {{1, 2}},
            new double[] {1},
            new float[][] {{0}},
            EndReason.GOAL_REACHED);
    try (EpisodeFiles files = files(new Journal())) {
      files.episode(0, still);
      files.finish();
    }
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  /** What one part writes another reads: no figure changes its place on the way. */
  @Test
  void figuresOfARunReadBackAsTheyWere() throws Exception {
    Metric sharpe = new Metric("sharpe", "Sharpe", 1.5, Metric.Unit.RATIO, Metric.Direction.HIGHER);
    Metric calmar =
        new Metric("calmar", "Calmar", Double.NaN, Metric.Unit.RATIO, Metric.Direction.HIGHER);
    Standing agent =
        new Standing(
            "ppo",
            new double[][] {{.15, .2}, {.3, .4}},
            new Interval(.25, .1, .4, .95),
            List.of(
                List.of(episode("ppo", 0), episode("ppo", 1)),
                List.of(episode("ppo", 0), episode("ppo", 1))));
    Standing control =
        new Standing(
            "no-trade",
            new double[][] {{.15, .25}},
            new Interval(.2, .15, .25, .95),
            List.of(List.of(episode("no-trade", 0), episode("no-trade", 1))));
    Evaluation evaluation =
        new Evaluation(
            TRADING,
            true,
            252,
            List.of(agent, control),
            episode("ppo", 0),
            0,
            Map.of("ppo", List.of(sharpe, calmar), "no-trade", List.of(calmar)),
            Map.of());
    RunFolder run = new RunFolder(folder);
    new ResultFiles(run).metrics(evaluation);
    run.writeJson(
        RunFolder.MANIFEST,
        Map.of(
            "state",
            "finished",
            "command",
            "train",
            "data_sha256",
            Map.of("train", "aa", "test", "bb"),
            "configuration",
            Map.of("name", "a", "environment", Map.of("id", "Ledger-v0"), "seed", 11)));

    JsonNode metrics = new ObjectMapper().readTree(folder.resolve("metrics.json").toFile());
    assertThat(metrics.path("environment").asText()).isEqualTo("Ledger-v0");
    assertThat(metrics.path("score").asText()).isEqualTo("total return of an episode");
    assertThat(metrics.at("/contenders/ppo").has("agent_beats_it")).isFalse();
    // Of four pairs on a path the agent wins two and ties one, which counts half.
    assertThat(metrics.at("/contenders/no-trade/agent_beats_it").asDouble())
        .isCloseTo(2.5 / 4, within(1e-12));
    assertThat(metrics.at("/contenders/no-trade/scores/0/1").asDouble()).isEqualTo(.25);
    assertThat(metrics.at("/contenders/ppo/metrics/calmar").isNull()).isTrue();

    FinishedRun read = FinishedRun.read(folder);
    assertThat(read.agent()).isEqualTo("ppo");
    assertThat(read.data()).isEqualTo("bb");
    assertThat(read.headline()).isEqualTo(.25);
    assertThat(read.low()).isEqualTo(.1);
    assertThat(read.high()).isEqualTo(.4);
    assertThat(read.scores()).isDeepEqualTo(new double[][] {{.15, .2}, {.3, .4}});
    assertThat(read.metric("sharpe")).isEqualTo(1.5);
    assertThat(read.metric("calmar")).isNaN();
    assertThat(read.settings()).containsEntry("environment.id", "Ledger-v0");
  }
}

package io.tradinggym.experiments.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.compare.FinishedRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every column of every table, of one made-up row each: no two cells are alike. */
class LedgerQueryTest {
  @TempDir private Path folder;

  @Test
  void everyCellStandsUnderItsName() {
    Entry entry =
        new Entry(
            "train",
            "/runs/a",
            "seed-7",
            "Stock-v1",
            "SPY",
            Map.of("test", "bb"),
            "{\"a\":1}",
            7,
            "v1");
    LedgerRow row =
        new LedgerRow(
            "0123456789abcdef",
            "2026-11-30T10:00:00Z",
            "2026-11-30T11:30:00Z",
            entry,
            new Outcome(Status.PRUNED, "too slow", "validation", .25, 1.5, 60, 252, -.125));
    FinishedRun run =
        new FinishedRun(
            Path.of("/runs/a"),
            "first",
            "backtest",
            "Stock-v1",
            "bb",
            Map.of(),
            "ppo",
            new double[][] {{1, 2, 3}, {4, 5, 6}},
            .3,
            .2,
            .4,
            Map.of("cash", Map.of("sharpe", 2.5)));
    try (LedgerQuery query = new LedgerQuery(List.of(row), List.of(run))) {
      assertThat(query.ask("select * from trials").rows().getFirst())
          .containsExactly(
              "0123456789abcdef",
              "2026-11-30 10:00:00.0",
              "2026-11-30 11:30:00.0",
              "train",
              "/runs/a",
              "seed-7",
              "Stock-v1",
              "SPY",
              "{test=bb}",
              "7",
              "v1",
              "pruned",
              "too slow",
              "validation",
              "0.25",
              "1.5",
              "60",
              "252.0",
              "-0.125",
              "{\"a\":1}");
      assertThat(query.ask("select * from trials").columns())
          .containsExactly(
              "id",
              "began",
              "ended",
              "command",
              "run",
              "trial",
              "environment",
              "market",
              "data",
              "seed",
              "code",
              "status",
              "reason",
              "scored_on",
              "score",
              "sharpe",
              "periods",
              "periods_per_year",
              "drawdown",
              "configuration");
      assertThat(query.ask("select * from runs").rows().getFirst())
          .containsExactly(
              "/runs/a",
              "first",
              "backtest",
              "Stock-v1",
              "bb",
              "ppo",
              "0.3",
              "0.2",
              "0.4",
              "2",
              "3");
      assertThat(query.ask("select * from metrics").rows().getFirst())
          .containsExactly("/runs/a", "cash", "sharpe", "2.5");
    }
  }

  @Test
  void whatIsNoQuestionIsRefusedBeforeItIsDone() {
    Path file = folder.resolve("other");
    try (LedgerQuery query = new LedgerQuery(List.of())) {
      for (String no :
          List.of(
              "drop table trials",
              "",
              "  -- nothing",
              "insert into trials select * from trials",
              "update trials set sharpe = 9",
              "attach '" + file + "'",
              "export database '" + file + "'",
              "install httpfs",
              "set threads = 9")) {
        assertThatThrownBy(() -> query.ask(no))
            .isInstanceOf(UserError.class)
            .hasMessageContaining("a question begins with select")
            .hasMessageEndingWith("was: " + no);
      }
      assertThatThrownBy(() -> query.ask("select 1; drop table trials"))
          .hasMessageContaining("one question is answered at a time");
      assertThat(file).doesNotExist();
      for (String yes :
          List.of(
              "(select count(*) from trials)",
              "SELECT count(*) FROM trials;  ",
              "/* how many; */ with t as (from trials) select count(*) from t -- ; that is",
              "select length(';') - 1")) {
        assertThat(query.ask(yes).rows()).containsExactly(List.of("0"));
      }
      assertThat(query.ask("describe trials").rows()).hasSize(20);
    }
  }

  @Test
  void whatIsMisspeltIsNamed() {
    try (LedgerQuery query = new LedgerQuery(List.of())) {
      assertThatThrownBy(() -> query.ask("select sharp from trials"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("Referenced column \"sharp\" not found")
          .hasMessageContaining("\"sharpe\"");
      assertThatThrownBy(() -> query.ask("select * from trails"))
          .hasMessageContaining("Table with name trails does not exist")
          .hasMessageContaining("\"trials\"");
    }
  }

  /** Whatever decides the result makes another trial of it; the folder it is written to does not. */
  @Test
  void anIdMovesWithAllThatDecidesTheResult() {
    Entry entry = entry("train", "seed-7", "Stock-v1", "SPY", "bb", "{}", 7, "v1");
    assertThat(
            List.of(
                entry.id(),
                entry("tune", "seed-7", "Stock-v1", "SPY", "bb", "{}", 7, "v1").id(),
                entry("train", "seed-8", "Stock-v1", "SPY", "bb", "{}", 7, "v1").id(),
                entry("train", "seed-7", "Stock-v2", "SPY", "bb", "{}", 7, "v1").id(),
                entry("train", "seed-7", "Stock-v1", "QQQ", "bb", "{}", 7, "v1").id(),
                entry("train", "seed-7", "Stock-v1", "SPY", "cc", "{}", 7, "v1").id(),
                entry("train", "seed-7", "Stock-v1", "SPY", "bb", "{1}", 7, "v1").id(),
                entry("train", "seed-7", "Stock-v1", "SPY", "bb", "{}", 8, "v1").id(),
                entry("train", "seed-7", "Stock-v1", "SPY", "bb", "{}", 7, "v2").id(),
                entry.with("more").id()))
        .doesNotHaveDuplicates();
  }

  private static Entry entry(
      String command,
      String trial,
      String environment,
      String market,
      String data,
      String configuration,
      long seed,
      String code) {
    return new Entry(
        command,
        "/runs/a",
        trial,
        environment,
        market,
        Map.of("test", data),
        configuration,
        seed,
        code);
  }
}

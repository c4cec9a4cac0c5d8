package io.tradinggym.experiments.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.statistics.Returns;
import io.tradinggym.experiments.statistics.TrialLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that was tried gets lost, and nothing counts twice. */
class LedgerTest {
  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

  @TempDir private Path folder;

  private Ledger ledger() {
    return Ledger.at(folder.resolve("ledger.jsonl"), () -> NOW);
  }

  private static Entry entry(String trial, long seed) {
    Map<String, String> data = Map.of("train", "aa", "test", "bb");
    return new Entry("train", "/runs/a", trial, "Stock-v1", "SPY", data, "{\"a\":1}", seed, "1");
  }

  private static Outcome sharpe(double value) {
    return new Outcome(Status.FINISHED, "", "test", 0.1, value, 252, 252, -0.2);
  }

  @Test
  void aRowTellsAllThatWasTriedAndHowItWent() {
    Entry entry = entry("seed-7", 7);
    ledger().begin(List.of(entry));
    ledger().end(entry, sharpe(0.5));
    LedgerRow row = ledger().rows().getFirst();
    assertThat(row.entry()).isEqualTo(entry);
    assertThat(row.outcome()).isEqualTo(sharpe(0.5));
    assertThat(row.began()).isEqualTo("2026-11-30T10:00:00Z").isEqualTo(row.ended());
    assertThat(row.id()).isEqualTo(entry.id()).hasSize(16);
  }

  @Test
  void whoseProcessDiedStaysOpenAndTheSameTrialAgainIsNoNewOne() {
    ledger().begin(List.of(entry("seed-7", 7), entry("seed-8", 8)));
    ledger().end(entry("seed-8", 8), Outcome.failed(new IllegalStateException("diverged")));
    assertThat(ledger().rows())
        .extracting(row -> row.outcome().status())
        .containsExactly(Status.OPEN, Status.FAILED);
    assertThat(ledger().rows().get(1).outcome().reason()).isEqualTo("diverged");
    ledger().begin(List.of(entry("seed-7", 7)));
    ledger().end(entry("seed-7", 7), sharpe(Double.NaN));
    assertThat(ledger().rows()).hasSize(2);
    assertThat(ledger().rows().getFirst().outcome().sharpe()).isNaN();
  }

  @Test
  void whatIsFinishedStaysSoThoughItIsBegunAgainAndFails() {
    Entry entry = entry("seed-7", 7);
    ledger().add(Map.of(entry, sharpe(0.5)));
    ledger().begin(List.of(entry));
    assertThat(ledger().rows().getFirst().outcome()).isEqualTo(sharpe(0.5));
    ledger().end(entry, Outcome.of(Status.FAILED, "no room"));
    assertThat(ledger().rows().getFirst().outcome()).isEqualTo(sharpe(0.5));
    ledger().end(entry, sharpe(0.6));
    assertThat(ledger().rows().getFirst().outcome().sharpe()).isEqualTo(0.6);
  }

  @Test
  void whatWasMeasuredOfAPrunedTrialStaysKnownWhenItGoesOnAndDies() {
    Entry entry = entry("trial-1", 1);
    ledger().add(Map.of(entry, sharpe(0.5).as(Status.PRUNED, "after 100 steps")));
    ledger().begin(List.of(entry));
    assertThat(ledger().rows().getFirst().outcome()).isEqualTo(sharpe(0.5).as(Status.OPEN, ""));
    ledger().end(entry, Outcome.of(Status.FAILED, "diverged"));
    assertThat(ledger().rows().getFirst().outcome())
        .isEqualTo(sharpe(0.5).as(Status.FAILED, "diverged"));
  }

  @Test
  void aTornLineIsSkippedAndClosed() throws Exception {
    ledger().begin(List.of(entry("seed-7", 7)));
    Files.writeString(
        ledger().path(), "{\"id\":\"abc\",\"ev", StandardOpenOption.APPEND); // killed while writing
    ledger().end(entry("seed-7", 7), sharpe(1));
    assertThat(Files.readAllLines(ledger().path())).hasSize(3);
    assertThat(ledger().rows()).hasSize(1);
    assertThat(ledger().rows().getFirst().outcome().sharpe()).isEqualTo(1);
  }

  @Test
  void manyThreadsLoseNoLine() {
    IntStream.range(0, 200)
        .parallel()
        .forEach(i -> ledger().add(Map.of(entry("trial-" + i, i), sharpe(i))));
    assertThat(ledger().rows()).hasSize(200);
  }

  @Test
  void aLedgerThatCannotBeWrittenStopsEverything() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Ledger blocked = Ledger.at(file.resolve("ledger.jsonl"));
    assertThatThrownBy(() -> blocked.begin(List.of(entry("x", 1))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot write the ledger of trials");
  }

  @Test
  void sqlSeesTheRows() {
    Map<Entry, Outcome> all = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      all.put(entry("trial-" + i, i), sharpe(i == 0 ? Double.NaN : i));
    }
    ledger().add(all);
    try (LedgerQuery query = new LedgerQuery(ledger().rows())) {
      LedgerQuery.Answer answer =
          query.ask("select count(*) n, max(sharpe) best, count(sharpe) defined from trials");
      assertThat(answer.columns()).containsExactly("n", "best", "defined");
      assertThat(answer.rows().getFirst()).containsExactly("5", "4.0", "4");
      Path file = folder.resolve("answer.csv");
      assertThat(query.ask("copy (select year(began) y from trials) to '" + file + "'").rows())
          .isEmpty();
      assertThat(file).content().startsWith("y\n20");
      assertThatThrownBy(() -> query.ask("selec 1"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("a question begins with select");
    }
  }

  /** The statistics' own ledger counts the same in ratios of one period. */
  @Test
  void deflationIsThatOfTheStatisticsWhateverTheBarsOfTheOthers() {
    RandomStream random = RandomStreams.of(5).stream("returns");
    TrialLedger oracle = new TrialLedger();
    Map<Entry, Outcome> all = new LinkedHashMap<>();
    List<double[]> returns = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double[] r = IntStream.range(0, 250).mapToDouble(t -> 0.01 * random.gaussian()).toArray();
      returns.add(r);
      oracle.add("trial " + i, r);
      all.put(entry("trial-" + i, i), sharpe(Returns.sharpe(r, 0, 252)));
    }
    ledger().add(all);
    Deflation deflation = Deflation.of("SPY", returns.get(3), 252, ledger().on("SPY"));
    assertThat(deflation.trials()).isEqualTo(20);
    assertThat(deflation.probability())
        .isCloseTo(oracle.deflatedSharpe(returns.get(3)), within(1e-12));
    assertThat(deflation.sentence()).contains("of 20 trials on SPY: nothing was shown");
    assertThat(ledger().on("QQQ")).isEmpty();
  }
}

package io.tradinggym.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.data.provider.Collected;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.market.calendar.Nyse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionedStoreTest {
  private static final Nyse CALENDAR = new Nyse();
  private static final Instant NOW = Instant.parse("2021-02-01T22:00:00Z");
  @TempDir private Path folder;

  /** Sessions from a day to another, with prices that no short decimal number has. */
  private static PriceBars bars(String from, String to, double scale) {
    PriceBars bars = new PriceBars();
    LocalDate.parse(from)
        .datesUntil(LocalDate.parse(to).plusDays(1))
        .filter(CALENDAR::isSession)
        .forEach(
            day -> {
              double price = scale * (100 + Math.sin((double) day.toEpochDay()) / 3);
              bars.append(
                  CALENDAR.close(day).toEpochMilli(),
                  price,
                  price * 1.01,
                  price / 1.03,
                  price * 1.001,
                  day.toEpochDay() / 7.0);
            });
    return bars;
  }

  private static void same(PriceBars read, PriceBars written) {
    assertThat(read.size()).isEqualTo(written.size());
    for (int bar = 0; bar < read.size(); bar++) {
      assertThat(read.closeTime(bar)).isEqualTo(written.closeTime(bar));
      assertThat(read.open(bar)).isEqualTo(written.open(bar));
      assertThat(read.close(bar)).isEqualTo(written.close(bar));
      assertThat(read.volume(bar)).isEqualTo(written.volume(bar));
    }
  }

  @Test
  void yearsAreFilesAndNumbersComeBackWithTheSameBits() throws IOException {
    PriceBars spy = bars("2019-12-02", "2021-01-29", 1);
    PriceBars brk = bars("2020-06-01", "2020-08-31", 2);
    try (PartitionedStore store = new PartitionedStore(folder, CALENDAR)) {
      Map<String, MergeReport> reports = store.merge(Map.of("SPY", spy, "BRK.B", brk), NOW);
      assertThat(Objects.requireNonNull(reports.get("SPY")).toString())
          .startsWith(spy.size() + " added, 0 the same, 0 changed, 0 left out")
          .contains("0 sessions missing", "1 sessions old");
      same(store.read("SPY"), spy);
      assertThat(store.readAll()).containsOnlyKeys("SPY", "BRK.B");
      same(Objects.requireNonNull(store.readAll().get("BRK.B")), brk);
      assertThatThrownBy(() -> store.read("QQQ")).hasMessageContaining("no bars of QQQ");
    }
    try (Stream<Path> years = Files.list(folder)) {
      assertThat(years.map(year -> year.getFileName().toString()))
          .containsExactlyInAnyOrder("year=2019", "year=2020", "year=2021");
    }
  }

  @Test
  void aMergeSaysWhatIsNewTheSameAndChanged() throws IOException {
    try (PartitionedStore store = new PartitionedStore(folder, CALENDAR)) {
      store.merge(Map.of("SPY", bars("2020-12-01", "2020-12-31", 1)), NOW);
      store.merge(Map.of("QQQ", bars("2020-12-01", "2020-12-31", 3)), NOW);
      PriceBars next = bars("2020-12-28", "2020-12-30", 1);
      PriceBars later = bars("2020-12-31", "2021-01-08", 2);
      for (int bar = 0; bar < later.size(); bar++) {
        next.append(
            later.closeTime(bar),
            later.open(bar),
            later.high(bar),
            later.low(bar),
            later.close(bar),
            later.volume(bar));
      }
      MergeReport report = Objects.requireNonNull(store.merge(Map.of("SPY", next), NOW).get("SPY"));
      assertThat(report.same()).isEqualTo(3);
      assertThat(report.changed()).isEqualTo(1);
      assertThat(report.added()).isEqualTo(5);
      assertThat(report.quality().bars()).isEqualTo(22 + 5);
      assertThat(report.quality().missing()).isEmpty();
      PriceBars read = store.read("SPY");
      assertThat(read.close(21)).as("the newer one stays").isEqualTo(later.close(0));
      same(store.read("QQQ"), bars("2020-12-01", "2020-12-31", 3));
    }
  }

  @Test
  void aMergeSaysWhatWasNullWhoIsStaleAndWhetherThereAreEnough() throws IOException {
    Instant friday = Instant.parse("2021-01-29T22:00:00Z");
    PriceBars bars = bars("2021-01-04", "2021-01-29", 1);
    try (PartitionedStore store = new PartitionedStore(folder, CALENDAR)) {
      Map<String, MergeReport> reports =
          store.merge(
              Map.of(
                  "SPY", new Collected<>(bars, "alpaca", friday, false),
                  "QQQ", new Collected<>(bars, "yahoo", friday, false, 2),
                  "IWM", new Collected<>(bars, "yahoo", friday, true)),
              friday,
              19);
      MergeReport spy = Objects.requireNonNull(reports.get("SPY"));
      MergeReport qqq = Objects.requireNonNull(reports.get("QQQ"));
      MergeReport iwm = Objects.requireNonNull(reports.get("IWM"));
      assertThat(spy.good()).isTrue();
      assertThat(spy).asString().startsWith("19 added, 0 the same, 0 changed, 0 left out");
      assertThat(qqq.good()).isFalse();
      assertThat(qqq).asString().contains("2 left out for a missing number, by yahoo; 19 bars");
      assertThat(iwm.good()).isFalse();
      assertThat(iwm).asString().contains("by yahoo, which is stale; ");
      Map<String, Collected<PriceBars>> again =
          Map.of("SPY", new Collected<>(bars, "alpaca", friday, false));
      MergeReport few = Objects.requireNonNull(store.merge(again, friday, 20).get("SPY"));
      assertThat(few.good()).isFalse();
      assertThat(few).asString().startsWith("0 added, 19 the same").contains("fewer than 20 bars");
      assertThatThrownBy(() -> store.merge(again, friday, 0))
          .hasMessageContaining("leastBars must be >= 1, was 0");
    }
  }

  /** DuckDB's own as-of join over the store's files is the oracle of the join of vintages. */
  @Test
  void vintagesAreJoinedAsDuckDbJoinsThem() throws IOException, SQLException {
    PriceBars bars = bars("2020-01-02", "2020-12-31", 1);
    try (PartitionedStore store = new PartitionedStore(folder, CALENDAR)) {
      store.merge(Map.of("SPY", bars), NOW);
    }
    List<String> rows = new ArrayList<>();
    int months = 12;
    long[] events = new long[2 * months];
    long[] known = new long[2 * months];
    double[] values = new double[2 * months];
    for (int month = 0; month < months; month++) {
      for (int vintage = 0; vintage < 2; vintage++) {
        int i = 2 * month + vintage;
        events[i] = LocalDate.of(2020, month + 1, 1).toEpochDay() * 86_400_000L;
        // The first comes ten days after the month's begin; its revision 25, before the next
        // month's.
        known[i] = events[i] + (vintage == 0 ? 10 : 25) * 86_400_000L + 48_600_000L;
        values[i] = month + vintage / 10.0;
        rows.add("(%d, %d, %s)".formatted(known[i], events[i], values[i]));
      }
    }
    KnownSeries series = KnownSeries.of(events, known, values);
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet joined =
            statement.executeQuery(
                """
                SELECT b.time, v.value FROM read_parquet('%s/*/*.parquet', hive_partitioning = true) b
                ASOF LEFT JOIN (VALUES %s) v(known, event, value) ON b.time >= v.known
                WHERE b.year = 2020 ORDER BY b.time\
                """
                    .formatted(folder, String.join(", ", rows)))) {
      int count = 0;
      while (joined.next()) {
        double value = joined.getDouble(2);
        Double expected = joined.wasNull() ? Double.NaN : value;
        assertThat(series.at(joined.getLong(1))).isEqualTo(expected);
        count++;
      }
      assertThat(count).isEqualTo(bars.size());
    }
  }
}

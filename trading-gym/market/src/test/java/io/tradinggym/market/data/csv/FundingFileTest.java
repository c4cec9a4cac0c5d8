package io.tradinggym.market.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.data.MarkAndFunding;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Perpetual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FundingFileTest {
  private static final long HOUR = 3_600_000L;
  private static final Perpetual BTC =
      new Perpetual("BTC", new Currency("BTC"), new Currency("USDT"), 10_000_000, 1000);

  @TempDir Path folder;

  private FundingFile read(String name, String... lines) throws IOException {
    return FundingFile.read(Files.write(folder.resolve(name), Arrays.asList(lines)));
  }

  private static long[] funding(Series series) {
    return Objects.requireNonNull(series.perpetual()).funding();
  }

  /** Hours that close at 1, 2, ... since 1970. */
  private static Series hours(int count) {
    double[] price = new double[count];
    Arrays.fill(price, 100);
    long[] times = IntStream.range(0, count).mapToLong(i -> (i + 1) * HOUR).toArray();
    return new Series(BTC, times, price, price, price, price, price);
  }

  @Test
  void jitteredStampsBelongToTheBarThatClosesAtThem() throws IOException {
    FundingFile file =
        read(
            "funding.csv",
            "timestamp,symbol,funding_rate",
            "1970-01-01 08:00:00.007000,BTC,0.0001",
            "1970-01-01 16:00:00.011000,BTC,-0.0002",
            "1970-01-02 00:00:00.000000,BTC,0.0003");
    Series joined = file.over(hours(30), null, false);
    assertThat(file.interval()).isEqualTo(8 * HOUR);
    assertThat(funding(joined)[7]).isEqualTo(10_000);
    assertThat(funding(joined)[15]).isEqualTo(-20_000);
    assertThat(Arrays.stream(funding(joined)).sum()).isEqualTo(20_000);
  }

  @Test
  void reversedFilesAreReadBackwardsAndMeansOfDaysArePaidWhenTheDayIsOver() throws IOException {
    FundingFile file = read("f.csv", "date,funding_mean", "1970-01-02,0.0002", "1970-01-01,0.0001");
    Series joined = file.over(hours(48), null, false);
    assertThat(funding(joined)[23]).isEqualTo(30_000);
    assertThat(funding(joined)[47]).isEqualTo(60_000);
  }

  /** Eight hours, then four, then one, as venues change it when a coin moves much. */
  @Test
  void theIntervalMayChange() throws IOException {
    List<String> lines = new ArrayList<>(List.of("timestamp,funding_rate"));
    List<Long> stamps = new ArrayList<>();
    long time = 0;
    for (int i = 0; i < 72; i++) {
      time += i < 12 ? 8 * HOUR : i < 36 ? 4 * HOUR : i < 60 ? HOUR : 8 * HOUR;
      time -= i == 60 ? Math.floorMod(time, 8 * HOUR) : 0;
      stamps.add(time);
      lines.add(time + 1_577_836_800_000L + i % 20 + ",0.0001");
    }
    FundingFile file = read("XYZ_funding.csv", lines.toArray(String[]::new));
    assertThat(file.defects()).isEmpty();
    assertThat(file.length()).isEqualTo(72);
    int bars = (int) (stamps.getLast() / HOUR);
    Series hours = hours(bars);
    long[] later = Arrays.stream(hours.closeTimes()).map(t -> t + 1_577_836_800_000L).toArray();
    Series shifted =
        new Series(
            BTC, later, hours.open(), hours.high(), hours.low(), hours.close(), hours.volume());
    Series joined = file.over(shifted, null, false);
    assertThat(Arrays.stream(funding(joined)).sum()).isEqualTo(72 * 10_000);
    long[] due = Objects.requireNonNull(joined.perpetual()).interval();
    assertThat(due[0]).isEqualTo(8 * HOUR);
    assertThat(due[12 * 8 + 1]).as("four hours are announced").isEqualTo(4 * HOUR);
    assertThat(due[(int) (stamps.get(40) / HOUR)]).isEqualTo(HOUR);
    ReplayMarket market = ReplayMarket.of(List.of(joined), 8_766);
    assertThat(market.data().fundingInterval(0)).isEqualTo(8 * HOUR);
    assertThat(market.data().fundingInterval(0, 12 * 8 + 1)).isEqualTo(4 * HOUR);
    assertThat(market.between(100, 200, 0).data().fundingInterval(0, 0)).isEqualTo(4 * HOUR);
    assertThat(market.fingerprint())
        .isNotEqualTo(ReplayMarket.of(List.of(even(joined)), 8_766).fingerprint());
  }

  private static Series even(Series joined) {
    MarkAndFunding marks = Objects.requireNonNull(joined.perpetual());
    return joined.with(
        new MarkAndFunding(marks.high(), marks.low(), marks.close(), marks.funding(), 8 * HOUR));
  }

  @Test
  void aHoleAmongChangingIntervalsIsStillOne() throws IOException {
    List<String> lines = new ArrayList<>(List.of("timestamp,funding_rate"));
    long time = 1_577_836_800_000L;
    for (int i = 0; i < 40; i++) {
      time += i < 20 ? 8 * HOUR : 4 * HOUR;
      if (i != 9 && i != 30 && i != 31) {
        lines.add(time + ",0.0001");
      }
    }
    lines.add(time + 4 * HOUR + 1_800_000 + ",0.0001");
    FundingFile file = read("f.csv", lines.toArray(String[]::new));
    assertThat(file.defects())
        .extracting(defect -> defect.kind() + " " + defect.line())
        .containsExactly("GAP 11", "GAP 31", "BAD_DATE 39", "GAP 39");
    assertThat(file.defects().get(1).message()).contains("2 funding stamps missing");
  }

  @Test
  void missingStampsAreRefusedByName() throws IOException {
    FundingFile file =
        read(
            "f.csv",
            "time,funding_rate",
            "1970-01-01 08:00,0.0001",
            "1970-01-01 16:00,0.0001",
            "1970-01-02 00:00,0.0001",
            "1970-01-02 16:00,0.0001");
    assertThatThrownBy(() -> file.over(hours(60), null, false))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("f.csv:5")
        .hasMessageContaining("1 funding stamps missing");
    assertThat(funding(file.over(hours(60), null, true))[31]).isZero();
  }

  @Test
  void percentDuplicatesAndJunkAreNamed() throws IOException {
    FundingFile file =
        read(
            "f.csv",
            "time,funding_rate",
            "1970-01-01 08:00,0.75",
            "1970-01-01 16:00,0.0001",
            "1970-01-01 16:00,0.0001",
            "soon,0.0001");
    assertThat(file.defects())
        .extracting(Defect::kind)
        .containsExactlyInAnyOrder(
            Defect.Kind.BAD_NUMBER, Defect.Kind.DUPLICATE, Defect.Kind.BAD_DATE);
  }

  @Test
  void aMissingHourIsAGapAroundTheClock() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("bars.csv"),
            """
            date,open,high,low,close,volume
            2024-01-01 00:00,1,1,1,1,1
            2024-01-01 01:00,1,1,1,1,1
            2024-01-01 02:00,1,1,1,1,1
            2024-01-01 05:00,1,1,1,1,1
            """);
    assertThat(BarFile.readAroundTheClock(file).defects())
        .singleElement()
        .satisfies(
            defect -> assertThat(defect.toString()).contains("bars.csv:5", "2 bars missing"));
  }

  /** Twelve stamps, an hour or more apart. */
  private FundingFile every(long hours, String rate, String columns, String rest)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of("timestamp,funding_rate" + columns));
    for (int i = 1; i <= 12; i++) {
      lines.add(1_704_067_200_000L + i * hours * HOUR + "," + rate + rest);
    }
    return read("funding.csv", lines.toArray(String[]::new));
  }

  @Test
  void percentOfAnHourIsToldFromFractionsOfEight() throws IOException {
    assertThat(every(8, "0.00125", "", "").defects()).isEmpty();
    assertThat(every(1, "0.0000125", "", "").defects()).isEmpty();
    assertThat(every(1, "0.00125", "", "").defects().toString())
        .contains("as if they were percent");
  }

  @Test
  void ratesOfSeveralSymbolsAreNoOnes() throws IOException {
    FundingFile both =
        read(
            "funding.csv",
            "timestamp,symbol,funding_rate",
            "1970-01-01 08:00,BTC,0.0001",
            "1970-01-01 16:00,ETH,0.0001");
    assertThat(both.defects().toString()).contains("several symbols, BTC, ETH");
    assertThat(both.length()).isZero();
    assertThat(every(8, "0.0001", ",symbol", ",BTCUSDT").symbol()).isEqualTo("BTCUSDT");
  }

  @Test
  void aDeclaredIntervalSaysWhatIsMissing() throws IOException {
    assertThat(every(8, "0.0001", ",funding_interval_hours", ",8").defects()).isEmpty();
    assertThat(every(8, "0.0001", ",funding_interval_hours", ",4").defects())
        .hasSize(11)
        .allMatch(defect -> defect.message().contains("1 funding stamps missing"));
  }

  @Test
  void quotedCellsAndDaysBeforeMonthsAreRead() throws IOException {
    FundingFile file =
        read(
            "funding.csv",
            "\"date\";\"fundingRate\"",
            "\"01/02/2024 00:00\";\"0.0001\"",
            "\"13/02/2024 00:00\";\"0.0001\"");
    assertThat(file.first()).isEqualTo(Instant.parse("2024-02-01T00:00:00Z").toEpochMilli());
    assertThat(file.length()).isEqualTo(2);
  }
}

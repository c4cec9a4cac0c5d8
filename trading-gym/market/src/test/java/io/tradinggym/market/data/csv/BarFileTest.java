package io.tradinggym.market.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.calendar.AroundTheClock;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.Range;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Equity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarFileTest {
  private static final Equity TEST = Equity.adjusted("TEST");
  private static final double PRICE = 1e-9;

  @TempDir private Path folder;

  private BarFile read(String text) throws IOException {
    Path file = folder.resolve("TEST.csv");
    Files.writeString(file, text);
    return BarFile.read(file);
  }

  @Test
  void readsColumnsInAnyOrderAndCaseAndPassesOverOthers() throws IOException {
    BarFile file =
        read(
            """
            VOLUME;close;Comment;Low;HIGH;Open;date
            1000;10.5;x;9.5;11;10;2020-01-02
            2000;10.7;y;10.1;11.2;10.5;2020-01-03
            """);
    Series series = file.strict(TEST);
    assertThat(series.length()).isEqualTo(2);
    assertThat(series.open()[1]).isCloseTo(10.5, within(PRICE));
    assertThat(series.high()[1]).isCloseTo(11.2, within(PRICE));
    assertThat(series.volume()[0]).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-01-02",
        "20200102",
        "2020/01/02",
        "01/02/2020",
        "1/2/20",
        "02.01.2020",
        "1577923200",
        "1577923200000",
        "2020-01-02 00:00:00-05:00"
      })
  void readsTheUsualDates(String date) throws IOException {
    Series series =
        read("Date,Open,High,Low,Close,Volume\n" + date + ",10,11,9,10,5\n").strict(TEST);
    long midnight = 1577923200000L;
    assertThat(series.closeTimes()[0]).isEqualTo(midnight + 21 * 3_600_000L);
  }

  @Test
  void slashesMeanTheDayFirstWhenSomeRowCannotMeanTheMonth() throws IOException {
    Series series =
        read("""
        Date,Open,High,Low,Close,Volume
        12/01/2020,10,11,9,10,5
        13/01/2020,10,11,9,10,5
        """)
            .strict(TEST);
    assertThat(series.closeTimes()[1] - series.closeTimes()[0]).isEqualTo(86_400_000L);
  }

  @Test
  void barsWithATimeAreKnownWhenTheyEnd() throws IOException {
    Series series =
        read("""
        Time,Open,High,Low,Close,Volume
        01.01.2017 22:00:00.000,1.05,1.06,1.04,1.05,1
        01.01.2017 23:00:00.000,1.05,1.06,1.04,1.05,1
        02.01.2017 00:00:00.000,1.05,1.06,1.04,1.05,1
        """)
            .strict(TEST);
    assertThat(series.closeTimes()[0]).isEqualTo(1483308000000L + 3_600_000L);
  }

  @Test
  void scalesAllPricesByTheAdjustedClose() throws IOException {
    Series series =
        read("""
        Date,Open,High,Low,Close,Adj Close,Volume
        2020-01-02,10,12,8,10,5,7
        2020-01-03,10,12,8,10,10,7
        """)
            .strict(TEST);
    assertThat(series.open()[0]).isCloseTo(5, within(PRICE));
    assertThat(series.high()[0]).isCloseTo(6, within(PRICE));
    assertThat(series.high()[1]).isCloseTo(12, within(PRICE));
  }

  @Test
  void readsGzipAndDescendingFiles() throws IOException {
    Path file = folder.resolve("TEST.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          "date,open,high,low,close,volume\n2020-01-03,2,3,1,2,5\n2020-01-02,1,2,1,1,5\n"
              .getBytes(StandardCharsets.UTF_8));
    }
    assertThat(BarFile.read(file).strict(TEST).close()).containsExactly(1, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DUPLICATE | 2020-01-03,10,11,9,10,5 | line 3",
        "BAD_DATE | ,10,11,9,10,5 | date is missing",
        "BAD_DATE | yesterday,10,11,9,10,5 | yesterday",
        "BAD_NUMBER | 2020-01-06,null,11,9,10,5 | null",
        "BAD_NUMBER | 2020-01-06,10,11,9,NaN,5 | NaN",
        "BAD_NUMBER | 2020-01-06,10,11,9,103.0d,5 | 103.0d",
        "BAD_NUMBER | 2020-01-06,10,11,9,10f,5 | 10f",
        "BAD_NUMBER | 2020-01-06,10,11,9,0x1p6,5 | 0x1p6",
        "BAD_NUMBER | 2020-01-06,10,11,9,Infinity,5 | Infinity",
        "BAD_NUMBER | 2020-01-06,10,11,9,1e999,5 | 1e999",
        "BAD_NUMBER | 2020-01-06,10,11,9,10, | volume is",
        "BAD_NUMBER | 2020-01-06,4e13,4e13,4e13,4e13,5 | at most 1.0E9",
        "BAD_NUMBER | 2020-01-06,10,11,9,10,1e18 | at most 1.0E17",
        "JUNK_LINE | 2020-01-06,10,11,9,10.5 | the volume is missing",
        "JUNK_LINE | 2020-01-06,10,11,9 | the close is missing",
        "JUNK_LINE | 2020-01-06,1,000.5,11,9,10,5 | 7 cells, 6 expected",
        "CLOSED | 2020-01-04,10,11,9,10,5 | Saturday",
        "JUNK_LINE | oops | oops",
        "NEGATIVE | 2020-01-06,10,11,-9,10,5 | -9",
        "NEGATIVE | 2020-01-06,10,11,9,10,-5 | volume",
        "ZERO_PRICE | 2020-01-06,0,0,0,0,0 | price 0",
        "OHLC | 2020-01-06,10,9.5,9,10,5 | high",
        "OUT_OF_ORDER | 2020-01-01,10,11,9,10,5 | ascend",
        "GAP | 2020-02-06,10,11,9,10,5 | no bars between",
      })
  void namesWhatIsWrongWithFileLineAndValue(Defect.Kind kind, String line, String said)
      throws IOException {
    BarFile file =
        read(
            "Date,Open,High,Low,Close,Volume\n2020-01-02,10,11,9,10,5\n2020-01-03,10,11,9,10,5\n"
                + line
                + "\n");
    assertThat(file.defects())
        .singleElement()
        .satisfies(
            defect -> {
              assertThat(defect.kind()).isEqualTo(kind);
              assertThat(defect.line()).isEqualTo(4);
              assertThat(defect.toString()).contains("TEST.csv:4").contains(said);
            });
    assertThatThrownBy(() -> file.strict(TEST))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("TEST.csv:4");
    assertThat(file.repaired(TEST).length()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void ofTwoRowsOfADateTheFirstStays() throws IOException {
    BarFile file =
        read(
            """
            Date,Open,High,Low,Close,Volume
            2020-01-02,10,11,9,10,5
            2020-01-03,10,11,9,10.5,6
            2020-01-03,20,22,18,21,7
            2020-01-06,10,11,9,10,5
            """);
    assertThat(file.repaired(TEST).close()[1]).isCloseTo(10.5, within(PRICE));
    assertThat(file.repaired(TEST).volume()[1]).isEqualTo(6);
  }

  @Test
  void findsSplitsThatWereNotAdjustedForAndRepairsThem() throws IOException {
    StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    for (int day = 1; day <= 20; day++) {
      double price = day <= 10 ? 400 : 20;
      text.append(
          String.format(
              "2020-01-%02d,%s,%s,%s,%s,%s%n",
              day, price, price, price, price, day <= 10 ? 10 : 200));
    }
    BarFile file = read(text.toString());
    assertThat(file.defects())
        .singleElement()
        .satisfies(defect -> assertThat(defect.kind()).isEqualTo(Defect.Kind.UNADJUSTED_SPLIT));
    Series repaired = file.repaired(TEST);
    assertThat(repaired.close()).containsOnly(20);
    assertThat(repaired.volume()).containsOnly(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1.5", "+2", ".5", "7.", "1e3", "2.5E-05", "0.0001"})
  void readsNumbersAsFilesWriteThem(String text) {
    assertThat(Decimal.parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "-", "e5", "1e", "1e+", "1d", "1F", "0x1p3", "NaN", "1 2", "1,5"})
  void andNothingElse(String text) {
    assertThat(Decimal.parse(text)).isNaN();
  }

  @Test
  void readsQuotedCellsWithSeparatorsInside() throws IOException {
    Series series =
        read("Name,Date,Open,High,Low,Close,Volume\n\"X, Inc.\",\"2020-01-02\",1,2,1,\"1\",5\n")
            .strict(TEST);
    assertThat(series.close()).containsExactly(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<TICKVOL> | 2026.01.01,09:00 | 2026.01.01,10:00",
        "Date,Time,Open,High,Low,Close,Volume | 2026-01-01,09:00:00 | 2026-01-01,10:00:00",
        "timestamp_utc,open,high,low,close,volume | 2026-01-01 09:00 | 2026-01-01 10:00",
        "Gmt time,Open,High,Low,Close,Volume | 01.01.2026 09:00:00.000 | 01.01.2026 10:00:00.000",
        "Open time,open,high,low,close,volume | 1767258000000 | 1767261600000",
        "time,open,high,low,close,volume | 2026-01-01T04:00:00-05:00 | 2026-01-01T05:00:00-05:00",
        "time,open,high,low,close,volume | 2026-01-01 09:00:00 UTC | 2026-01-01 10:00:00 UTC",
        "time,open,high,low,close,volume | 1767258000000000000 | 1767261600000000000",
      })
  void readsTimesInEveryUsualLayout(String header, String first, String second) throws IOException {
    String values = ",10,11,9,10,5\n";
    Path file = folder.resolve("TEST.csv");
    Files.writeString(file, header + "\n" + first + values + second + values);
    BarReader utc = BarReader.standard().zone(ZoneOffset.UTC);
    Series series = utc.read(file).strict(TEST);
    assertThat(Instant.ofEpochMilli(series.closeTimes()[0])).isEqualTo("2026-01-01T10:00:00Z");
    assertThat(series.volume()[0]).isEqualTo(5);
  }

  @Test
  void readsMetaTraderWithoutAHeader() throws IOException {
    BarFile file = read("2026.01.01,00:00,10,11,9,10,5\n2026.01.01,01:00,10,11,9,10,5\n");
    assertThat(file.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.NO_HEADER);
    assertThat(file.repaired(TEST).volume()).containsExactly(5, 5);
    assertThat(file.barLength()).hasToString("1 hour");
  }

  /** A market around the clock whose stamps are local: the row at its midnight is no day. */
  @Test
  void everyHourWithAnOffsetIsRead() throws IOException {
    StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    ZonedDateTime time = ZonedDateTime.of(2024, 3, 1, 0, 0, 0, 0, ZoneId.of("America/New_York"));
    DateTimeFormatter layout = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx");
    for (int i = 0; i < 720; i++) {
      text.append(layout.format(time)).append(",10,11,9,10,5\n");
      time = time.plusHours(1);
    }
    BarFile file = read(text.toString());
    assertThat(file.strict(TEST).length()).isEqualTo(720);
    assertThat(file.barsPerYear()).isEqualTo(8_766);
    assertThat(Instant.ofEpochMilli(file.strict(TEST).closeTimes()[0]))
        .isEqualTo("2024-03-01T06:00:00Z");
  }

  /** Yahoo stamps a day with its open, others with its close. */
  @ParameterizedTest
  @ValueSource(strings = {"09:30", "16:00"})
  void daysThatAreStampedWithinTheirSessionAreThatDay(String clock) throws IOException {
    StringBuilder local = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    StringBuilder unix = new StringBuilder(local);
    for (LocalDate day = LocalDate.of(2024, 3, 4); day.getDayOfMonth() < 16; ) {
      ZonedDateTime time = day.atTime(LocalTime.parse(clock)).atZone(ZoneId.of("America/New_York"));
      local.append(day).append(' ').append(clock).append(",10,11,9,10,5\n");
      unix.append(time.toEpochSecond()).append(",10,11,9,10,5\n");
      day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
    }
    for (StringBuilder text : List.of(local, unix)) {
      BarFile file = read(text.toString());
      Series days = file.strict(TEST);
      assertThat(Instant.ofEpochMilli(days.closeTimes()[0])).isEqualTo("2024-03-04T21:00:00Z");
      assertThat(Instant.ofEpochMilli(days.closeTimes()[9])).isEqualTo("2024-03-15T21:00:00Z");
      assertThat(file.barsPerYear()).isEqualTo(252);
    }
  }

  @Test
  void theHourThatClocksGoThroughTwiceIsTwoHours() throws IOException {
    List<String> rows = new ArrayList<>();
    ZonedDateTime time = ZonedDateTime.of(2022, 10, 29, 20, 0, 0, 0, ZoneId.of("Europe/Berlin"));
    for (int i = 0; i < 96; i++, time = time.plusMinutes(15)) {
      rows.add(time.toLocalDateTime() + ":00,10,11,9,10,5\n");
    }
    Path file = folder.resolve("TEST.csv");
    for (List<String> order : List.of(rows, rows.reversed())) {
      Files.writeString(file, "Date,Open,High,Low,Close,Volume\n" + String.join("", order));
      Series series = BarReader.standard().zone(ZoneId.of("Europe/Berlin")).read(file).strict(TEST);
      assertThat(series.length()).isEqualTo(96);
      assertThat(series.closeTimes()[95] - series.closeTimes()[0]).isEqualTo(95 * 900_000L);
    }
  }

  @Test
  void missingVolumesOfSomeBarsAreToldWhereThePriceMoves() throws IOException {
    StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Volume,Dividends\n");
    LocalDate day = LocalDate.of(2024, 4, 1);
    for (int i = 0; i < 20; i++) {
      boolean halted = i >= 14;
      boolean missing = i >= 5 && i < 10;
      text.append(day.plusDays(i + 2 * (i / 5)))
          .append(halted ? ",10,10,10,10," : ",10,10.2,9.9,10,")
          .append(halted || missing ? "0" : "500")
          .append(i == 3 ? ",-1\n" : ",0\n");
    }
    assertThat(read(text.toString()).defects())
        .extracting(Defect::toString)
        .satisfiesExactly(
            negative ->
                assertThat(negative)
                    .isEqualTo("TEST.csv:5: dividend -1.0 on 2024-04-04; expected >= 0"),
            untraded -> assertThat(untraded).startsWith("TEST.csv:7: 5 bars from 2024-04-08 have"));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-16 09:30, '', 2024-01-16T15:30:00Z",
    "2024-01-16 22:00, '', 2024-01-16T23:00:00Z",
    "2024-01-16 09:30, Europe/London, 2024-01-16T10:30:00Z",
    "2024-07-16 09:30, America/New_York, 2024-07-16T14:30:00Z",
  })
  void timesWithoutAnOffsetAreOfTheDeclaredZoneElseOfNewYorksSessionElseUtc(
      String stamp, String zone, String known) throws IOException {
    Path file = folder.resolve("TEST.csv");
    String next = stamp.replace(":30", ":45").replace(":00", ":15");
    Files.writeString(
        file,
        "time,open,high,low,close,volume\n" + stamp + ",10,11,9,10,5\n" + next + ",10,11,9,10,5\n");
    BarReader reader =
        zone.isEmpty() ? BarReader.standard() : BarReader.standard().zone(ZoneId.of(zone));
    Series series = reader.read(file).strict(TEST);
    assertThat(Instant.ofEpochMilli(series.closeTimes()[0]).plusSeconds(2700)).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({
    "2000-01-03, 7, 52, 2000-01-07T21:00:00Z",
    "2000-01-07, 7, 52, 2000-01-07T21:00:00Z",
    "2000-01-01, 0, 12, 2000-01-31T21:00:00Z",
    "2000-01-31, 0, 12, 2000-01-31T21:00:00Z",
    "2000-01-15, 0, 12, 2000-01-31T21:00:00Z",
  })
  void weeksAndMonthsAreKnownAtTheirLastSession(
      LocalDate first, int days, double barsPerYear, String known) throws IOException {
    StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    for (int i = 0; i < 36; i++) {
      LocalDate day = days == 0 ? first.plusMonths(i) : first.plusDays((long) days * i);
      text.append(day).append(",10,11,9,10,5\n");
    }
    BarFile file = read(text.toString());
    assertThat(file.barsPerYear()).isEqualTo(barsPerYear);
    assertThat(Instant.ofEpochMilli(file.strict(TEST).closeTimes()[0])).isEqualTo(known);
    Path path = folder.resolve("TEST.csv");
    assertThat(CsvMarket.in(folder).tickers("TEST").barsPerYear()).isEqualTo(barsPerYear);
    assertThat(BarReader.standard().calendar(new AroundTheClock()).read(path).barsPerYear())
        .isEqualTo(barsPerYear);
  }

  @Test
  void aStraySaturdayChangesNothingButIsNamed() throws IOException {
    StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    LocalDate day = LocalDate.of(2024, 1, 1);
    for (int i = 0; i < 60; i++, day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() < 6 || i == 26) {
        text.append(day).append(",10,11,9,10,5\n");
      }
    }
    BarFile file = read(text.toString());
    assertThat(file.barsPerYear()).isEqualTo(252);
    assertThat(file.defects())
        .singleElement()
        .satisfies(
            defect ->
                assertThat(defect.toString()).contains("TEST.csv:22", "2024-01-27", "Saturday"));
    assertThat(file.repaired(TEST).length()).isEqualTo(44);
  }

  @Test
  void saturdaysOfTheOldExchangeAndSundaysOfTheMiddleEastAreSessions() throws IOException {
    StringBuilder old = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    StringBuilder east = new StringBuilder(old);
    LocalDate day = LocalDate.of(1931, 1, 5);
    for (int i = 0; i < 26; i++, day = day.plusDays(1)) {
      int weekday = day.getDayOfWeek().getValue();
      if (weekday < 7) {
        old.append(day).append(",10,11,9,10,5\n");
      }
      if (weekday < 5 || weekday == 7) {
        east.append(day).append(",10,11,9,10,5\n");
      }
    }
    assertThat(read(old.toString()).defects()).isEmpty();
    assertThat(read(east.toString()).defects()).isEmpty();
  }

  @Test
  void theTenDaysOf1933AreNoGap() throws IOException {
    String bars = ",10,11,9,10,5\n";
    String header = "Date,Open,High,Low,Close,Volume\n";
    assertThat(read(header + "1933-03-03" + bars + "1933-03-15" + bars).defects()).isEmpty();
    assertThat(read(header + "1933-03-03" + bars + "1933-03-16" + bars).defects()).hasSize(1);
  }

  @Test
  void withoutVolumesNothingIsReadUnlessThatIsDeclared() throws IOException {
    String text = "Date,Open,High,Low,Close\n2020-01-02,10,11,9,10\n2020-01-03,10,11,9,10\n";
    assertThat(read(text).defects())
        .extracting(Defect::kind)
        .containsExactly(Defect.Kind.NO_VOLUME);
    assertThatThrownBy(() -> CsvMarket.in(folder).tickers("TEST"))
        .hasMessageContaining("TEST.csv:1")
        .hasMessageContaining("no column of volumes");
    MarketData declared = CsvMarket.in(folder).withoutVolumeLimit().tickers("TEST").data();
    assertThat(declared.volume(0, 1)).isGreaterThan(1_000_000_000L);
    assertThat(CsvMarket.in(folder).repairing().tickers("TEST").data().volume(0, 1))
        .isEqualTo(declared.volume(0, 1));
    String zeros = text.replace("Close", "Close,Volume").replaceAll("(?m)10$", "10,0");
    assertThat(read(zeros).defects().getFirst().message()).contains("volume of every bar is 0");
  }

  @Test
  void aMarketSaysWhatWasRepairedInItsFiles() throws IOException {
    String bars = ",10,11,9,10,5\n";
    String sound = "Date,Open,High,Low,Close,Volume\n2020-01-02" + bars + "2020-01-03" + bars;
    read(sound + "2020-01-03" + bars + "2020-01-06" + bars + "2020-01-07" + bars);
    ReplayMarket market = CsvMarket.in(folder).repairing().tickers("TEST");
    assertThat(market.repairs())
        .singleElement()
        .asString()
        .startsWith("TEST.csv:4: ")
        .endsWith("; the first row is kept");
    assertThat(market.between(1, 4, 0).repairs()).isEqualTo(market.repairs());
    assertThat(new Range.Test(market).repairs()).isEqualTo(market.repairs());
    read(sound);
    assertThat(CsvMarket.in(folder).repairing().tickers("TEST").repairs()).isEmpty();
  }

  @Test
  void turnoverInDollarsIsNoQuantity() throws IOException {
    String bars = "\n2020-01-02,10,11,9,10,500,50\n";
    assertThat(read("Date,Open,High,Low,Close,Volume USD,Volume BTC" + bars).strict(TEST).volume())
        .containsExactly(50);
    assertThat(read("Date,Open,High,Low,Close,Volume USDT,Trades" + bars).defects())
        .extracting(Defect::kind)
        .containsExactly(Defect.Kind.NO_VOLUME);
  }

  @Test
  void pricesBelowTheTickAreRefusedByName() throws IOException {
    BarFile file = read("Date,Open,High,Low,Close,Volume\n2020-01-02,4e-7,4e-7,4e-7,4e-7,5\n");
    assertThat(file.defects()).isEmpty();
    assertThatThrownBy(() -> file.strict(TEST))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("TEST.csv:2")
        .hasMessageContaining("too small for steps of 1.0E-6");
  }

  @Test
  void aFileOfSeveralTickersIsOne() throws IOException {
    String text =
        """
        date,tic,open,high,low,close,volume
        2024-01-02,AAA,100,101,99,100,1000
        2024-01-02,BBB,300,301,299,300,2000
        2024-01-03,AAA,101,102,100,101,1000
        2024-01-03,BBB,301,302,300,301,2000
        """;
    assertThatThrownBy(() -> read(text).repaired(TEST))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("2 tickers (AAA, BBB)");
    assertThat(read(text).defects()).hasSize(1);
    MarketData data = CsvMarket.in(folder).tickers("BBB", "AAA").data();
    assertThat(data.close(0, 1)).isEqualTo(301_000_000);
    assertThat(data.close(1, 0)).isEqualTo(100_000_000);
    assertThat(CsvMarket.in(folder.resolve("TEST.csv")).tickers("AAA").data().length())
        .isEqualTo(2);
    assertThatThrownBy(() -> CsvMarket.in(folder).tickers("CCC")).hasMessageContaining("CCC");
  }

  @Test
  void readsTheThreeLinesOfANewerHeaderAndRefusesTablesSideBySide() throws IOException {
    String one =
        """
        Price,Close,High,Low,Open,Volume
        Ticker,SPY,SPY,SPY,SPY,SPY
        Date,,,,,
        2024-01-02,10.5,11,9,10,1000
        2024-01-03,10.6,11,9,10.2,1000
        """;
    assertThat(read(one).strict(TEST).open()).containsExactly(10, 10.2);
    assertThatThrownBy(
            () ->
                read("Date,Open,High,Low,Close,Open,High,Low,Close\n2024-01-02,1,1,1,1,2,2,2,2\n")
                    .repaired(TEST))
        .hasMessageContaining("side by side");
  }

  @Test
  void barsOfDifferentLengthsAreNoMarket() throws IOException {
    Files.writeString(
        folder.resolve("DAY.csv"),
        "Date,Open,High,Low,Close,Volume\n2024-01-02,1,1,1,1,5\n2024-01-03,1,1,1,1,5\n");
    Files.writeString(
        folder.resolve("WEEK.csv"),
        "Date,Open,High,Low,Close,Volume\n2024-01-01,1,1,1,1,5\n2024-01-08,1,1,1,1,5\n");
    assertThatThrownBy(() -> CsvMarket.in(folder).tickers("DAY", "WEEK"))
        .hasMessageContaining("WEEK.csv has bars of 1 week, DAY.csv of 1 day");
  }

  /** A coin's day ends at midnight; beside it a share's day is known no earlier. */
  @Test
  void daysAroundTheClockAreKnownWhenTheyAreOver() throws IOException {
    StringBuilder coin = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    StringBuilder share = new StringBuilder(coin);
    LocalDate day = LocalDate.of(2024, 1, 1);
    for (int i = 0; i < 28; i++, day = day.plusDays(1)) {
      coin.append(day).append(",10,11,9,10,5\n");
      if (day.getDayOfWeek().getValue() < 6) {
        share.append(day).append(",10,11,9,10,5\n");
      }
    }
    Files.writeString(folder.resolve("COIN.csv"), coin);
    Files.writeString(folder.resolve("SHARE.csv"), share);
    ReplayMarket both = CsvMarket.in(folder).tickers("COIN", "SHARE");
    assertThat(both.data().length()).isEqualTo(28);
    assertThat(both.barsPerYear()).isEqualTo(365.25);
    assertThat(Instant.ofEpochMilli(both.data().closeTime(0))).isEqualTo("2024-01-02T00:00:00Z");
    assertThat(Instant.ofEpochMilli(CsvMarket.in(folder).tickers("SHARE").data().closeTime(0)))
        .isEqualTo("2024-01-01T21:00:00Z");
  }

  @Test
  void aRealCrashIsNoSplit() throws IOException {
    StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    for (int day = 1; day <= 20; day++) {
      double price = day <= 10 ? 100 : 50;
      text.append(
          String.format(
              "2020-01-%02d,%s,%s,%s,%s,%s%n",
              day, price, price, price, price, day == 11 ? 90 : 10));
    }
    assertThat(read(text.toString()).defects()).isEmpty();
  }

  /** Four tickers look like open, high, low and close, five like a volume, too. */
  @ParameterizedTest
  @ValueSource(strings = {"AAA", "AAA,BRK.B", "AAA,BBB,CCC,DDD", "AAA,BBB,CCC,DDD,^EEE"})
  void tickersSideBySideAreNoOpenHighLowAndClose(String tickers) throws IOException {
    int count = tickers.split(",").length;
    for (String first : List.of("Date", "", "date")) {
      BarFile file =
          read(
              first
                  + ","
                  + tickers
                  + "\n"
                  + "2020-01-02"
                  + ",10".repeat(count)
                  + "\n"
                  + "2020-01-03"
                  + ",11".repeat(count)
                  + "\n");
      assertThatThrownBy(() -> file.strict(TEST))
          .hasMessageContaining("TEST.csv:1")
          .hasMessageContaining("one column each for " + tickers.replace(",", ", "))
          .hasMessageContaining("one file for each ticker");
      assertThatThrownBy(() -> file.repaired(TEST)).hasMessageContaining("one column each");
    }
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    BarFile file = read("");
    assertThatThrownBy(() -> file.strict(TEST)).hasMessageContaining("no line names the columns");
  }

  @Test
  void namesTheTickersThereAre() throws IOException {
    read("Date,Open,High,Low,Close,Volume\n2020-01-02,10,11,9,10,5\n");
    assertThatThrownBy(() -> CsvMarket.in(folder).tickers("NOPE"))
        .hasMessageContaining("NOPE")
        .hasMessageContaining(List.of("TEST").toString());
  }

  @Test
  void someVendorsCallTheCloseThePrice() throws IOException {
    Series series =
        read("Date,Price,Open,High,Low,Vol.,Change %\n2020-01-02,10.5,10,11,9,1000,0.1\n")
            .strict(TEST);
    assertThat(series.close()[0]).isCloseTo(10.5, within(PRICE));
    assertThat(series.open()[0]).isCloseTo(10, within(PRICE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Date,Close",
        "date,tic,close",
        "Timestamp;Close;Volume",
        "Date,Open,Close,Volume"
      })
  void aHeaderOfClosesSaysWhichColumnsItLacks(String header) throws IOException {
    String row =
        header.replaceAll("(?i)date|timestamp", "2020-01-02").replaceAll("[A-Za-z]+", "10");
    assertThat(read(header + "\n" + row + "\n").defects())
        .extracting(Defect::kind)
        .contains(Defect.Kind.COLUMNS);
  }

  @Test
  void aPanelOfClosesIsNotAFolderWithoutTheTicker() throws IOException {
    Files.writeString(
        folder.resolve("all.csv"), "date,tic,close\n2020-01-02,AAA,10\n2020-01-02,BBB,4\n");
    assertThatThrownBy(() -> CsvMarket.in(folder).tickers("AAA"))
        .hasMessageContaining("all.csv:1: names columns of bars, but no open, high, low");
  }

  @Test
  void aHeaderThatLacksAColumnIsNotReadInTheUsualOrder() throws IOException {
    BarFile file = read("Date,Open,High,Low,Volume\n2020-01-02,10,11,9,1000\n");
    assertThat(file.defects().getFirst())
        .isEqualTo(
            new Defect(
                Defect.Kind.COLUMNS,
                "TEST.csv",
                1,
                "names columns of bars, but no close; expected Date,Open,High,Low,Close,Volume"));
    assertThatThrownBy(() -> file.repaired(TEST)).isInstanceOf(BadDataException.class);
  }

  @Test
  void anAdjustedCloseOfZeroIsNoPrice() throws IOException {
    BarFile file =
        read(
            """
            Date,Open,High,Low,Close,Adj Close,Volume
            2020-01-02,10,10,10,10,5,7
            2020-01-03,10,10,10,10,0,7
            2020-01-06,10,10,10,10,5,7
            """);
    assertThat(file.defects()).hasSize(1);
    assertThat(file.defects().getFirst().toString())
        .isEqualTo("TEST.csv:3: adjusted close 0.0 on 2020-01-03; prices must be > 0");
    assertThat(file.repaired(TEST).close()).containsExactly(5, 5);
  }

  @Test
  void aDeclaredZoneHasHoursOfItsOwn() throws IOException {
    StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
    LocalDate last = LocalDate.of(2020, 4, 3);
    for (LocalDate day = LocalDate.of(2020, 3, 23); !day.isAfter(last); day = day.plusDays(1)) {
      for (int hour = 8; day.getDayOfWeek().getValue() < 6 && hour < 17; hour++) {
        text.append("%s %02d:00,10,10.1,9.9,10,1000%n".formatted(day, hour));
      }
    }
    Path file = Files.writeString(folder.resolve("VOD.csv"), text);
    BarFile london = BarReader.standard().zone(ZoneId.of("Europe/London")).read(file);
    assertThat(london.defects()).isEmpty();
    assertThat(london.barsPerYear()).isEqualTo(252 * 9);
    // Clocks went forward on 29 March.
    assertThat(Instant.ofEpochMilli(london.strict(TEST).closeTimes()[0]))
        .isEqualTo("2020-03-23T09:00:00Z");
    assertThat(Instant.ofEpochMilli(london.strict(TEST).closeTimes()[89]))
        .isEqualTo("2020-04-03T16:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019-01-07", "2019-01-11", "2019-01-06"})
  void aWeekWithoutABarIsAGap(LocalDate first) throws IOException {
    StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    for (int i = 0; i < 40; i++) {
      if (i != 30) {
        text.append(first.plusDays(7L * i)).append(",10,10,10,10,1000\n");
      }
    }
    BarFile file = read(text.toString());
    assertThat(file.defects()).hasSize(1);
    assertThat(file.defects().getFirst().kind()).isEqualTo(Defect.Kind.GAP);
    assertThat(file.barsPerYear()).isEqualTo(52);
  }

  @Test
  void aMonthWithoutABarIsAGapAndHolidaysAreNone() throws IOException {
    StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    LocalDate month = LocalDate.of(2015, 1, 1);
    for (int i = 0; i < 30; i++) {
      LocalDate end = month.plusMonths(i + 1L).minusDays(1 + i % 3);
      if (i != 20) {
        text.append(end).append(",10,10,10,10,1000\n");
      }
    }
    assertThat(read(text.toString()).defects())
        .extracting(Defect::message)
        .containsExactly("no bars between 2016-08-30 and 2016-10-31, each of 1 month");
  }

  @Test
  void aPairThatIsQuotedInAnotherCurrencyIsNotTradedAsDollars() throws IOException {
    read(
        """
        Date,Symbol,Open,High,Low,Close,Volume
        2020-01-02,ETH/BTC,0.02,0.021,0.019,0.02,100
        2020-01-03,ETH/BTC,0.02,0.021,0.019,0.02,100
        """);
    assertThatThrownBy(() -> CsvMarket.in(folder).tickers("TEST"))
        .hasMessageContaining("ETH/BTC, which is quoted in BTC");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1, 900})
  void stampsThatAreMillisecondsOffAreOfTheirMinute(int jitter) throws IOException {
    StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
    for (int hour = 0; hour < 400; hour++) {
      long stamp = 1_704_067_200_000L + hour * 3_600_000L + (long) jitter * (hour * 7 % 5) / 4;
      text.append(stamp).append(",10,11,9,").append(10 + hour % 2).append(",5\n");
    }
    BarFile file = read(text.toString());
    assertThat(file.defects()).isEmpty();
    assertThat(file.barLength()).hasToString("1 hour");
    assertThat(file.strict(TEST).closeTimes()[9]).isEqualTo(1_704_067_200_000L + 36_000_000L);
  }

  @Test
  void barsOfIrregularLengthAreNoDays() throws IOException {
    StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
    long stamp = 1_704_067_200_000L;
    for (int bar = 0; bar < 200; bar++) {
      text.append(stamp).append(",10,11,9,").append(10 + bar % 2).append(",5\n");
      stamp += 60_000L * (1 + bar * 37 % 101);
    }
    assertThat(read(text.toString()).barLength().unit()).isNotEqualTo(ChronoUnit.DAYS);
  }
}

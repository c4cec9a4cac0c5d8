package io.tradinggym.market.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Equity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
}

package io.tradinggym.market.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Equity;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Lean's minutes of shares, as they lie in its data folder. */
class LeanDayTest {
  /** The first minutes of a session: 9:30 is 34,200,000 ms after midnight. */
  private static final String TRADES =
      """
      34200000,6448000,6460000,6445000,6450000,900
      34260000,6450000,6455500,6449900,6455500,300
      34320000,6455500,6455500,6450000,6450100,100
      """;

  private static final String QUOTES =
      """
      34200000,6447000,6459000,6444000,6449000,3,6449000,6461000,6446000,6451000,5
      34260000,6449000,6454500,6448900,6454500,3,6451000,6456500,6450900,6456500,5
      34320000,6454500,6454500,6449000,6449100,3,6456500,6456500,6451000,6451100,5
      """;

  @TempDir private Path folder;

  private Path zip(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry(entries[i]));
        zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private Path plain(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Series strict(Path file) throws IOException {
    return BarFile.read(file).strict(Equity.adjusted("AAPL"));
  }

  @Test
  void timesAreNewYorksAndPricesTenThousandths() throws IOException {
    Series bars = strict(plain("20140605_aapl_minute_trade.csv", TRADES));
    assertThat(bars.closeTimes()).hasSize(3);
    // Half past nine of summer is 13:30 UTC; a bar is known when it is over.
    assertThat(Instant.ofEpochMilli(bars.closeTimes()[0])).isEqualTo("2014-06-05T13:31:00Z");
    assertThat(bars.open()[0]).isEqualTo(644.8);
    assertThat(bars.high()[1]).isEqualTo(645.55);
    assertThat(bars.low()[1]).isEqualTo(644.99);
    assertThat(bars.close()[2]).isEqualTo(645.01);
    assertThat(bars.volume()).containsExactly(900, 300, 100);
  }

  @Test
  void winterIsAnHourFromSummer() throws IOException {
    Series bars = strict(plain("20140605_trade.csv", TRADES));
    Series winter = strict(plain("20140106_trade.csv", TRADES));
    assertThat(Instant.ofEpochMilli(winter.closeTimes()[0])).isEqualTo("2014-01-06T14:31:00Z");
    assertThat(winter.open()).isEqualTo(bars.open());
  }

  @Test
  void aZipOfOneFileIsReadAsThatFile() throws IOException {
    Series plain = strict(plain("20140605_trade.csv", TRADES));
    Series zipped = strict(zip("20140605_trade.zip", "20140605_aapl_minute_trade.csv", TRADES));
    assertThat(zipped.closeTimes()).isEqualTo(plain.closeTimes());
    assertThat(zipped.close()).isEqualTo(plain.close());
  }

  @Test
  void aZipOfSeveralFilesOrNoneOrABrokenOneIsRefusedByName() throws IOException {
    Path two = zip("20140605_trade.zip", "a.csv", TRADES, "b.csv", TRADES);
    assertThatThrownBy(() -> BarFile.read(two))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("20140605_trade.zip is a zip of several files, a.csv and b.csv");
    Path cut = folder.resolve("20140606_trade.zip");
    byte[] whole = Files.readAllBytes(zip("x.zip", "a.csv", TRADES));
    Files.write(cut, java.util.Arrays.copyOf(whole, 60));
    assertThatThrownBy(() -> BarFile.read(cut))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("20140606_trade.zip is damaged");
    Path none = Files.write(folder.resolve("20140607_trade.zip"), new byte[] {'P', 'K', 5, 6});
    assertThatThrownBy(() -> BarFile.read(none)).hasMessageContaining("is a zip of no file");
  }

  /** A share of five cents has as many digits as it has, and one of 300,000 dollars too. */
  @Test
  void theScaleIsTheFormatsWhateverThePrice() throws IOException {
    Series cheap =
        strict(
            plain(
                "20140605_trade.csv", "34200000,500,510,490,500,9\n34260000,500,510,490,505,9\n"));
    assertThat(cheap.close()).containsExactly(0.05, 0.0505);
    Series dear =
        strict(
            plain(
                "20140606_trade.csv",
                """
                34200000,3000000000,3000000000,3000000000,3000000000,9
                34260000,3000000000,3000100000,3000000000,3000100000,9
                """));
    assertThat(dear.close()).containsExactly(300_000, 300_010);
  }

  @Test
  void whatIsNotThatFormatIsRefusedAndNotScaled() throws IOException {
    String coins = "34200000,644.8,646.0,644.5,645.0,9\n34260000,645.0,645.5,644.9,645.5,3\n";
    String ticks = "34200007,1674100,500,Q,2000,0\n34200009,1674100,500,Q,2000,0\n";
    String clocks =
        "093000,6448000,6460000,6445000,6450000,9\n093100,6448000,6460000,6445000,6450000,9\n";
    for (String text : List.of(coins, ticks, clocks)) {
      Path file = plain("20140605_trade.csv", text);
      assertThatThrownBy(() -> strict(file)).isInstanceOf(BadDataException.class);
    }
    Path undated = plain("aapl_trade.csv", TRADES);
    assertThatThrownBy(() -> strict(undated)).isInstanceOf(BadDataException.class);
  }

  @Test
  void aRowOfAnotherFormatIsNamedByItsLine() throws IOException {
    Path file = plain("20140605_trade.csv", TRADES + "34380000,645.01,645.01,645.01,645.01,100\n");
    assertThat(BarFile.read(file).defects())
        .extracting(Defect::kind, Defect::line)
        .contains(org.assertj.core.groups.Tuple.tuple(Defect.Kind.BAD_DATE, 4));
  }

  @Test
  void aFolderOfDaysIsOneHistoryWithItsQuotes() throws IOException {
    zip("aapl/20140605_trade.zip", "20140605_aapl_minute_trade.csv", TRADES);
    zip("aapl/20140606_trade.zip", "20140606_aapl_minute_trade.csv", TRADES);
    zip("aapl/20140605_quote.zip", "20140605_aapl_minute_quote.csv", QUOTES);
    zip("aapl/20140606_quote.zip", "20140606_aapl_minute_quote.csv", QUOTES);
    MarketData bars = CsvMarket.in(folder).repairing().tickers("AAPL").data();
    assertThat(bars.length()).isEqualTo(6);
    assertThat(Instant.ofEpochMilli(bars.closeTime(3))).isEqualTo("2014-06-06T13:31:00Z");
    assertThat(bars.quoted(0)).isTrue();
    assertThat(bars.close(0, 5)).isEqualTo(645_010_000);
    assertThat(bars.asks().open(0, 3)).isEqualTo(644_900_000);
    assertThat(bars.bids().open(0, 3)).isEqualTo(644_700_000);
  }

  /** A real day, written as Lean writes it, is the day that was read with its header and dollars. */
  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void aRealDayIsTheSameInBothLayouts() throws IOException {
    Path real = Path.of(System.getenv("TRADING_GYM_DATA"), "intraday", "aapl_1m_trade.csv.gz");
    List<String> lines = TextFile.lines(real);
    List<String> day = lines.stream().filter(line -> line.startsWith("2014-06-05")).toList();
    StringBuilder raw = new StringBuilder();
    for (String line : day) {
      String[] cells = line.split(",", -1);
      raw.append(LocalTime.parse(cells[0].substring(11)).toSecondOfDay() * 1000L);
      for (int i = 1; i <= 4; i++) {
        raw.append(',').append(new BigDecimal(cells[i]).movePointRight(4).toBigIntegerExact());
      }
      raw.append(',').append(cells[5]).append('\n');
    }
    Path header = plain("day.csv", lines.getFirst() + "\n" + String.join("\n", day) + "\n");
    Series known = BarFile.read(header).repaired(Equity.adjusted("AAPL"));
    Series read =
        BarFile.read(zip("20140605_trade.zip", "20140605_aapl_minute_trade.csv", raw.toString()))
            .repaired(Equity.adjusted("AAPL"));
    assertThat(read.closeTimes()).hasSizeGreaterThan(500).isEqualTo(known.closeTimes());
    assertThat(read.open()).isEqualTo(known.open());
    assertThat(read.close()).isEqualTo(known.close());
    assertThat(read.volume()).isEqualTo(known.volume());
  }
}

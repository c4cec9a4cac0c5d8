package io.tradinggym.crypto.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.ReplayMarket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of bars, rates and marks as exchanges and their archives write them, sound and not. */
class CryptoFilesTest {
  private static final long HOUR = 3_600_000L;
  private static final long START = 1_672_531_200_000L;
  private static final int BARS = 240;
  private static final String BAR_FILE = "BTCUSDT_1h.csv";
  private static final String RATES = "BTCUSDT_funding.csv";
  private static final int LINE = 50;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writeSoundFiles() throws IOException {
    write(BAR_FILE, bars());
    write(RATES, rates());
  }

  private void write(String name, List<String> lines) throws IOException {
    Files.write(folder.resolve(name), lines);
  }

  private static List<String> bars() {
    List<String> lines = new ArrayList<>(List.of("timestamp,open,high,low,close,volume"));
    for (int i = 0; i < BARS; i++) {
      double open = 20_000 * (1 + 0.05 * Math.sin(i / 9.0));
      double close = 20_000 * (1 + 0.05 * Math.sin((i + 1) / 9.0));
      lines.add(
          String.format(
              Locale.ROOT,
              "%d,%.1f,%.1f,%.1f,%.1f,%d",
              START + i * HOUR,
              open,
              Math.max(open, close) + 20,
              Math.min(open, close) - 20,
              close,
              100 + i));
    }
    return lines;
  }

  private static List<String> rates() {
    List<String> lines = new ArrayList<>(List.of("timestamp,funding_rate"));
    for (int i = 1; i <= BARS / 8; i++) {
      lines.add(START + 8L * i * HOUR + i % 7 + "," + (i % 2 == 0 ? "0.0001" : "-0.00025"));
    }
    return lines;
  }

  private static List<String> reversed(List<String> lines) {
    List<String> all = new ArrayList<>(List.of(lines.getFirst()));
    all.addAll(lines.subList(1, lines.size()).reversed());
    return all;
  }

  private CryptoFiles files() {
    return CryptoFiles.in(folder);
  }

  private MarketData perpetual() {
    return files().perpetual(BAR_FILE, RATES, null).data();
  }

  @Test
  void ratesArePaidByTheBarsThatCloseAtTheirStamps() {
    MarketData data = perpetual();
    assertThat(data.length()).isEqualTo(BARS);
    assertThat(data.closeTime(0)).as("stamped at its beginning").isEqualTo(START + HOUR);
    for (int bar = 0; bar < BARS; bar++) {
      int stamp = (bar + 1) / 8;
      long expected = (bar + 1) % 8 != 0 ? 0 : stamp % 2 == 0 ? 10_000 : -25_000;
      assertThat(data.funding(0, bar)).as("bar %d", bar).isEqualTo(expected);
    }
    assertThat(data.fundingInterval(0)).isEqualTo(8 * HOUR);
    assertThat(data.mark(0, 7)).as("the last price").isEqualTo(data.close(0, 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ETHBTC_1h.csv", "ETH_BTC.csv", "eth-btc-1h.csv", "BTCEUR.csv", "SOLETH.csv"})
  void aCoinThatIsQuotedInAnotherIsNotTradedAsDollars(String name) throws IOException {
    Files.writeString(
        folder.resolve(name),
        """
        date,open,high,low,close,volume
        2024-01-01 00:00,1,1,1,1,1
        2024-01-01 01:00,1,1,1,1,1
        """);
    assertThatThrownBy(() -> CryptoFiles.in(folder).spot(name))
        .hasMessageContaining(name)
        .hasMessageContaining("is quoted in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BTC_1h.csv",
        "ETHUSDT.csv",
        "XRP_USDT_USDT-1h.csv",
        "BTC_USD.csv",
        "WBTC_USDT.csv"
      })
  void coinsInDollarsAre(String name) throws IOException {
    String bars = "2024-01-01 00:00,1,1,1,1,1,%s\n2024-01-01 01:00,1,1,1,1,1,%<s\n";
    String header = "date,open,high,low,close,volume,symbol\n";
    Files.writeString(folder.resolve(name), header + bars.formatted("BTC/USD"));
    assertThat(CryptoFiles.in(folder).spot(name).assets()).isOne();
    Files.writeString(folder.resolve(name), header + bars.formatted("ETH/BTC"));
    assertThatThrownBy(() -> CryptoFiles.in(folder).spot(name))
        .hasMessageContaining("ETH/BTC is quoted in BTC");
  }

  @Test
  void aYearHasSoManyBarsOfTheFilesOwnLength() {
    assertThat(files().spot(BAR_FILE).barsPerYear()).isEqualTo(8_766);
  }

  @Test
  void theLatestFirstIsTheSameHistory() throws IOException {
    ReplayMarket forward = files().perpetual(BAR_FILE, RATES, null);
    write(BAR_FILE, reversed(bars()));
    write(RATES, reversed(rates()));
    assertThat(files().perpetual(BAR_FILE, RATES, null).fingerprint())
        .isEqualTo(forward.fingerprint());
  }

  @Test
  void packedFilesAreTheSameHistory() throws IOException {
    ReplayMarket plain = files().perpetual(BAR_FILE, RATES, null);
    Files.delete(folder.resolve(BAR_FILE));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(String.join("\n", bars()).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(folder.resolve(BAR_FILE + ".gz"), bytes.toByteArray());
    assertThat(files().perpetual("BTCUSDT_1h", RATES, null).fingerprint())
        .isEqualTo(plain.fingerprint());
  }

  @Test
  void marksOfAFileAreTheMarks() throws IOException {
    List<String> marks = new ArrayList<>(List.of("timestamp,open,high,low,close"));
    for (int i = 0; i < BARS; i++) {
      marks.add(START + i * HOUR + ",20000,20500,19500,20100");
    }
    write("BTCUSDT_mark.csv", marks);
    Bars data = files().perpetual(BAR_FILE, RATES, "BTCUSDT_mark").data();
    assertThat(data.mark(0, 9)).isNotEqualTo(data.close(0, 9));
    assertThat((double) data.markHigh(0, 9) / data.mark(0, 9)).isEqualTo(20_500 / 20_100.0);
    assertThat((double) data.markLow(0, 9) / data.mark(0, 9)).isEqualTo(19_500 / 20_100.0);
  }

  @Test
  void marksWithoutFundingAreRefused() throws IOException {
    String refused =
        "mark BTCUSDT_mark needs the funding of BTCUSDT_1h.csv, was none: name its funding, or no"
            + " mark";
    assertThatThrownBy(() -> files().perpetual(BAR_FILE, null, "BTCUSDT_mark")).hasMessage(refused);
    write("BTC_spot.csv", bars());
    assertThatThrownBy(() -> files().pair("BTC_spot", BAR_FILE, null, "BTCUSDT_mark"))
        .hasMessage(refused);
    assertThat(files().perpetual(BAR_FILE, null, null).data().length()).isEqualTo(BARS);
  }

  @Test
  void theLongestSoundPairIsChosen() throws IOException {
    write("ETHUSDT_1h.csv", bars().subList(0, 100));
    write("ETHUSDT_funding.csv", rates());
    List<String> broken = bars();
    broken.remove(LINE);
    write("XRPUSDT_1h.csv", broken);
    write("XRPUSDT_funding.csv", rates());
    assertThat(files().longest()).isEqualTo(new CryptoFiles.Pair(BAR_FILE, RATES));
    assertThat(files().fundingOf("ETHUSDT_1h")).isEqualTo("ETHUSDT_funding.csv");
  }

  /** What is wrong with bars, as an edit of their lines: what strict reading and the choice of a file both say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gap       | BTCUSDT_1h.csv:51: 1 bars missing
          duplicate | BTCUSDT_1h.csv:52: 2023-01-03T01:00:00Z stood before, in line 51
          order     | BTCUSDT_1h.csv:52: 2023-01-03T01:00:00Z stands after 2023-01-03T02:00:00Z
          high      | high must be the highest and low the lowest
          negative  | prices must be > 0
          """)
  void brokenBarsAreRefusedByFileLineAndValue(String defect, String expected) throws IOException {
    List<String> lines = bars();
    String good = lines.get(LINE);
    String[] cells = good.split(",", -1);
    switch (defect) {
      case "gap" -> lines.remove(LINE);
      case "duplicate" -> lines.add(LINE, good);
      case "order" -> lines.set(LINE, Objects.requireNonNull(lines.set(LINE + 1, good)));
      case "high" -> lines.set(LINE, good.replace("," + cells[2] + ",", ",1.0,"));
      default -> lines.set(LINE, good.replace("," + cells[1] + ",", ",-1.0,"));
    }
    write(BAR_FILE, lines);
    assertThatThrownBy(this::perpetual).hasMessageContaining(expected);
    assertThatThrownBy(() -> files().longest())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no sound hourly bars")
        .hasMessageContaining(expected);
  }

  @Test
  void missingStampsAreRefusedByFileLineAndTime() throws IOException {
    List<String> lines = rates();
    lines.subList(10, 12).clear();
    write(RATES, lines);
    String expected = RATES + ":11: 2 funding stamps missing between 2023-01-04T00:00:00Z";
    assertThatThrownBy(this::perpetual).hasMessageContaining(expected);
    assertThatThrownBy(() -> files().longest()).hasMessageContaining(expected);
    assertThatThrownBy(() -> files().fundingOf(BAR_FILE)).hasMessageContaining(expected);
    ReplayMarket repaired = files().repairing().perpetual(BAR_FILE, RATES, null);
    assertThat(repaired.data().funding(0, 79)).isZero();
    assertThat(repaired.repairs()).singleElement().asString().contains(expected, "; left open");
  }

  @Test
  void ratesInPercentAreRefusedThoughEachCouldBeARate() throws IOException {
    write(RATES, rates().stream().map(line -> line.replaceFirst("0\\.00", "0.")).toList());
    String expected = "as if they were percent; expected fractions such as 0.0001";
    assertThatThrownBy(this::perpetual).hasMessageContaining(RATES).hasMessageContaining(expected);
    assertThatThrownBy(() -> files().repairing().perpetual(BAR_FILE, RATES, null))
        .hasMessageContaining(expected);
    assertThatThrownBy(() -> files().longest()).hasMessageContaining(expected);
  }

  @Test
  void aFileThatIsNotThereIsNamedWithThoseThatAre() {
    assertThatThrownBy(() -> files().fundingOf("DOGE_1h"))
        .hasMessageContaining("no file \"DOGE_1h\"")
        .hasMessageContaining(BAR_FILE);
    assertThatThrownBy(() -> CryptoFiles.in(folder.resolve("none")).longest())
        .hasMessageContaining("is no folder of crypto files");
  }

  @Test
  void spotAndPerpetualShareOneTimeline() throws IOException {
    write("BTC_spot.csv", bars().subList(0, 200));
    MarketData data = files().pair("BTC_spot", BAR_FILE, RATES, null).data();
    assertThat(data.assets()).isEqualTo(2);
    assertThat(data.traded(0, 198)).isTrue();
    assertThat(data.traded(0, 199)).as("its history ended").isFalse();
    assertThat(data.fundingInterval(0)).isZero();
    assertThat(data.fundingInterval(1)).isEqualTo(8 * HOUR);
  }

  /** Latest first, with daily means of funding: the longest history that there is. */
  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void realFilesAreReadInTheirRealOrder() {
    CryptoFiles real = CryptoFiles.in(Path.of(System.getenv("TRADING_GYM_DATA"), "crypto"));
    CryptoFiles.Pair pair = real.longest();
    MarketData data = real.perpetual(pair.file(), pair.funding(), null).data();
    for (int bar = 1; bar < data.length(); bar++) {
      assertThat(data.closeTime(bar) - data.closeTime(bar - 1)).isEqualTo(HOUR);
    }
    assertThat(data.length()).isGreaterThan(20_000);
    assertThat(real.spot("BTC_PERP_1m_2022_01a").barsPerYear()).isEqualTo(8_766 * 60);
  }

  @Test
  void ratesOfAnotherCoinAreRefusedWhateverTheirFileIsCalled() throws IOException {
    Files.writeString(
        folder.resolve("XRPUSDT.csv"),
        """
        date,open,high,low,close,volume
        2024-01-01 00:00,1,1,1,1,1
        2024-01-01 01:00,1,1,1,1,1
        2024-01-01 02:00,1,1,1,1,1
        """);
    String rates =
        """
        timestamp,symbol,funding_rate
        2024-01-01 00:00,%1$s,0.0001
        2024-01-01 08:00,%1$s,0.0001
        """;
    Path funding = folder.resolve("XRP_funding.csv");
    CryptoFiles files = CryptoFiles.in(folder);
    for (String same : new String[] {"XRPUSDT", "XRP/USDT:USDT", "XRP-USDT-SWAP", "PF_XRPUSD"}) {
      Files.writeString(funding, rates.formatted(same));
      assertThat(files.fundingOf("XRPUSDT.csv")).as(same).isEqualTo("XRP_funding.csv");
      assertThat(files.perpetual("XRPUSDT.csv", "XRP_funding.csv", null).data().length())
          .isEqualTo(3);
    }
    Files.writeString(funding, rates.formatted("BTCUSDT"));
    assertThatThrownBy(() -> files.perpetual("XRPUSDT.csv", "XRP_funding.csv", null))
        .hasMessageContaining("holds rates of BTCUSDT, the bars are of XRPUSDT.csv");
    assertThatThrownBy(() -> files.fundingOf("XRPUSDT.csv"))
        .hasMessageContaining("no sound funding rates of XRP");
  }
}

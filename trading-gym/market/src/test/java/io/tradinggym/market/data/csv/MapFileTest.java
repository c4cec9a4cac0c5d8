package io.tradinggym.market.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.data.MarketData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A company that was OLD until 3 January 2024 and is NEW since; another one was NEW before. */
class MapFileTest {
  private static final String HEADER = "date,open,high,low,close,volume\n";

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String bar(int day, double price) {
    return "2024-01-%02d,%s,%s,%s,%s,1000\n".formatted(day, price, price, price, price);
  }

  private MarketData read() {
    return CsvMarket.in(folder).maps(folder).tickers("NEW").data();
  }

  private static LocalDate day(MarketData data, int bar) {
    return Instant.ofEpochMilli(data.closeTime(bar)).atZone(ZoneOffset.UTC).toLocalDate();
  }

  @Test
  void tickersOfOneCompanyAreJoinedByTheirDaysAndAnothersBarsStayAway() throws IOException {
    write("NEW_map.csv", "20240102,old,Q\n20240103,old,Q\n20501231,new,Q\n");
    write("OLD.csv", HEADER + bar(2, 10) + bar(3, 11) + bar(5, 500));
    write("NEW.csv", HEADER + bar(2, 70) + bar(3, 71) + bar(4, 11.5) + bar(5, 12));
    MarketData data = read();
    assertThat(data.length()).isEqualTo(4);
    assertThat(data.close(0, 0)).isEqualTo(10_000_000);
    assertThat(data.close(0, 1)).isEqualTo(11_000_000);
    assertThat(data.close(0, 2)).isEqualTo(11_500_000);
    assertThat(data.close(0, 3)).isEqualTo(12_000_000);
  }

  @Test
  void withoutTheMapTheOtherCompanyIsStillThere() throws IOException {
    write("NEW.csv", HEADER + bar(2, 11.4) + bar(3, 11.4) + bar(4, 11.5) + bar(5, 12));
    assertThat(CsvMarket.in(folder).tickers("NEW").data().length()).isEqualTo(4);
    write("NEW_map.csv", "20240104,new,Q\n20501231,new,Q\n");
    assertThat(read().length()).isEqualTo(2);
    assertThat(day(read(), 0)).isEqualTo("2024-01-04");
  }

  @Test
  void aFormerTickerWithoutAFileIsLookedForInTheLastOnes() throws IOException {
    write("new_map.csv", "20240102,old,Q\n20240103,old,Q\n20501231,new,Q\n");
    write("NEW.csv", HEADER + bar(2, 10) + bar(3, 11) + bar(4, 11.5));
    assertThat(read().length()).isEqualTo(3);
  }

  @Test
  void nothingIsReadAfterTheLastDay() throws IOException {
    write("NEW_map.csv", "20240102,new,Q\n20240103,new,Q\n");
    write("NEW.csv", HEADER + bar(2, 10) + bar(3, 11) + bar(4, 11.5) + bar(5, 11));
    assertThat(read().length()).isEqualTo(2);
    assertThat(day(read(), 1)).isEqualTo("2024-01-03");
  }

  @Test
  void factorsReachBackThroughAllTickers() throws IOException {
    write("NEW_map.csv", "20240102,old,Q\n20240103,old,Q\n20501231,new,Q\n");
    write("NEW_factor.csv", "20240102,1,0.5,10\n20240104,1,0.5,20\n20501231,1,1,0\n");
    write("OLD.csv", HEADER + bar(2, 20) + bar(3, 20));
    write("NEW.csv", HEADER + bar(4, 20) + bar(5, 10));
    MarketData data = CsvMarket.in(folder).maps(folder).actions(folder).tickers("NEW").data();
    for (int bar = 0; bar < 4; bar++) {
      assertThat(data.close(0, bar)).isEqualTo(10_000_000);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20240102,old,Q;soon,new,Q | :2: \"soon,new,Q\" is no row of a map",
        "20240102,old,Q;20501231 | :2: \"20501231\" is no row of a map",
        "20240102,old,Q | holds no ticker and its days"
      })
  void namesWhatIsNoMap(String text, String message) throws IOException {
    write("m.csv", text.replace(';', '\n'));
    assertThatThrownBy(() -> MapFile.read(folder.resolve("m.csv")))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("m.csv" + (message.startsWith(":") ? "" : ":1: "))
        .hasMessageContaining(message);
  }

  @Test
  void saysWhereItLookedForAMap() throws IOException {
    write("NEW.csv", HEADER + bar(2, 10) + bar(3, 11));
    assertThatThrownBy(this::read).hasMessageContaining("expected NEW_map.csv");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void aRealFundThatChangedItsTickerTwice() throws IOException {
    Path data = Path.of(System.getenv("TRADING_GYM_DATA"), "corporate_actions");
    Files.copy(data.resolve("qqq_daily_raw.csv.gz"), folder.resolve("QQQ.csv.gz"));
    MapFile map = MapFile.read(data.resolve("qqq_map.csv"));
    assertThat(map.listings())
        .containsExactly(
            new MapFile.Listing("QQQ", LocalDate.of(1999, 3, 10), LocalDate.of(2004, 11, 30)),
            new MapFile.Listing("QQQQ", LocalDate.of(2004, 12, 1), LocalDate.of(2011, 3, 22)),
            new MapFile.Listing("QQQ", LocalDate.of(2011, 3, 23), LocalDate.of(2050, 12, 31)));
    CsvMarket market = CsvMarket.in(folder).repairing().actions(data);
    assertThat(market.maps(data).tickers("QQQ").fingerprint())
        .isEqualTo(market.tickers("QQQ").fingerprint());
  }
}

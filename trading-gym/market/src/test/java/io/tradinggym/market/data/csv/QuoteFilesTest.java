package io.tradinggym.market.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.calendar.AroundTheClock;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Equity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Bid and ask in files: columns of one, a file beside, a file for each side. Ticks are millionths of a dollar. */
class QuoteFilesTest {
  private static final String HEADER =
      "time,bid_open,bid_high,bid_low,bid_close,bid_size,ask_open,ask_high,ask_low,ask_close,ask_size\n";
  private static final String TWO =
      HEADER
          + "2014-06-05 09:30,10.00,10.10,9.90,10.00,3,10.02,10.12,9.94,10.04,5\n"
          + "2014-06-05 09:31,10.00,10.00,9.90,9.90,3,10.04,10.04,9.98,9.98,5\n";
  private static final String TRADES =
      """
      time,open,high,low,close,volume
      2014-06-05 09:30,10.01,10.11,9.93,10.02,700
      2014-06-05 09:31,10.02,10.02,9.95,9.95,300
      2014-06-05 09:32,9.96,9.96,9.96,9.96,100
      """;

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void withoutTradesTheBarIsTheMiddle() throws IOException {
    write("X.csv", TWO);
    MarketData bars = CsvMarket.in(folder).withoutVolumeLimit().tickers("X").data();
    assertThat(bars.quoted(0)).isTrue();
    assertThat(bars.open(0, 0)).isEqualTo(10_010_000);
    assertThat(bars.high(0, 0)).isEqualTo(10_110_000);
    assertThat(bars.low(0, 0)).isEqualTo(9_920_000);
    assertThat(bars.close(0, 0)).isEqualTo(10_020_000);
    assertThat(bars.asks().open(0, 0)).isEqualTo(10_020_000);
    assertThat(bars.asks().low(0, 1)).isEqualTo(9_980_000);
    assertThat(bars.bids().high(0, 0)).isEqualTo(10_100_000);
    assertThat(bars.bids().close(0, 1)).isEqualTo(9_900_000);
  }

  @Test
  void displayedSizesAreNoVolume() throws IOException {
    write("X.csv", TWO);
    assertThatThrownBy(() -> CsvMarket.in(folder).tickers("X"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("there is no column of volumes");
  }

  @Test
  void pricesOfTradesStayBesideTheQuotesOfTheSameFile() throws IOException {
    write(
        "X.csv",
        """
        Date,Open,High,Low,Close,Volume,BidOpen,BidHigh,BidLow,BidClose,AskOpen,AskHigh,AskLow,AskClose
        2020-01-02,10,12,8,11,500,9.9,11.9,7.9,10.9,10.1,12.1,8.1,11.1
        2020-01-03,11,12,8,10,500,10.9,11.9,7.9,9.9,11.1,12.1,8.1,10.1
        """);
    MarketData bars = CsvMarket.in(folder).tickers("X").data();
    assertThat(bars.close(0, 0)).isEqualTo(11_000_000);
    assertThat(bars.volume(0, 0)).isEqualTo(500);
    assertThat(bars.bids().close(0, 0)).isEqualTo(10_900_000);
    assertThat(bars.asks().high(0, 1)).isEqualTo(12_100_000);
  }

  @Test
  void aFileOfQuotesBesideOneOfTradesIsJoinedByTime() throws IOException {
    write("X_trade.csv", TRADES);
    write("X_quote.csv", TWO);
    MarketData bars = CsvMarket.in(folder).tickers("X").data();
    assertThat(bars.close(0, 0)).isEqualTo(10_020_000);
    assertThat(bars.volume(0, 1)).isEqualTo(300);
    assertThat(bars.asks().open(0, 0)).isEqualTo(10_020_000);
    // The third bar has no quote of its own: the last one stands.
    assertThat(bars.bids().open(0, 2)).isEqualTo(9_900_000);
    assertThat(bars.asks().low(0, 2)).isEqualTo(9_980_000);
  }

  @Test
  void barsBeforeTheFirstQuoteAreNamed() throws IOException {
    write("X_trade.csv", TRADES);
    write("X_quote.csv", HEADER + TWO.lines().toList().getLast() + "\n");
    assertThatThrownBy(() -> CsvMarket.in(folder).tickers("X"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("X_trade.csv: holds 1 bars before the first quote in X_quote.csv");
    Bars repaired = CsvMarket.in(folder).repairing().tickers("X").data();
    assertThat(repaired.length()).isEqualTo(2);
    assertThat(repaired.asks().open(0, 0)).isEqualTo(10_040_000);
  }

  @Test
  void aFileForEachSideIsOne() throws IOException {
    String header = "timestamp,open,high,low,close\n";
    write(
        "X_bid.csv",
        header
            + "2012-02-01 00:00+00:00,1.50,1.52,1.49,1.51\n"
            + "2012-02-01 00:01+00:00,1.5,1.5,1.5,1.5\n");
    write(
        "X_ask.csv",
        header
            + "2012-02-01 00:00+00:00,1.51,1.53,1.50,1.52\n"
            + "2012-02-01 00:01+00:00,1.6,1.6,1.6,1.6\n");
    MarketData bars = CsvMarket.in(folder).withoutVolumeLimit().tickers("X").data();
    assertThat(bars.open(0, 0)).isEqualTo(1_505_000);
    assertThat(bars.bids().open(0, 0)).isEqualTo(1_500_000);
    assertThat(bars.asks().close(0, 1)).isEqualTo(1_600_000);
  }

  @Test
  void aBidAboveItsAskIsADefect() throws IOException {
    write("X.csv", TWO + "2014-06-05 09:32,10.00,10.10,9.90,10.05,3,10.02,10.12,9.94,10.04,5\n");
    BarFile file = BarFile.read(folder.resolve("X.csv"));
    assertThat(file.defects().getFirst())
        .isEqualTo(
            new Defect(
                Defect.Kind.CROSSED,
                "X.csv",
                4,
                "bid 10.05 above ask 10.04 at the close on 2014-06-05T13:32:00Z; a bid must be at"
                    + " most its ask"));
    assertThat(file.length()).isEqualTo(2);
  }

  @Test
  void eachSideIsCheckedByItself() throws IOException {
    write("X.csv", HEADER + "2014-06-05 09:30,10.00,10.10,9.90,10.00,3,10.02,10.01,9.94,10.00,5\n");
    BarFile file = BarFile.read(folder.resolve("X.csv"));
    assertThat(file.defects().getFirst().kind()).isEqualTo(Defect.Kind.OHLC);
    assertThat(file.defects().getFirst().message())
        .startsWith("ask open 10.02, high 10.01, low 9.94, close 10.0");
    Series series = file.repaired(Equity.adjusted("X"));
    assertThat(Objects.requireNonNull(series.quotes()).ask().high()[0]).isEqualTo(10.02);
  }

  @Test
  void quotesAreAdjustedAsPricesAre() throws IOException {
    write(
        "X.csv",
        """
        Date,Open,High,Low,Close,Adj Close,Volume,BidOpen,BidHigh,BidLow,BidClose,AskOpen,AskHigh,AskLow,AskClose
        2020-01-02,10,10,10,10,5,500,9.9,9.9,9.9,9.9,10.1,10.1,10.1,10.1
        2020-01-03,10,10,10,10,10,500,9.9,9.9,9.9,9.9,10.1,10.1,10.1,10.1
        """);
    MarketData bars = CsvMarket.in(folder).tickers("X").data();
    assertThat(bars.bids().open(0, 0)).isEqualTo(4_950_000);
    assertThat(bars.asks().open(0, 0)).isEqualTo(5_050_000);
    assertThat(bars.asks().open(0, 1)).isEqualTo(10_100_000);
  }

  @Test
  void leansQuotesOfOneDayNeedNoHeader() throws IOException {
    Path file = folder.resolve("20221213_quote.csv");
    Files.writeString(
        file,
        """
        0,17203.9,17207.5,17203.9,17207.5,1565,17204,17207.6,17204,17207.6,221
        60000,17207.5,17219.8,17207.5,17219.8,17934,17207.6,17219.9,17207.6,17219.9,511
        """);
    BarFile read =
        BarReader.standard().calendar(new AroundTheClock()).withoutVolumeLimit().read(file);
    assertThat(read.defects()).isEmpty();
    Series series = read.strict(Equity.adjusted("BTC"));
    assertThat(Objects.requireNonNull(series.quotes()).ask().open())
        .containsExactly(17204, 17207.6);
    assertThat(series.closeTimes()[0]).isEqualTo(1_670_889_660_000L);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void yearsOfRealQuotesAreRead() throws IOException {
    Path data = Path.of(System.getenv("TRADING_GYM_DATA"), "intraday");
    BarFile euro =
        BarReader.standard()
            .withoutVolumeLimit()
            .read(data.resolve("EURUSD_1h_oanda_bidask_2014_2017.csv.gz"));
    assertThat(euro.defects()).isEmpty();
    MarketData bars = ReplayMarket.of(List.of(euro.strict(Equity.adjusted("EURUSD"))), 6240).data();
    double spread = 0;
    for (int bar = 0; bar < bars.length(); bar++) {
      spread += (double) (bars.asks().open(0, bar) - bars.bids().open(0, bar)) / bars.length();
    }
    // About two hundredths of a cent.
    assertThat(spread * 1e-6).isBetween(0.0001, 0.0004);
    for (String share : new String[] {"aapl", "spy"}) {
      BarFile file =
          BarReader.standard().withoutVolumeLimit().read(data.resolve(share + "_1m_quote.csv.gz"));
      assertThat(file.defects()).noneMatch(defect -> defect.kind() == Defect.Kind.CROSSED);
    }
  }
}

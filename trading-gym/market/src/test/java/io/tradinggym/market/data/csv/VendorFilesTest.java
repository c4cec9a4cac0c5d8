package io.tradinggym.market.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.data.ReplayMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same three days as vendors export them. */
class VendorFilesTest {
  @TempDir private Path folder;

  private CsvMarket market(String text) throws IOException {
    Files.writeString(folder.resolve("TEST.csv"), text);
    return CsvMarket.in(folder);
  }

  private static void requireTheThreeDays(ReplayMarket market) {
    double[] closes = {1001.28, 999.40, 1003.50};
    long[] volumes = {2_100_000, 4_220_000, 3_530_000};
    assertThat(market.data().length()).isEqualTo(3);
    for (int bar = 0; bar < 3; bar++) {
      assertThat(market.data().close(0, bar) / 1e6).isCloseTo(closes[bar], within(1e-6));
      assertThat(market.data().volume(0, bar)).isEqualTo(volumes[bar]);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Nasdaq
        """
        Date,Close/Last,Volume,Open,High,Low
        01/04/2019,$1003.50,3530000,$999.73,$1004.91,$998.41
        01/03/2019,$999.40,4220000,$1000.75,$1001.13,$999.32
        01/02/2019,$1001.28,2100000,$1000.03,$1001.56,$999.73
        """,
        // Investing.com
        """
        "Date","Price","Open","High","Low","Vol.","Change %"
        "01/04/2019","1,003.50","999.73","1,004.91","998.41","3.53M","0.41%"
        "01/03/2019","999.40","1,000.75","1,001.13","999.32","4.22M","-0.19%"
        "01/02/2019","1,001.28","1,000.03","1,001.56","999.73","2,100K","0.10%"
        """,
        // its German edition, saved by a spreadsheet
        """
        Date;Price;Open;High;Low;Vol.
        04.01.2019;1.003,50;999,73;1.004,91;998,41;3,53M
        03.01.2019;999,40;1.000,75;1.001,13;999,32;4,22M
        02.01.2019;1.001,28;1.000,03;1.001,56;999,73;2,10M
        """,
        // the table of Yahoo's page
        """
        Date,Open,High,Low,Close,Adj Close,Volume
        "Jan 4, 2019",999.73,"1,004.91",998.41,"1,003.50","1,003.50","3,530,000"
        "Jan 3, 2019","1,000.75","1,001.13",999.32,999.40,999.40,"4,220,000"
        "Jan 2, 2019","1,000.03","1,001.56",999.73,"1,001.28","1,001.28","2,100,000"
        """,
        // the National Stock Exchange of India
        """
        Date,Open Price,High Price,Low Price,Close Price,Total Traded Quantity
        02-Jan-2019,1000.03,1001.56,999.73,1001.28,2100000
        03-Jan-2019,1000.75,1001.13,999.32,999.40,4220000
        04-Jan-2019,999.73,1004.91,998.41,1003.50,3530000
        """,
        // Polygon's files of days: nanoseconds
        """
        ticker,volume,open,close,high,low,window_start,transactions
        TEST,2100000,1000.03,1001.28,1001.56,999.73,1546405200000000000,100
        TEST,4220000,1000.75,999.40,1001.13,999.32,1546491600000000000,200
        TEST,3530000,999.73,1003.50,1004.91,998.41,1546578000000000000,300
        """
      })
  void areRead(String text) throws IOException {
    requireTheThreeDays(market(text).tickers("TEST"));
  }

  /** Without a header the usual order is a guess, which only a reader that repairs makes, and says. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // Binance
        """
        1546387200000,1000.03,1001.56,999.73,1001.28,2100000,1546473599999,2102688000,100,10,10000,0
        1546473600000,1000.75,1001.13,999.32,999.40,4220000,1546559999999,4217468000,200,20,20000,0
        1546560000000,999.73,1004.91,998.41,1003.50,3530000,1546646399999,3542355000,300,30,30000,0
        """,
        // Kraken: volumes and trades, no adjusted closes
        """
        1546387200,1000.03,1001.56,999.73,1001.28,2100000,100
        1546473600,1000.75,1001.13,999.32,999.40,4220000,200
        1546560000,999.73,1004.91,998.41,1003.50,3530000,300
        """
      })
  void withoutAHeaderAreRepaired(String text) throws IOException {
    CsvMarket market = market(text);
    assertThatThrownBy(() -> market.tickers("TEST"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("TEST.csv:1: bars begin without a line that names the columns");
    ReplayMarket repaired = market.repairing().tickers("TEST");
    requireTheThreeDays(repaired);
    assertThat(repaired.repairs()).singleElement().asString().contains("in the usual order");
  }

  /** Where no row can be read the file is not short: the first row says what is wrong. */
  @Test
  void aFileOfWhichNothingCanBeReadSaysWhy() throws IOException {
    CsvMarket market =
        market(
            """
            Date,Open,High,Low,Close,Volume
            2019-01-02,"110,123","110,500","110,000","110,200",1000
            2019-01-03,"110,200","110,600","110,100","110,300",2000
            """);
    assertThatThrownBy(() -> market.tickers("TEST"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("TEST.csv:2: open is \"110,123\"");
    assertThatThrownBy(() -> market.repairing().tickers("TEST"))
        .hasMessageStartingWith("TEST.csv has fewer than 2 bars; a market needs at least 2; ")
        .hasMessageContaining("110,123");
  }
}

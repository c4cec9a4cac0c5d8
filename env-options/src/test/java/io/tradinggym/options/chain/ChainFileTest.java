package io.tradinggym.options.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.options.pricing.OptionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainFileTest {
  private static final String OPTIONLAB = "Type,Strike,Bid,Ask,Expiration\n";
  private static final String YAHOO =
      "contractSymbol,lastTradeDate,strike,lastPrice,bid,ask,volume,openInterest,impliedVolatility,type,expiration\n";
  private static final LocalDate MONDAY = LocalDate.of(2025, 9, 15);

  @TempDir private Path folder = Path.of("");

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private ChainFile optionLab(String rows) throws IOException {
    return ChainFile.of(write("XYZ_20250915.csv", OPTIONLAB + rows));
  }

  @Test
  void readsTheLayoutOfOptionLabAtTheCloseOfTheDateInItsName() throws IOException {
    RecordedChain chain =
        optionLab(
                """
                put,100.0,2.5,2.7,2025-09-19
                call,95,7.1,7.3,2025-09-19
                call,100,3,3.2,2025-09-19
                """)
            .read();
    assertThat(chain.time()).isEqualTo(Instant.parse("2025-09-15T20:00:00Z"));
    assertThat(chain.size()).isEqualTo(3);
    assertThat(chain.strike(0)).as("sorted").isEqualTo(95);
    assertThat(chain.type(1)).as("call before put").isEqualTo(OptionType.CALL);
    assertThat(chain.type(2)).isEqualTo(OptionType.PUT);
    assertThat(chain.mid(2)).isEqualTo(2.6);
    assertThat(chain.years(0)).isEqualTo(4 / 365.0);
    assertThat(chain.volume(0)).as("not in this layout").isNaN();
  }

  @Test
  void readsTheLayoutOfYahooAtTheMomentOfTheLatestTrade() throws IOException {
    Path file =
        write(
            "chain.csv",
            YAHOO
                + "A,2025-09-15 15:00:00+00:00,100,3.1,3,3.2,nan,12,1e-5,c,2025-09-19\n"
                + "B,2025-09-12 15:00:00+00:00,105,1.1,1,1.2,7,,0.25,c,2025-09-19\n");
    RecordedChain chain = ChainFile.of(file).read();
    assertThat(chain.time()).isEqualTo(Instant.parse("2025-09-15T15:00:00Z"));
    assertThat(chain.volume(0)).as("no trade today").isZero();
    assertThat(chain.openInterest(1)).isZero();
    assertThat(chain.impliedVolatility(0)).as("nearly nothing is no volatility").isNaN();
    assertThat(chain.impliedVolatility(1)).isEqualTo(.25);
    RecordedChain fresh = ChainFile.of(file).excludingOlderThan(Duration.ofDays(2)).read();
    assertThat(fresh.report()).hasToString("2 contracts, 1 left out: 1 stale");
  }

  @Test
  void readsLeansUniverseWithTheUnderlyingAndClosesForPrices() throws IOException {
    RecordedChain chain =
        ChainFile.of(
                write(
                    "universe_20250915.csv",
                    """
                    #expiry,strike,right,open,high,low,close,volume,open_interest,implied_volatility
                    ,,,99,101,98,100.5,12345,,
                    20250920,100,C,3,4,2,3.5,10,20,0.2
                    """))
            .read();
    assertThat(chain.underlying()).isEqualTo(100.5);
    assertThat(chain.hasQuotes()).isFalse();
    assertThat(chain.mid(0)).isEqualTo(3.5);
    assertThat(chain.bid(0)).isNaN();
    assertThat(chain.years(0)).as("an expiry on a Saturday ends on Friday").isEqualTo(4 / 365.0);
  }

  @Test
  void takesTheLastMinuteOfEachContract() throws IOException {
    RecordedChain chain =
        ChainFile.of(
                write(
                    "minutes.csv",
                    """
                    underlying,right,strike,expiry,day,time,bid_open,bid_close,bid_size,ask_open,ask_close,ask_size
                    x,call,100,20250919,20250915,34200000,1,20000,1,1,21000,1
                    x,call,100,20250919,20250915,34260000,1,22000,1,1,23000,1
                    """))
            .read();
    assertThat(chain.size()).isEqualTo(1);
    assertThat(chain.bid(0)).isEqualTo(2.2);
    assertThat(chain.time()).isEqualTo(Instant.parse("2025-09-15T13:32:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          call,100,3.2,3.1,2025-09-19  | :3: 2025-09-19 C 100 is crossed: bid 3.2 above ask 3.1; a bid is at most the ask
          call,100,3,0,2025-09-19      | :3: 2025-09-19 C 100 is without an offer: bid 3.0, ask 0.0; a quote needs
          call,100,,3,2025-09-19       | :3: 2025-09-19 C 100 is without an offer: bid NaN, ask 3.0; a quote needs
          call,100,3,3.1,2025-09-12    | :3: 2025-09-12 C 100 is expired: expiry 2025-09-12 is over
          call,100,3,3.1,2025-09-15    | :3: 2025-09-15 C 100 is expired
          call,95,3,3.1,2025-09-19     | :3: 2025-09-19 C 95 is duplicate: expiry, type and strike stand in line 2 already
          call,100,-3,3.1,2025-09-19   | :3: 2025-09-19 C 100 is negative: bid -3.0; it must be >= 0
          call,100,x,3.1,2025-09-19    | :3: bid must be a number, was "x"
          call,1e999,3,3.1,2025-09-19  | :3: strike must be a finite number, was "1e999"
          call,0,3,3.1,2025-09-19      | :3: strike must be a number > 0, was "0"
          call,100,3,3.1,19.9.2025     | :3: expiration must be a date such as 2025-09-19 or 20250919, was "19.9.2025"
          calls,100,3,3.1,2025-09-19   | :3: type must be call or put, or c or p, was "calls"
          """)
  void aBrokenQuoteIsRefusedWithOneMessageOrLeftOutAndCounted(String row, String message)
      throws IOException {
    ChainFile file = optionLab("call,95,7.1,7.3,2025-09-19\n" + row);
    assertThatThrownBy(file::read)
        .isInstanceOf(BadChainException.class)
        .hasMessageContaining("XYZ_20250915.csv" + message);
    RecordedChain chain = file.excludingBroken().read();
    assertThat(chain.size()).isEqualTo(1);
    assertThat(chain.report().left()).isEqualTo(1);
  }

  @Test
  void lockedAndBidlessQuotesStayUnlessAskedAway() throws IOException {
    ChainFile file = optionLab("call,95,7.1,7.1,2025-09-19\ncall,200,0,0.01,2025-09-19");
    assertThat(file.read().size()).isEqualTo(2);
    assertThat(file.excludingBroken().read().size()).isEqualTo(2);
    assertThat(file.excluding(QuoteDefect.LOCKED).read().strike(0)).isEqualTo(200);
    assertThat(file.excluding(QuoteDefect.ZERO_BID).read().strike(0)).isEqualTo(95);
  }

  @Test
  void saysWhatIsWrongWithTheFileAsAWhole() throws IOException {
    assertThatThrownBy(() -> ChainFile.of(folder.resolve("none.csv")).read())
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> ChainFile.of(write("empty.csv", "")).read())
        .hasMessage("empty.csv is empty; it should begin with a line of column names");
    assertThatThrownBy(() -> ChainFile.of(write("bars.csv", "date,open,close\n")).read())
        .hasMessageContaining("bars.csv:1: no known layout", "date,open,close");
    Path undated = write("chain.csv", OPTIONLAB + "call,95,7.1,7.3,2025-09-19\n");
    assertThatThrownBy(() -> ChainFile.of(undated).read())
        .hasMessageContaining("no date of the quotes");
    assertThat(ChainFile.of(undated).on(MONDAY).read().date()).isEqualTo(MONDAY);
    assertThatThrownBy(() -> optionLab("").excludingBroken().read())
        .hasMessageContaining("no usable contract");
  }
}

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
import java.util.List;
import java.util.stream.Collectors;
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

  /** After a half day's close five contracts get one more quote each: they are no board. */
  @Test
  void theStubAfterTheCloseIsNoBoard() throws IOException {
    StringBuilder rows =
        new StringBuilder(
            """
            underlying,right,strike,expiry,day,time,bid_close,ask_close
            x,call,95,20250919,20250912,57540000,90000,91000
            """);
    for (int minute = 0; minute < 4; minute++) {
      for (int strike = 90; strike <= 110; strike++) {
        // the contract at 110 is not quoted in the last minute
        if (strike < 110 || minute < 3) {
          rows.append(
              "x,call,%d,20250919,20250915,%d,%d,%d%n"
                  .formatted(
                      strike, 57_420_000 + 60_000 * minute, 20_000 + minute, 21_000 + minute));
        }
      }
    }
    for (int strike = 90; strike <= 92; strike++) {
      rows.append("x,call,%d,20250919,20250915,57660000,100,900000%n".formatted(strike));
    }
    ChainFile file = ChainFile.of(write("minutes.csv", rows.toString()));
    RecordedChain chain = file.read();
    assertThat(chain.time()).isEqualTo(Instant.parse("2025-09-15T20:01:00Z"));
    assertThat(chain.size()).isEqualTo(21);
    assertThat(chain.bid(0)).isEqualTo(2.0003);
    assertThat(chain.bid(20)).as("its last quote before").isEqualTo(2.0002);
    assertThat(file.on(LocalDate.of(2025, 9, 12)).read().size()).isEqualTo(1);
    assertThatThrownBy(() -> file.on(LocalDate.of(2025, 9, 11)).read())
        .hasMessageContaining("no quotes of 2025-09-11; the file has those from 2025-09-12 to");
    assertThatThrownBy(
            () ->
                ChainFile.of(
                        write(
                            "m.csv",
                            """
                            underlying,right,strike,expiry,day,time,bid_close,ask_close
                            x,call,95,20250919,20250912,,90000,91000
                            """))
                    .read())
        .hasMessageContaining("m.csv:2: time must be milliseconds of a day, was \"\"");
  }

  @Test
  void readsLeansQuotesOfDays() throws IOException {
    ChainFile file =
        ChainFile.of(
            write(
                "days.csv",
                """
                underlying,right,strike,expiry,time,bid_open,bid_close,bid_size,ask_open,ask_close,ask_size
                x,call,100,20250919,20250912 00:00,1,18000,1,1,19000,1
                x,call,100,20250919,20250915 00:00,1,20000,1,1,21000,1
                x,put,100,20250919,20250915 00:00,1,22000,1,1,23000,1
                """));
    RecordedChain chain = file.read();
    assertThat(chain.time()).isEqualTo(Instant.parse("2025-09-15T20:00:00Z"));
    assertThat(chain.size()).isEqualTo(2);
    assertThat(chain.ask(1)).isEqualTo(2.3);
    assertThat(file.on(LocalDate.of(2025, 9, 12)).read().bid(0)).isEqualTo(1.8);
  }

  private static final String IDENTIFIED =
      "contractSymbol,lastTradeDate,strike,lastPrice,bid,ask,contractSize,currency,type,expiration\n";

  private static String row(String symbol, double strike, double bid, String rest) {
    return symbol
        + ",2025-09-15 19:59:00+00:00,"
        + strike
        + ","
        + bid
        + ","
        + bid
        + ","
        + (bid + .1)
        + ","
        + rest
        + ",c,2025-09-19\n";
  }

  /** After a split or merger the old contracts go on under a root of their own, at the same strikes. */
  @Test
  void adjustedContractsAreNotTheChains() throws IOException {
    String adjusted = row("SPY1250919C00100000", 100, 30, "REGULAR,USD");
    String standard =
        row("SPY250919C00100000", 100, 3, "REGULAR,USD")
            + row("SPY250919C00101000", 101, 2, "REGULAR,USD");
    ChainFile file = ChainFile.of(write("spy.csv", IDENTIFIED + adjusted + standard));
    assertThatThrownBy(file::read)
        .hasMessageContaining(
            "spy.csv:2: 2025-09-19 C 100 is of another root: root SPY1 among SPY");
    RecordedChain chain = file.excludingBroken().read();
    assertThat(chain.root()).isEqualTo("SPY");
    assertThat(chain.bid(0)).isEqualTo(3);
    assertThat(chain.report()).hasToString("3 contracts, 1 left out: 1 of another root");
    RecordedChain last =
        ChainFile.of(write("last.csv", IDENTIFIED + standard + adjusted)).excludingBroken().read();
    assertThat(last.report()).hasToString("3 contracts, 1 left out: 1 of another root");
    String more = adjusted + adjusted.replace("SPY1", "QQQ").replace(",100.0,", ",99.0,");
    assertThat(
            ChainFile.of(write("two.csv", IDENTIFIED + standard + more))
                .excludingBroken()
                .read()
                .report()
                .left())
        .as("another underlying too")
        .isEqualTo(2);
    assertThat(ChainFile.of(write("only.csv", IDENTIFIED + adjusted)).read().root())
        .isEqualTo("SPY1");
    String weekly = standard + row("SPYW250919C00102000", 102, 1, "REGULAR,USD");
    assertThat(ChainFile.of(write("weekly.csv", IDENTIFIED + weekly)).read().size())
        .as("weekly options are the chain's own")
        .isEqualTo(3);
  }

  @Test
  void aMiniStandsForTenShares() throws IOException {
    String minis =
        row("SPY250919C00100000", 100, 3, "MINI,USD")
            + row("SPY250919C00101000", 101, 2, "MINI,USD");
    RecordedChain chain = ChainFile.of(write("mini.csv", IDENTIFIED + minis)).read();
    assertThat(chain.contractSize()).isEqualTo(10);
    String mixed = minis + row("SPY250919C00100000", 100, 4, "REGULAR,USD");
    ChainFile file = ChainFile.of(write("mixed.csv", IDENTIFIED + mixed));
    assertThatThrownBy(file::read).hasMessageContaining("a contract of 100 among those of 10");
    assertThat(file.excludingBroken().read().report())
        .hasToString("3 contracts, 1 left out: 1 of another size");
    assertThat(
            ChainFile.of(write("n.csv", IDENTIFIED + row("X250919C00100000", 100, 3, "1000,USD")))
                .read()
                .contractSize())
        .isEqualTo(1000);
    assertThatThrownBy(
            () ->
                ChainFile.of(
                        write("n.csv", IDENTIFIED + row("X250919C00100000", 100, 3, "BIG,USD")))
                    .read())
        .hasMessageContaining("contractsize must be");
  }

  @Test
  void aChainHasOneCurrency() throws IOException {
    String euros = row("X250919C00100000", 100, 3, "REGULAR,EUR");
    assertThat(ChainFile.of(write("eur.csv", IDENTIFIED + euros)).read().currency())
        .isEqualTo("EUR");
    String both =
        euros
            + row("X250919C00101000", 101, 3, "REGULAR,USD")
            + euros.replace("100.0,", "102.0,").replace("C00100", "C00102");
    assertThatThrownBy(() -> ChainFile.of(write("two.csv", IDENTIFIED + both)).read())
        .hasMessageContaining("is quoted in USD, the others in EUR");
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
          call,100,x,3.1,2025-09-19    | :3: bid must be a finite number, was "x"
          call,1e999,3,3.1,2025-09-19  | :3: strike must be a finite number, was "1e999"
          call,0,3,3.1,2025-09-19      | :3: strike must be a number > 0 and at most 1.0E7, was "0"
          call,100,3,3.1,19.9.2025     | :3: expiration must be a date such as 2025-09-19 or 20250919, was "19.9.2025"
          call,100,3d,3.1,2025-09-19   | :3: bid must be a finite number, was "3d"
          call,0x64,3,3.1,2025-09-19   | :3: strike must be a finite number, was "0x64"
          call,100,3,1e300,2025-09-19  | :3: ask must be a price of at most 1.0E7, was "1e300"
          call,1e12,3,3.1,2025-09-19   | :3: strike must be a number > 0 and at most 1.0E7, was "1e12"
          call,100,3,3.1,+99999-09-19  | :3: expiration must be a date from 1970 to 2199, was "+99999-09-19"
          call,100,3,3.1               | :3: 4 cells, 5 expected; expiration is missing
          call,100,3,3.1,2025-09-19,7  | :3: 6 cells, 5 expected
          1,100,3,3.1,2025-09-19       | :3: type must be call or put, or c or p, was "1"
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

  @Test
  void cellsThatContradictTheSymbolAreRefused() throws IOException {
    String right = row("X250919C00100000", 100, 3, "REGULAR,USD");
    assertThat(ChainFile.of(write("right.csv", IDENTIFIED + right)).read().size()).isEqualTo(1);
    for (String symbol :
        new String[] {"X250919P00100000", "X250919C00010000", "X250926C00100000"}) {
      String wrong = right.replace("X250919C00100000", symbol);
      assertThatThrownBy(() -> ChainFile.of(write("wrong.csv", IDENTIFIED + wrong)).read())
          .hasMessageContaining("must be what " + symbol + " says");
    }
  }

  /** Strikes in steps of 5 around 100, calls and puts by parity. */
  private static String board(double strikes, double prices, String call, String put) {
    StringBuilder rows = new StringBuilder();
    for (int strike = 80; strike <= 120; strike += 5) {
      double time = 4 * Math.exp(-Math.abs(strike - 100) / 10.0);
      double asCall = (Math.max(0, 100 - strike) + time) * prices;
      double asPut = (Math.max(0, strike - 100) + time) * prices;
      rows.append(call + "," + strike * strikes + "," + asCall * .99 + "," + asCall * 1.01)
          .append(",2025-09-26\n")
          .append(put + "," + strike * strikes + "," + asPut * .99 + "," + asPut * 1.01)
          .append(",2025-09-26\n");
    }
    return rows.toString();
  }

  @Test
  void aBoardInOtherUnitsOrWithCallsForPutsIsRefused() throws IOException {
    assertThat(optionLab(board(1, 1, "call", "put")).read().size()).isEqualTo(18);
    assertThatThrownBy(() -> optionLab(board(1, 1, "put", "call")).excludingBroken().read())
        .hasMessageContaining("calls and puts seem to be exchanged");
    assertThatThrownBy(() -> optionLab(board(1000, 1, "call", "put")).excludingBroken().read())
        .hasMessageContaining("strikes or prices seem to be in other units");
    assertThatThrownBy(() -> optionLab(board(1, 100, "call", "put")).excludingBroken().read())
        .hasMessageContaining("falls by 100");
  }

  /** Of a 4:1 split: strikes and prices before it are four times those after. Calls alone say so too. */
  @Test
  void contractsFromBeforeASplitAmongThoseAfterAreRefused() throws IOException {
    String mixed = board(1, 1, "call", "put") + board(0.25, 0.25, "call", "put");
    String calls =
        mixed.lines().filter(row -> row.startsWith("call")).collect(Collectors.joining("\n"));
    for (String rows : List.of(mixed, calls)) {
      assertThatThrownBy(() -> optionLab(rows).excludingBroken().read())
          .hasMessageContaining(
              "pairs of contracts contradict each other; the first: the 2025-09-26 CALL 20.0")
          .hasMessageContaining("two boards");
    }
  }

  /** A call of 95 that nobody updated is offered below the bid of 120: one stale quote, not another board. */
  @Test
  void oneStaleQuoteIsNoSecondBoard() throws IOException {
    String rows = board(1, 1, "call", "put") + "call,97,0.01,0.02,2025-09-26\n";
    assertThat(optionLab(rows).excludingBroken().read().size()).isEqualTo(19);
  }

  @Test
  void thePriceOfTheUnderlyingIsNoRoot() throws IOException {
    String rows = "call,95,7.1,7.3,2025-09-19,101.25\ncall,100,3,3.2,2025-09-19,101.26\n";
    RecordedChain chain =
        ChainFile.of(write("u_20250915.csv", OPTIONLAB.strip() + ",Underlying\n" + rows)).read();
    assertThat(chain.size()).isEqualTo(2);
    assertThat(chain.root()).isEmpty();
    assertThat(chain.underlying()).isEqualTo(101.26);
  }

  @Test
  void expiriesWithATimeQuotedCellsAndSemicolonsAreRead() throws IOException {
    String plain = "Calls,100,3,3.2,2025-09-19\n";
    for (String day :
        new String[] {"2025-09-19 16:00:00", "2025-09-19T20:00:00Z", "2025/09/19", "1758240000"}) {
      RecordedChain chain = optionLab(plain.replace("2025-09-19", day)).read();
      assertThat(chain.expiryDay(0)).as(day).isEqualTo(LocalDate.of(2025, 9, 19).toEpochDay());
    }
    assertThat(optionLab(plain.replaceAll("[^,\n]+", "\"$0\"")).read().size()).isEqualTo(1);
    String semicolons = (OPTIONLAB + plain).replace(',', ';');
    assertThat(ChainFile.of(write("s_20250915.csv", semicolons)).read().size()).isEqualTo(1);
  }

  @Test
  void nothingUsableSaysWhy() {
    assertThatThrownBy(() -> optionLab("1,100,3,3.1,2025-09-19\n").excludingBroken().read())
        .hasMessageContaining("1 unreadable; the first: ")
        .hasMessageContaining("type must be call or put, or c or p, was \"1\"");
    assertThatThrownBy(() -> optionLab("call,100,3,2,2025-09-19\n").excludingBroken().read())
        .hasMessageContaining("the first: ")
        .hasMessageContaining("bid 3.0 above ask 2.0");
  }

  @Test
  void aNameAndALastTradeOfDifferentYearsAreRefusedWithoutADate() throws IOException {
    Path file =
        write("x_20260915.csv", IDENTIFIED + row("X250919C00100000", 100, 3, "REGULAR,USD"));
    assertThatThrownBy(() -> ChainFile.of(file).read())
        .hasMessageContaining("the last trade was on 2025-09-15, the name says 2026-09-15");
    assertThat(ChainFile.of(file).on(MONDAY).read().size()).isEqualTo(1);
  }
}

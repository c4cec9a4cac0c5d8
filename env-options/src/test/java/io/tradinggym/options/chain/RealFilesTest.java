package io.tradinggym.options.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chains as exchanges and vendors wrote them. */
@EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
class RealFilesTest {
  private static final String SPY = "SPY_chain_yahoo_20250826.csv.gz";
  private static final String MSFT = "MSFT_chain_20211122.csv";

  private static ChainFile file(String name) {
    return ChainFile.of(
        Path.of(String.valueOf(System.getenv("TRADING_GYM_DATA")), "options", name));
  }

  @ParameterizedTest
  @CsvSource({
    SPY + ", YAHOO, 5288",
    MSFT + ", OPTIONLAB, 1995",
    "lean_universe_aapl_20140609.csv.gz, LEAN_UNIVERSE, 4360",
    "lean_universe_goog_20151223.csv.gz, LEAN_UNIVERSE, 2192",
    "lean_universe_spy_20231228.csv, LEAN_UNIVERSE, 22",
    "GOOG_1m_quotes_20151224_near_atm.csv.gz, LEAN_MINUTE, 158"
  })
  void everyLayoutIsRecognisedAndNoRowIsLost(String name, ChainLayout layout, int rows)
      throws IOException {
    RecordedChain chain = file(name).excludingBroken().read();
    assertThat(chain.report().layout()).isEqualTo(layout);
    assertThat(chain.report().rows()).isEqualTo(rows);
    assertThat(chain.size() + chain.report().left()).isEqualTo(rows);
  }

  @Test
  void aSnapshotAfterTheCloseHasExpiredOptions() throws IOException {
    assertThatThrownBy(() -> file(SPY).read())
        .isInstanceOf(BadChainException.class)
        .hasMessage(
            SPY
                + ":2: 2025-08-26 C 540 is expired: expiry 2025-08-26 is over; quotes are of"
                + " 2025-08-26T20:15:00Z");
    RecordedChain chain = file(SPY).excludingBroken().read();
    assertThat(chain.time()).isEqualTo(Instant.parse("2025-08-26T20:15:00Z"));
    assertThat(chain.report().excluded())
        .isEqualTo(Map.of(QuoteDefect.EXPIRED, 183, QuoteDefect.MISSING_SIDE, 15));
    RecordedChain fresh = file(SPY).excludingBroken().excludingOlderThan(Duration.ofDays(2)).read();
    assertThat(fresh.report().excluded()).containsKey(QuoteDefect.STALE);
    assertThat(fresh.size()).isLessThan(chain.size());
  }

  @Test
  void parityFindsTheSpotThatTheFileDoesNotHave() throws IOException {
    // SPY closed at 645.16; fifteen minutes later its options were quoted around 645.7.
    ImpliedForwards spy = ImpliedForwards.of(file(SPY).excludingBroken().read());
    assertThat(spy.spot()).isCloseTo(645.7, within(.1));
    assertThat(spy.expiries()).hasSize(23);
    // MSFT traded between 339.55 and 349.67 on the day.
    ImpliedForwards msft = ImpliedForwards.of(file(MSFT).read());
    assertThat(msft.spot()).isBetween(339.55, 349.67);
    assertThat(msft.expiries().getFirst().deviation()).isLessThan(.1);
  }

  @Test
  void parityDisagreesWithAnUnderlyingOfAnotherMoment() throws IOException {
    // AAPL closed at 93.70 on the day; the file's row of the underlying says 92.72.
    RecordedChain chain = file("lean_universe_aapl_20140609.csv.gz").read();
    assertThat(chain.underlying()).isEqualTo(92.72);
    assertThat(ImpliedForwards.of(chain).spot()).isCloseTo(93.70, within(.05));
  }

  @Test
  void whatAnAmericanChainSaysAboutDividendsIsPlausible() throws IOException {
    ImpliedForwards spy = ImpliedForwards.of(file(SPY).excludingBroken().read(), 0.041);
    ImpliedForward year = spy.at((int) LocalDate.of(2026, 9, 18).toEpochDay()).orElseThrow();
    assertThat(spy.dividendYield(year)).isCloseTo(.012, within(.003));
  }
}

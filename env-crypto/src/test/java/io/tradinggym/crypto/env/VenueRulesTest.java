package io.tradinggym.crypto.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.crypto.market.Coin;
import io.tradinggym.crypto.venue.Venue;
import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.InversePerpetual;
import io.tradinggym.trading.TradingInfo;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Perpetuals are traded by the rules of a venue and a day: its fees, its margins, its least order. */
class VenueRulesTest {
  private static final double CENT = 0.01;

  private static Options options() {
    return Hours.options(CryptoOptions.PERPETUALS, Hours.market(Hours.perpetual(i -> Hours.PRICE)))
        .set(CryptoOptions.ACTIONS, ActionMode.WEIGHT);
  }

  private static Environment make(Options options) {
    return Gym.make(CryptoPerpEnvironment.ID, all -> options);
  }

  @ParameterizedTest
  @CsvSource({"BINANCE, VIP0, 5", "BINANCE, VIP9, 1.7", "BYBIT, VIP0, 5.5", "OKX, Lv1, 5"})
  void feesAreThoseOfTheClass(Venue venue, String tier, double basisPoints) {
    Options options =
        options()
            .set(CryptoOptions.VENUE, venue)
            .set(CryptoOptions.FEE_TIER, tier)
            .set(CryptoOptions.TAKER, 0.01);
    try (Environment env = make(options)) {
      env.reset(1);
      env.step(new float[] {0.5f});
      assertThat(env.last().info(TradingInfo.FEES))
          .isCloseTo(50_000 * basisPoints / 1e4, within(CENT));
    }
  }

  /** 50 USDT at Binance; what is less is left undone and told, closing is not. */
  @Test
  void ordersBelowTheLeastAreRefusedAndTold() {
    Options options = options().set(CryptoOptions.CASH, 1_000.0).set(CryptoOptions.BAND, 0.0);
    Options cheap =
        options.set(
            CryptoOptions.PERPETUALS, Hours.market(Hours.of(Coin.ETH.perpetual(), i -> 1_000)));
    try (Environment env = make(cheap)) {
      env.reset(1);
      env.step(new float[] {0.049f});
      assertThat(env.last().info(TradingInfo.REFUSED)).isEqualTo(1);
      assertThat(env.last().info(TradingInfo.position(0))).isZero();
      env.step(new float[] {0.0501f});
      assertThat(env.last().info(TradingInfo.REFUSED)).isZero();
      assertThat(env.last().info(TradingInfo.position(0))).isEqualTo(0.05);
      env.step(new float[] {0.09f});
      assertThat(env.last().info(TradingInfo.REFUSED)).as("40 more").isEqualTo(1);
      assertThat(env.last().info(TradingInfo.position(0))).isEqualTo(0.05);
      env.step(new float[] {0});
      assertThat(env.last().info(TradingInfo.position(0))).as("closed at any size").isZero();
    }
  }

  /** Worth 10,000,000: Binance lends 50 times as much, Deribit's rate grows by each of the 200 coins. */
  @ParameterizedTest
  @CsvSource({"BINANCE, 50", "DERIBIT, 33"})
  void leverageIsMaskedByTheVenuesOwnTable(Venue venue, int most) {
    for (int leverage : new int[] {most, most + 1}) {
      Options options =
          options()
              .set(CryptoOptions.ACTIONS, ActionMode.LEVELS)
              .set(CryptoOptions.LEVELS, 3)
              .set(CryptoOptions.VENUE, venue)
              .set(CryptoOptions.CASH, 10_000_000.0 / leverage)
              .set(CryptoOptions.LEVERAGE, (double) leverage);
      try (Environment env = make(options)) {
        assertThat(env.reset(1).mask()[2]).as("%d times", leverage).isEqualTo(leverage == most);
      }
    }
  }

  @Test
  void instrumentsOfAnotherKindAreRefused() {
    Options spot =
        options().set(CryptoOptions.PERPETUALS, Hours.market(Hours.spot(i -> Hours.PRICE)));
    assertThatThrownBy(() -> make(spot).close())
        .hasMessageContaining("CryptoPerp-v1 trades a linear perpetual, was given SpotPair");
    InversePerpetual inverse =
        new InversePerpetual(
            "BTCUSD", new Currency("BTC"), new Currency("USD"), Money.UNITS / 10, Money.of("100"));
    Options coins =
        options().set(CryptoOptions.PERPETUALS, Hours.market(Hours.of(inverse, i -> Hours.PRICE)));
    assertThatThrownBy(() -> make(coins).close()).hasMessageContaining("was given InversePerp");
    Options perpetual =
        Hours.options(CryptoOptions.SPOT, Hours.market(Hours.perpetual(i -> Hours.PRICE)));
    assertThatThrownBy(() -> Gym.make(CryptoSpotEnvironment.ID, all -> perpetual).close())
        .hasMessageContaining("CryptoSpot-v1 trades a spot pair, was given Perpetual");
  }

  @Test
  void rulesThatAreStaleOrUnknownAreRefused() {
    assertThatThrownBy(
            () -> make(options().set(CryptoOptions.RULES_OF, LocalDate.of(2027, 6, 1))).close())
        .hasMessageContaining("BINANCE BTCUSDT at 2027-06-01T00:00:00Z: stale rules")
        .hasMessageContaining("2024-10-31");
    Options early =
        options()
            .set(CryptoOptions.VENUE, Venue.BYBIT)
            .set(CryptoOptions.RULES_OF, LocalDate.of(2020, 1, 1));
    assertThatThrownBy(() -> make(early).close())
        .hasMessageContaining("BYBIT BTCUSDT has no rule \"fees\" at 2020-01-01");
    assertThatThrownBy(() -> make(options().set(CryptoOptions.FEE_TIER, "VIP10")).close())
        .hasMessageContaining("no fee tier VIP10; there are [VIP0");
    assertThatThrownBy(() -> make(options().set(CryptoOptions.CASH, 49.0)).close())
        .hasMessageContaining("option cash must be enough for an order of 50.0, was 49.0");
    assertThatThrownBy(() -> CryptoOptions.RULES_OF.parse("today"))
        .hasMessageContaining("\"today\"")
        .hasMessageContaining("2026-01-01");
  }
}

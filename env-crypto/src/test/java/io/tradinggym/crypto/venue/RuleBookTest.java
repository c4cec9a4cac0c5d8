package io.tradinggym.crypto.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.crypto.margin.MarginTiers;
import io.tradinggym.crypto.margin.Tables;
import io.tradinggym.market.Money;
import io.tradinggym.market.cost.Percent;
import io.tradinggym.market.instrument.InversePerpetual;
import io.tradinggym.market.instrument.Perpetual;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleBookTest {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration ANY = Duration.ofDays(36_500);
  private static final Instant IN_2026 = Instant.parse("2026-03-01T00:00:00Z");

  private static ContractRules btc(Instant time) {
    return RuleBook.of(Venue.BINANCE).at("BTCUSDT", time, ANY).orThrow();
  }

  @ParameterizedTest
  @EnumSource(Venue.class)
  void shouldHaveRulesOfEveryContractOfEveryVenue(Venue venue) {
    RuleBook book = RuleBook.of(venue);
    assertThat(book.symbols()).isNotEmpty();
    for (String symbol : book.symbols()) {
      ContractRules rules = book.at(symbol, IN_2026, ANY).orThrow();
      assertThat(rules.instrument().symbol()).isEqualTo(symbol);
      assertThat(rules.sources()).hasSize(6);
    }
  }

  @Test
  void shouldHoldBinancesTableAndFilters() {
    ContractRules rules = btc(IN_2026);
    assertThat(((MarginTiers) rules.margin()).tiers()).isEqualTo(Tables.BTC_2024.tiers());
    Perpetual instrument = (Perpetual) rules.instrument();
    assertThat(instrument.tickSize()).isEqualTo(Money.of("0.1"));
    assertThat(instrument.lotsPerBase()).isEqualTo(1_000);
    assertThat(rules.filters().notional()).isEqualTo(Money.of("50"));
    assertThat(rules.filters().withinBand(525_000, 500_000)).isTrue();
    assertThat(rules.filters().withinBand(525_001, 500_000)).isFalse();
    assertThat(rules.filters().venueRules().slots()).isEqualTo(200);
    assertThat(rules.liquidation().fee()).isEqualTo(12_500);
  }

  @ParameterizedTest
  @CsvSource({
    "VIP0, 200, 500", "VIP1, 160, 400", "VIP2, 140, 350", "VIP3, 120, 320", "VIP4, 100, 300",
    "VIP5, 80, 270", "VIP6, 60, 250", "VIP7, 40, 220", "VIP8, 20, 200", "VIP9, 0, 170"
  })
  void shouldChargeByClass(String tier, long maker, long taker) {
    assertThat(btc(IN_2026).fees().of(tier)).isEqualTo(new Percent(maker, taker));
  }

  @Test
  void shouldGiveTheDiscountAndNameTheClasses() {
    assertThat(btc(IN_2026).fees().discounted("VIP0")).isEqualTo(new Percent(180, 450));
    assertThatThrownBy(() -> btc(IN_2026).fees().of("VIP10"))
        .hasMessageContaining("VIP10")
        .hasMessageContaining("VIP9");
  }

  @Test
  void shouldChangeFundingAndMarkOnTheMinute() {
    Instant change = Instant.parse("2025-09-18T08:01:00Z");
    ContractRules before = btc(change.minusMillis(1));
    ContractRules after = btc(change);
    assertThat(before.mark().basisSeconds()).isEqualTo(60);
    assertThat(after.mark().basisSeconds()).isEqualTo(30);
    assertThat(before.funding()).isNotEqualTo(after.funding());
    assertThat(after.funding().formula().rate(0.001)).isCloseTo(0.0005, within(1e-15));
    assertThat(after.funding().continuous()).isFalse();
  }

  @Test
  void shouldTakeTheTableOfItsTime() {
    MarginTiers old = (MarginTiers) btc(Instant.parse("2021-06-01T00:00:00Z")).margin();
    assertThat(old.tiers()).hasSize(6);
    assertThat(old.tiers().get(3).deduction()).isEqualTo(Money.of("16300"));
  }

  @ParameterizedTest
  @CsvSource({
    "BINANCE, BTCUSD_PERP, 100",
    "BYBIT, BTCUSD, 1",
    "DERIBIT, BTC-PERPETUAL, 10",
    "OKX, BTC-USD-SWAP, 100"
  })
  void shouldSettleInverseContractsInTheCoin(Venue venue, String symbol, String dollars) {
    ContractRules rules = RuleBook.of(venue).at(symbol, IN_2026, ANY).orThrow();
    assertThat(((InversePerpetual) rules.instrument()).contractValue())
        .isEqualTo(Money.of(dollars));
    assertThat(rules.instrument()).isInstanceOf(InversePerpetual.class);
    assertThat(rules.instrument().currency().code()).isEqualTo("BTC");
    assertThat(rules.unverified()).isNotEmpty();
  }

  @Test
  void shouldSettleAllTheTimeOnDeribit() {
    RuleLookup found = RuleBook.find("deribit", "BTC_USDC-PERPETUAL", IN_2026, YEAR);
    assertThat(found).isInstanceOf(RuleLookup.Found.class);
    assertThat(found.orThrow().funding().continuous()).isTrue();
    assertThat(found.orThrow().funding().formula().rate(-0.001)).isCloseTo(-0.00075, within(1e-15));
  }

  @Test
  void shouldSayWhatIsStale() {
    RuleLookup found = RuleBook.find("Binance", "BTCUSDT", IN_2026, YEAR);
    assertThat(found).isInstanceOf(RuleLookup.Stale.class);
    RuleLookup.Stale stale = (RuleLookup.Stale) found;
    assertThat(stale.old()).extracting(Provenance::what).containsExactly("margin BTCUSDT");
    assertThat(stale.rules().symbol()).isEqualTo("BTCUSDT");
    assertThatThrownBy(stale::orThrow).hasMessageContaining("2024-10-31");
  }

  @Test
  void shouldSayWhatIsUnknown() {
    assertThat(RuleBook.find("FTX", "BTCUSDT", IN_2026, YEAR).message())
        .isEqualTo("no rules of a venue FTX; there are [BINANCE, BYBIT, DERIBIT, OKX]");
    assertThat(RuleBook.find("okx", "BTCUSDT", IN_2026, YEAR).message())
        .isEqualTo("OKX has no rules of BTCUSDT; there are [BTC-USDT-SWAP, BTC-USD-SWAP]");
    assertThat(RuleBook.find("Binance", "BTCUSDT", Instant.EPOCH, YEAR).message())
        .isEqualTo("BINANCE BTCUSDT has no rule \"fees\" at 1970-01-01T00:00:00Z");
  }

  @Test
  void shouldLabelWhatNobodyVerified() {
    assertThat(btc(IN_2026).unverified())
        .filteredOn(source -> source.what().startsWith("funding"))
        .extracting(Provenance::unverified)
        .containsExactly(Set.of("cap"));
    assertThat(btc(IN_2026).unverified().toString()).contains("unverified [cap]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [liquidation X];from = 2026;fee = 1%     | x, line 2, [liquidation X]: "from = 2026"
          [liquidation X];nonsense                 | x, line 2: expected "key = value"
          fee = 1%                                 | x, line 1: expected "key = value"
          [liquidation]                            | x, line 1: expected "[kind name]"
          [speed X];from = 2026-01-01T00:00Z;checked = 2026-01-01;source = y | unknown kind
          [liquidation X];from = 2026-01-01T00:00Z;checked = 2026-01-01;source = y;by-tiers = yes | needs one line "fee = ...", has 0
          [liquidation X];from = 2026-01-01T00:00Z;checked = 2026-01-01;source = y;by-tiers = yes;fee = 1 | line 6, [liquidation X]: "fee = 1" cannot be read: must be a percentage
          [liquidation X];from = 2026-01-01T00:00Z;checked = 2026-01-01;source = y;by-tiers = yes;fee = 90% | fee must be in [0, 100000]
          [liquidation X];from = 2026-01-01T00:00Z;checked = 2026-01-01;source = y;by-tiers = so;fee = 1% | by-tiers must be yes or no, was so
          [liquidation X];from = 2026-01-01T00:00Z;checked = 2026-01-01;source = y;by-tiers = no;fee = 1%;fie = 2% | line 7, [liquidation X]: "fie" means nothing
          [liquidation X];from = 2026-01-01T00:00Z;checked = 2026-01-01;source = y;unverified = z | calls "z" unverified, but has no such line
          """)
  void shouldNameTheLineThatIsWrong(String text, String message) {
    assertThatThrownBy(() -> RuleBook.read(Venue.OKX, "x", text.replace(';', '\n')))
        .hasMessageContaining(message);
  }
}

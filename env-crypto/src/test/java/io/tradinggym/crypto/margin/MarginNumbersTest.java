package io.tradinggym.crypto.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.Money;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked numbers of margins and liquidation prices, at the precision that they are printed in. */
class MarginNumbersTest {
  private static final Offset<Double> CENT = within(0.005);
  private static final Offset<Double> PRINTED = within(1e-12);

  /** freqtrade's test of the short position hands in a collateral of 10 / 3 that is cut to ten digits. */
  private static final Offset<Double> TEN_DIGITS = within(1e-10);

  private static final double WALLET = 1_535_443.01;

  /** Binance's calculator, as freqtrade's tests hold it. */
  @ParameterizedTest
  @CsvSource({
    "ETH isolated, 0, 0, 3683.979, 1456.84, 0.1, 135365, 1114.78",
    "ETH cross, 71200.81144, -56354.57, 3683.979, 1456.84, 0.1, 135365, 1153.26",
    "BTC isolated, 0, 0, 109.488, 32481.98, 0.025, 16300, 18778.73",
    "BTC cross, 356512.508, -448192.89, 109.488, 32481.98, 0.025, 16300, 26316.89"
  })
  void shouldAgreeWithBinancesCalculator(
      String name,
      double othersMargin,
      double othersProfit,
      double quantity,
      double entry,
      double rate,
      double deduction,
      double expected) {
    double behind = WALLET - othersMargin + othersProfit;
    assertThat(LiquidationPrice.linear(behind, quantity, entry, rate, deduction))
        .as(name)
        .isCloseTo(expected, CENT);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 8.070707070707071, 11.89108910891089",
    "3, 6.723905723905723, 13.211221122079207"
  })
  void shouldAgreeWithFreqtradeOnBinance(int leverage, double asLong, double asShort) {
    double margin = 10.0 / leverage;
    assertThat(LiquidationPrice.linear(margin, 1, 10, 0.01, 0.01)).isCloseTo(asLong, PRINTED);
    assertThat(LiquidationPrice.linear(margin, -1, 10, 0.01, 0.01)).isCloseTo(asShort, TEN_DIGITS);
  }

  @Test
  void shouldCountTheFeeOfClosingAsGateAndOkxDo() {
    double withFee = 0.01 + 0.0006;
    assertThat(LiquidationPrice.linear(2, 1, 10, withFee, 0)).isCloseTo(8.085708510208207, PRINTED);
    assertThat(LiquidationPrice.linear(2, -1, 10, withFee, 0))
        .isCloseTo(11.87413417771621, PRINTED);
  }

  @ParameterizedTest
  @CsvSource({"5, 8.1, 11.9", "10, 9.1, 10.9"})
  void shouldTakeTheMarginFromTheEntryAsBybitDoes(int leverage, double asLong, double asShort) {
    double wallet = 10.0 / leverage;
    double margin = 10 * 0.01;
    assertThat(LiquidationPrice.linearByEntry(wallet, 1, 10, margin)).isCloseTo(asLong, PRINTED);
    assertThat(LiquidationPrice.linearByEntry(wallet, -1, 10, margin)).isCloseTo(asShort, PRINTED);
    assertThat(LiquidationPrice.linear(wallet, 1, 10, 0, 0))
        .as("bankrupt at entry x (1 - 1 / leverage)")
        .isCloseTo(10 * (1 - 1.0 / leverage), PRINTED);
  }

  /** 10,000 contracts long at 8,000 with 0.5 BTC; ticks of 0.5, rounded against the trader. */
  @Test
  void shouldFollowBybitsInverseExample() {
    double fee = 0.00075;
    double broke = LiquidationPrice.inverse(0.5, 10_000, 8_000, 0, 0);
    double bankruptcy = broke * (1 + fee);
    assertThat(bankruptcy).isCloseTo(5_718.57, CENT);
    double margin = 10_000 / 8_000.0 * 0.005 + 10_000 / bankruptcy * fee;
    double liquidation = LiquidationPrice.inverseByEntry(0.5, 10_000, 8_000, margin);
    assertThat(Math.ceil(liquidation * 2) / 2).isEqualTo(5_739.50);
  }

  @Test
  void shouldFollowTheWorkedLiquidation() {
    double price = LiquidationPrice.linear(2_500, 1, 50_000, Tables.HALF_PERCENT);
    assertThat(price).isCloseTo(47_688.442211, within(5e-7));
    double equity = 2_500 + price - 50_000;
    assertThat(equity).isCloseTo(188.4422, within(5e-5));
    assertThat(Money.toDouble(Tables.HALF_PERCENT.maintenance(Money.ofRounded(price))))
        .isCloseTo(equity, within(1e-7));
    assertThat(LiquidationPrice.linear(2_500, 1, 50_000, 0, 0)).isEqualTo(47_500);
  }

  @Test
  void shouldSlideAsDeribitDoes() {
    SlidingMargin deribit = new SlidingMargin(20_000, 10_000, 50, 100_000);
    long worth = Money.of("2500000");
    assertThat(deribit.initial(worth, 25, 1, 1000)).isEqualTo(Money.of("53125"));
    assertThat(deribit.maintenance(worth, 25, 1)).isEqualTo(Money.of("28125"));
    assertThat(deribit.initial(Money.of("35000000"), 350, 1, 1000)).isEqualTo(Money.of("1312500"));
    assertThat(deribit.maxLeverage(worth, 25, 1)).isEqualTo(47);
    double price = LiquidationPrice.linear(53_125, 25, 100_000, deribit);
    assertThat(53_125 + 25 * (price - 100_000)).isCloseTo(25 * price * 0.01125, within(1e-6));
  }

  @Test
  void shouldRefuseATableWhoseMarginJumps() {
    MarginTier first = new MarginTier(Money.of("50000"), 4_000, 125, 0);
    MarginTier wrong = new MarginTier(Money.of("600000"), 5_000, 100, Money.of("51"));
    assertThatThrownBy(() -> new MarginTiers(List.of(first, wrong)))
        .hasMessageContaining("tier 2")
        .hasMessageContaining("must be 50.00")
        .hasMessageContaining("was 51.00");
  }

  @Test
  void shouldKnowTheHighestLeverageOfASize() {
    assertThat(Tables.BTC_2024.maxLeverage(Money.of("50000"), 0, 1)).isEqualTo(125);
    assertThat(Tables.BTC_2024.maxLeverage(Money.of("50000.01"), 0, 1)).isEqualTo(100);
    assertThat(Tables.BTC_2024.maxLeverage(Money.of("1800000000.01"), 0, 1)).isZero();
    assertThat(Tables.BTC_2024.initial(Money.of("60000"), 0, 1, 125)).isEqualTo(Money.of("600"));
    assertThat(Tables.BTC_2024.initial(Money.of("60000"), 0, 1, 20)).isEqualTo(Money.of("3000"));
  }

  @Test
  void shouldNeverLiquidateWhatIsPaidInFull() {
    assertThat(LiquidationPrice.linear(50_001, 1, 50_000, Tables.BTC_2024)).isZero();
    assertThat(LiquidationPrice.inverse(2, -10_000, 8_000, MarginTiers.flat(5_000, 100)))
        .isInfinite();
  }
}

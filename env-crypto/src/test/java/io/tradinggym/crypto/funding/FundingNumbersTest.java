package io.tradinggym.crypto.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.Money;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked numbers of funding, at the precision that they are printed in. */
class FundingNumbersTest {
  private static final Offset<Double> EXACT = within(1e-15);
  private static final double PERCENT = 0.01;
  private static final ClampedPremium BINANCE =
      new ClampedPremium(0.0001, 0.0005, Double.POSITIVE_INFINITY, 8, true);

  @ParameterizedTest
  @CsvSource({
    "0, 0.01",
    "0.03, 0.01",
    "0.05, 0.01",
    "0.06, 0.01",
    "-0.03, 0.01",
    "-0.04, 0.01",
    "0.1, 0.05",
    "-0.06, -0.01",
    "-0.2, -0.15"
  })
  void shouldPullThePremiumTowardsTheInterest(double premium, double rate) {
    assertThat(BINANCE.rate(premium * PERCENT)).isCloseTo(rate * PERCENT, EXACT);
  }

  @Test
  void shouldChargeThePartOfTheIntervalSinceTheChangeAndAllOfItBefore() {
    ClampedPremium four = new ClampedPremium(0.0001, 0.0005, 1, 4, true);
    ClampedPremium one = new ClampedPremium(0.0001, 0.0005, 1, 1, true);
    ClampedPremium before = new ClampedPremium(0.0001, 0.0005, 1, 4, false);
    assertThat(four.rate(0.001)).isCloseTo(0.0005 / 2, EXACT);
    assertThat(one.rate(0.001)).isCloseTo(0.0005 / 8, EXACT);
    assertThat(before.rate(0.001)).isCloseTo(0.0005, EXACT);
  }

  @Test
  void shouldCapTheRate() {
    ClampedPremium capped = new ClampedPremium(0.0001, 0.0005, 0.003, 8, true);
    assertThat(capped.rate(0.02)).isEqualTo(0.003);
    assertThat(capped.rate(-0.02)).isEqualTo(-0.003);
  }

  @Test
  void shouldWeighLateSamplesMost() {
    PremiumAverage average = new PremiumAverage();
    for (int i = 0; i < 480; i++) {
      average.add(0.001 * i / 479);
    }
    assertThat(average.average()).isCloseTo(0.000666667, within(5e-10));
    assertThat(BINANCE.rate(average.average())).isCloseTo(0.000166667, within(5e-10));
    assertThat(average.samples()).isEqualTo(480);
  }

  @Test
  void shouldMeasureThePremiumBeyondTheImpactPrices() {
    assertThat(PremiumIndex.of(50_050, 50_060, 50_000)).isCloseTo(0.001, EXACT);
    assertThat(PremiumIndex.of(49_940, 49_950, 50_000)).isCloseTo(-0.001, EXACT);
    assertThat(PremiumIndex.of(49_990, 50_010, 50_000)).as("the index inside").isZero();
    assertThat(PremiumIndex.impactNotional(125)).isEqualTo(25_000);
    assertThatThrownBy(() -> PremiumIndex.of(1, 1, 0)).hasMessageContaining("index must be > 0");
  }

  @ParameterizedTest
  @CsvSource({"0.05, 0.025", "-0.1, -0.075", "0.02, 0", "-0.025, 0", "2, 0.5", "-2, -0.5"})
  void shouldChargeNothingWithinTheBand(double premium, double rate) {
    assertThat(new DeadBand(0.00025, 0.005).rate(premium * PERCENT))
        .isCloseTo(rate * PERCENT, EXACT);
  }

  @Test
  void shouldChargeEveryMinuteItsPart() {
    long paid = -DeadBand.received(Money.of("10000"), FundingFormula.units(0.00025), 60_000);
    assertThat(Money.toDouble(paid)).isCloseTo(0.0052083, within(5e-8));
    long received = DeadBand.received(-Money.of("10000"), FundingFormula.units(0.00025), 60_000);
    assertThat(received).as("rounded against both").isEqualTo(paid - 1);
  }

  /** Every eight hours, half an hour late: 00:30, 08:30 and 16:30. */
  @Test
  void shouldSettleAtItsOffset() {
    long late = 1_800_000;
    FundingStamps stamps = new FundingStamps(8 * 3_600_000, late);
    long eight = Instant.parse("2026-01-05T08:00:00Z").toEpochMilli();
    assertThat(stamps.after(eight)).isEqualTo(eight + late);
    assertThat(stamps.after(eight + late)).isEqualTo(eight + late + 8 * 3_600_000);
    assertThat(stamps.after(eight + late - 1)).isEqualTo(eight + late);
    assertThat(stamps.between(eight, eight + late)).isOne();
    assertThat(stamps.between(eight, eight + late - 1)).isZero();
    assertThat(stamps.between(eight - 1, eight)).as("no stamp on the hour").isZero();
    assertThat(stamps.between(eight + late, eight + late + 8 * 3_600_000)).isOne();
    assertThat(stamps.hoursLeft(eight)).isEqualTo(0.5);
  }

  @Test
  void shouldSettleAtMidnightEightAndFour() {
    FundingStamps stamps = FundingStamps.hours(8);
    long seven = Instant.parse("2026-01-05T07:00:00Z").toEpochMilli();
    long eight = Instant.parse("2026-01-05T08:00:00Z").toEpochMilli();
    assertThat(stamps.after(seven)).isEqualTo(eight);
    assertThat(stamps.after(eight)).as("strictly after").isEqualTo(eight + 8 * 3_600_000);
    assertThat(stamps.hoursLeft(seven)).isEqualTo(1);
    assertThat(stamps.between(seven, eight - 1)).as("closed a moment before").isZero();
    assertThat(stamps.between(seven, eight)).isOne();
    assertThat(stamps.between(eight, eight + 1)).as("opened at the stamp").isZero();
    assertThat(stamps.between(seven, seven + 86_400_000)).isEqualTo(3);
    assertThatThrownBy(() -> new FundingStamps(10, 10)).hasMessageContaining("[0, 10)");
  }
}

package io.tradinggym.market.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.Money;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Costs against published numbers. */
class CostFormulasTest {
  private static final double EXACT = 1e-12;
  private static final double BASIS_POINT = 1e-4;

  private static Slippage.Conditions market(long volume, double volatility) {
    return new Slippage.Conditions() {
      @Override
      public long volume() {
        return volume;
      }

      @Override
      public double volatility() {
        return volatility;
      }
    };
  }

  @Test
  void shouldMoveAPriceOfThreeAsZiplineDoes() {
    // 50 shares of a bar of 200, a quarter of it: 3.0 becomes 3.01875.
    double price = 3_000_000;
    double worse = Slippage.volumeShare(0.1, 0.25).ticks(3_000_000, 50, market(200, 0));
    assertThat((price + worse) / 1_000_000).isCloseTo(3.01875, within(EXACT));
  }

  @Test
  void shouldStopAtTheLimitOfTheVolumeShare() {
    // 0.1 x 0.025^2 is 0.625 basis points.
    Slippage slippage = Slippage.volumeShare(0.1, 0.025);
    assertThat(slippage.ticks(1_000_000, 25, market(1_000, 0))).isCloseTo(62.5, within(1e-9));
    assertThat(slippage.ticks(1_000_000, 1_000, market(1_000, 0))).isCloseTo(62.5, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1, 20.0", "5, 44.7"})
  void shouldFollowTheSquareRootLaw(long percent, double basisPoints) {
    double worse = Slippage.squareRoot(1).ticks(1_000_000, percent, market(100, 0.02));
    assertThat(worse / 1_000_000 / BASIS_POINT).isCloseTo(basisPoints, within(0.05));
  }

  @ParameterizedTest
  @CsvSource({
    "1728, 6.561, 1.57, 0.1, 19.9, 32.2", "1728, 6.561, 1.57, 0.2, 19.9, 24.6",
        "1728, 6.561, 1.57, 0.5, 19.9, 18.4",
    "168, 1.929, 2.26, 0.1, 21.7, 42.9", "168, 1.929, 2.26, 0.2, 21.7, 32.0",
        "168, 1.929, 2.26, 0.5, 21.7, 23.1"
  })
  void shouldGiveTheTableOfAlmgrenAndOthers(
      double outstanding,
      double volume,
      double percent,
      double duration,
      double permanent,
      double paid) {
    AlmgrenImpact impact = new AlmgrenImpact(outstanding, duration);
    double volatility = percent / 100;
    assertThat(impact.permanent(volume / 10, volume, volatility) / BASIS_POINT)
        .isCloseTo(permanent, within(0.06));
    assertThat(impact.paid(volume / 10, volume, volatility) / BASIS_POINT)
        .isCloseTo(paid, within(0.06));
  }

  @Test
  void shouldChargeWhatInteractiveBrokersDoes() {
    assertThat(ib(100, "50")).as("the minimum").isEqualTo(Money.of("1"));
    assertThat(ib(1_000, "50")).as("half a cent a share").isEqualTo(Money.of("5"));
    assertThat(ib(1_000, "0.20")).as("at most 1 %").isEqualTo(Money.of("2"));
    assertThat(PerShare.IB_TIERED.charge(Money.of("5000"), 100, 1, false, 0))
        .isEqualTo(Money.of("0.35"));
  }

  private static long ib(long shares, String price) {
    return PerShare.IB_FIXED.charge(Money.of(price) * shares, shares, 1, false, 0);
  }

  @Property(tries = 1000)
  void theShortcutOfPerShareChangesNothing(
      @ForAll @LongRange(max = Long.MAX_VALUE / 2) long notional,
      @ForAll @LongRange(max = 1L << 40) long lots) {
    long shares = Math.max(Money.of("1"), Money.shareUp(lots, Money.of("0.005"), 1));
    assertThat(PerShare.IB_FIXED.charge(notional, lots, 1, false, 0))
        .isEqualTo(Math.min(shares, Money.shareUp(notional, 100, 10_000)));
  }

  @ParameterizedTest
  @CsvSource({
    "2018-05-21, 13.119",
    "2021-02-24, 22.219",
    "2021-02-25, 5.219",
    "2024-05-22, 27.966",
    "2025-05-14, 0.166"
  })
  void shouldChargeRegulatoryFeesOfTheirTime(String day, String dollars) {
    long time = Instant.parse(day + "T12:00:00Z").toEpochMilli();
    long million = Money.of("1000000");
    assertThat(RegulatoryFees.US_UNTIL_2025.charge(million, -1_000, 1, false, time))
        .isEqualTo(Money.of(dollars));
    assertThat(RegulatoryFees.US_UNTIL_2025.charge(million, 1_000, 1, false, time))
        .as("purchases")
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2021-02-24T23:59:59.999Z, 22.219",
    "2021-02-25T00:00:00Z, 5.219",
    "2025-05-13T23:59:59.999Z, 27.966",
    "2025-05-14T00:00:00Z, 0.166"
  })
  void aRateHoldsFromTheFirstInstantOfItsDate(String instant, String dollars) {
    long time = Instant.parse(instant).toEpochMilli();
    assertThat(RegulatoryFees.US_UNTIL_2025.charge(Money.of("1000000"), -1_000, 1, false, time))
        .isEqualTo(Money.of(dollars));
  }

  @Test
  void shouldChargeNoMoreThanTheMaximumOfATrade() {
    long time = Instant.parse("2025-06-01T00:00:00Z").toEpochMilli();
    assertThat(RegulatoryFees.US_UNTIL_2025.charge(1, -1_000_000, 1, false, time))
        .isEqualTo(Money.of("8.30"));
  }

  @Test
  void shouldRefuseRatesOutOfOrder() {
    List<RegulatoryFees.Rate> rates =
        List.of(
            RegulatoryFees.Rate.of("2022-01-01", "1", "0", "0"),
            RegulatoryFees.Rate.of("2021-01-01", "1", "0", "0"));
    assertThatThrownBy(() -> new RegulatoryFees(rates))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rates must be in order of their dates, was 2021-01-01 after 2022-01-01");
  }

  @Property(tries = 1000)
  void costsAddUp(
      @ForAll @LongRange(min = 1, max = 1_000_000) long lots,
      @ForAll @DoubleRange(max = 100) double basisPoints) {
    long notional = lots * Money.UNITS;
    Costs both = Costs.basisPoints(7, basisPoints).plus(Costs.US_SHARES);
    assertThat(both.commission().charge(notional, lots, 1, false, 0))
        .isEqualTo(
            Percent.basisPoints(7).charge(notional, lots, 1, false, 0)
                + PerShare.IB_FIXED.charge(notional, lots, 1, false, 0));
    assertThat(both.slippage().ticks(10_000, lots, market(1, 0)))
        .isCloseTo(basisPoints + 1, within(1e-9));
  }
}

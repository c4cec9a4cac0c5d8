package io.tradinggym.options.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.strategy.Premiums;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurfaceTest {
  /** The reference values are printed to ten decimals. */
  private static final double PRINTED = 1e-10;

  private static final double DAY = 1 / 365.0;

  @ParameterizedTest
  @CsvSource({
    "-.4, .1025626278",
    "-.2, .0702485424",
    "0, .04",
    ".2, .0216175607",
    ".4, .0215301376"
  })
  void ssviHasTheReferenceVariances(double k, double expected) {
    Ssvi ssvi = new Ssvi(-.7, 1, .5);
    assertThat(ssvi.totalVariance(k, .04)).isCloseTo(expected, within(PRINTED));
    assertThat(ssvi.slice(.04).totalVariance(k)).isCloseTo(expected, within(PRINTED));
    assertThat(ssvi.isArbitrageFree()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({".02, .2575864101", ".04, .2111289763", ".05, .2", ".06, .1947784976"})
  void ssviAgreesWithStratasParametrisation(double strike, double expected) {
    double theta = .2 * .2 * 2.5;
    double w = Ssvi.totalVariance(Math.log(strike / .05), theta, -.25, .5 / Math.sqrt(theta));
    assertThat(Math.sqrt(w / 2.5)).isCloseTo(expected, within(PRINTED));
  }

  @Property(tries = 200)
  void arbitrageFreeSsviPassesEveryCheck(
      @ForAll @DoubleRange(min = -0.95, max = 0.95) double rho,
      @ForAll @DoubleRange(min = 0.05, max = 1) double strength,
      @ForAll @DoubleRange(min = 0.05, max = 0.5) double gamma,
      @ForAll @DoubleRange(min = 0.01, max = 1) double theta,
      @ForAll @DoubleRange(min = 1, max = 3) double later) {
    Ssvi ssvi = new Ssvi(rho, strength * 2 / (1 + Math.abs(rho)), gamma);
    assertThat(ssvi.isArbitrageFree()).isTrue();
    assertThat(ssvi.hasNoCalendar(theta)).isTrue();
    assertThat(ButterflyCheck.of(ssvi.slice(theta), -1.5, 1.5, 101).worst()).isGreaterThan(-1e-9);
    assertThat(
            CalendarCheck.of(ssvi.slice(theta), ssvi.slice(theta * later), -1.5, 1.5, 101).worst())
        .isGreaterThan(-1e-12);
  }

  @Test
  void totalVarianceIsLinearBetweenExpiries() {
    Ssvi ssvi = new Ssvi(-.7, 1, .5);
    SliceSurface surface =
        SliceSurface.of(
            new double[] {.25, .5, 1}, List.of(ssvi.slice(.01), ssvi.slice(.02), ssvi.slice(.05)));
    double middle = 0.5 * (ssvi.totalVariance(-.1, .01) + ssvi.totalVariance(-.1, .02));
    assertThat(surface.totalVariance(-.1, .375)).isCloseTo(middle, within(1e-16));
    assertThat(surface.volatility(0, .1)).isCloseTo(.2, within(1e-15));
    assertThat(surface.totalVariance(0, 2)).isCloseTo(.05 + .06, within(1e-15));
    assertThat(surface.calendar(-1, 1, 101).holds()).isTrue();
    SliceSurface crossed =
        SliceSurface.of(new double[] {.25, .5}, List.of(ssvi.slice(.03), ssvi.slice(.02)));
    assertThat(crossed.calendar(-1, 1, 101).holds()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 1.1849", "7, .5270", "30, .3658", "60, .3345", "90, .3234", "180, .3119"})
  void volatilityBeforeEarningsHasTheReferenceTermStructure(int days, double expected) {
    assertThat(new EarningsJump(0, .06).volatility(.30, days * DAY))
        .isCloseTo(expected, within(5e-5));
  }

  @Test
  void jumpIsRecoveredFromTwoExpiriesAndFromTheCrush() {
    EarningsJump jump = new EarningsJump(0, .06);
    double near = jump.volatility(.30, 7 * DAY);
    double far = jump.volatility(.30, 35 * DAY);
    EarningsJump.Estimate estimate = EarningsJump.fromTermStructure(near, 7 * DAY, far, 35 * DAY);
    assertThat(estimate.deviation()).isCloseTo(.06, within(1e-15));
    assertThat(estimate.volatility()).isCloseTo(.30, within(1e-14));
    assertThat(EarningsJump.fromCrush(near, .30, 7 * DAY)).isCloseTo(.06, within(1e-15));
    assertThat(jump.expectedMove()).isCloseTo(.0479, within(5e-5));
  }

  @Test
  void straddleLosesAlmostHalfOfItsValueInTheCrush() {
    double before = straddle(new EarningsJump(0, .06).volatility(.30, 7 * DAY), 7 * DAY);
    double after = straddle(.30, 6 * DAY);
    assertThat(before).isCloseTo(5.82164, within(5e-6));
    assertThat(after).isCloseTo(3.06877, within(5e-6));
  }

  @Test
  void jumpAddsToExpiriesAfterItOnly() {
    VolatilitySurface flat = (k, years) -> .04 * years;
    VolatilitySurface surface = new EarningsJump(.1, .05).onTopOf(flat);
    assertThat(surface.totalVariance(0, .09)).isEqualTo(.04 * .09);
    assertThat(surface.totalVariance(0, .1)).isEqualTo(.04 * .1 + .05 * .05);
  }

  @Test
  void spotRulesKeepTheVolatilityOfTheStrikeOrOfTheDelta() {
    Ssvi ssvi = new Ssvi(-.7, 1, .5);
    VolatilitySurface surface = (k, years) -> ssvi.totalVariance(k, .04 * years);
    double move = Math.log(1.05);
    double strike = Math.log(.95);
    assertThat(SpotRule.STICKY_STRIKE.after(surface, move).volatility(strike - move, 1))
        .isEqualTo(surface.volatility(strike, 1));
    assertThat(SpotRule.STICKY_DELTA.after(surface, move).volatility(strike, 1))
        .isEqualTo(surface.volatility(strike, 1));
    assertThat(SpotRule.STICKY_STRIKE.after(surface, move).volatility(0, 1))
        .as("falls when the spot rises")
        .isLessThan(surface.volatility(0, 1));
  }

  @Test
  void varianceIndexOfAFlatSurfaceIsItsVolatility() {
    double[] strikes = new double[300];
    for (int i = 0; i < strikes.length; i++) {
      strikes[i] = 25 + i;
    }
    double near = 24 * DAY;
    double far = 37 * DAY;
    Premiums premiums = Premiums.blackScholes(100, .03, .01, .25);
    double v1 = VarianceIndex.variance(premiums, strikes, 100 * Math.exp(.02 * near), near, .03);
    double v2 = VarianceIndex.variance(premiums, strikes, 100 * Math.exp(.02 * far), far, .03);
    assertThat(VarianceIndex.index(v1, near, v2, far, 30 * DAY)).isCloseTo(25, within(.05));
  }

  private static double straddle(double volatility, double years) {
    return BlackScholes.price(OptionType.CALL, 100, 100, years, 0, 0, volatility)
        + BlackScholes.price(OptionType.PUT, 100, 100, years, 0, 0, volatility);
  }

  private record Line(double level, double slopeOfIt) implements Smile {
    @Override
    public double totalVariance(double k) {
      return level + slopeOfIt * k;
    }

    @Override
    public double slope(double k) {
      return slopeOfIt;
    }

    @Override
    public double curvature(double k) {
      return 0;
    }
  }

  /** Two lines that cross: what is gained falls evenly, and both ends of the grid are looked at. */
  @Test
  void theCalendarIsCheckedFromEndToEnd() {
    Line flat = new Line(.04, 0);
    CalendarCheck falling = CalendarCheck.of(flat, new Line(.05, -.02), -1, 1, 5);
    assertThat(falling.at()).isEqualTo(1);
    assertThat(falling.worst()).isCloseTo(-.01, within(1e-15));
    assertThat(falling.holds()).isFalse();
    CalendarCheck rising = CalendarCheck.of(flat, new Line(.05, .02), -1, .25, 6);
    assertThat(rising.at()).isEqualTo(-1);
    assertThat(rising.worst()).isCloseTo(-.01, within(1e-15));
    assertThat(CalendarCheck.of(flat, flat, -1, 1, 3).holds()).as("equal is no arbitrage").isTrue();
    assertThat(CalendarCheck.of(flat, new Line(.05, -.02), -1, .5, 4).holds())
        .as("at zero")
        .isTrue();
  }

  /** Written out for five strikes: K0 is the strike at the forward itself, where put and call are averaged. */
  @Test
  void theIndexTakesAForwardAtAStrikeForItsCentre() {
    double[] strikes = {90, 95, 100, 105, 110};
    double[] puts = {1, 2, 4, 8, 12};
    double[] calls = {13, 9, 5, 2.5, 1.5};
    Premiums premiums =
        (type, strike, years) ->
            (type == OptionType.CALL ? calls : puts)[(int) Math.round((strike - 90) / 5)];
    double years = 0.1;
    double growth = Math.exp(0.03 * years);
    double sum =
        5 * growth * (1 / 8100.0 + 2 / 9025.0 + 4.5 / 10_000 + 2.5 / 11_025 + 1.5 / 12_100);
    assertThat(VarianceIndex.variance(premiums, strikes, 100, years, 0.03))
        .isCloseTo(2 * sum / years, within(1e-14));
    double off = 101 / 100.0 - 1;
    assertThat(VarianceIndex.variance(premiums, strikes, 101, years, 0.03))
        .isCloseTo((2 * sum - off * off) / years, within(1e-14));
    double below =
        5 * growth * (1 / 8100.0 + 5.5 / 9025.0 + 5.0 / 10_000 + 2.5 / 11_025 + 1.5 / 12_100);
    double far = 99.9 / 95 - 1;
    assertThat(VarianceIndex.variance(premiums, strikes, 99.9, years, 0.03))
        .isCloseTo((2 * below - far * far) / years, within(1e-14));
    assertThat(VarianceIndex.variance(premiums, strikes, 110, years, 0.03))
        .as("the last strike is still among them")
        .isPositive();
  }
}

package io.tradinggym.options.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.Heston;
import io.tradinggym.options.pricing.HestonStep;
import io.tradinggym.options.pricing.OptionType;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedSurfaceTest {
  private static final double ROUNDING = 1e-14;
  private static final double DAY = 1 / 365.0;

  /** Standard errors that chance may reach in a test that runs every day. */
  private static final double CHANCE = 4;

  private static SimulatedSurface start(SurfaceLaw law, double spot, double variance) {
    SimulatedSurface surface = new SimulatedSurface(law);
    surface.reset(spot, variance);
    return surface;
  }

  @Test
  void aFlatSurfaceIsFlat() {
    SimulatedSurface surface = start(SurfaceLaw.flat(.03, .01), 100, .04);
    for (double strike : new double[] {1, 50, 100, 400}) {
      assertThat(surface.impliedVolatility(strike, .3)).isCloseTo(.2, within(ROUNDING));
    }
  }

  @Test
  void oneExpiryAtATimeGivesTheSameVolatilities() {
    SimulatedSurface surface = start(SurfaceLaw.equityIndex(.03, .01), 100, .05);
    double[] logStrike = {Math.log(70), Math.log(100), Math.log(130)};
    double[] volatility = new double[3];
    surface.impliedVolatilities(.4, logStrike, 0, 3, volatility);
    assertThat(volatility[0]).isCloseTo(surface.impliedVolatility(70, .4), within(ROUNDING));
    assertThat(volatility[2]).isCloseTo(surface.impliedVolatility(130, .4), within(ROUNDING));
    assertThat(volatility[0]).as("skew").isGreaterThan(volatility[1]);
  }

  @Test
  void stickyDeltaKeepsTheVolatilityAtTheMoneyAndStickyStrikeThatOfTheStrike() {
    SurfaceLaw law = SurfaceLaw.equityIndex(0, 0);
    SimulatedSurface delta = start(law, 100, .05);
    SimulatedSurface strike = start(law.withRule(SpotRule.STICKY_STRIKE), 100, .05);
    double atTheMoney = delta.impliedVolatility(100, .25);
    double above = strike.impliedVolatility(107, .25);
    delta.advance(107, .05, 0);
    strike.advance(107, .05, 0);
    assertThat(delta.impliedVolatility(107, .25)).isCloseTo(atTheMoney, within(ROUNDING));
    assertThat(strike.impliedVolatility(107, .25)).isCloseTo(above, within(ROUNDING));
    assertThat(above).as("volatility falls when the spot rises").isLessThan(atTheMoney);
  }

  @Test
  void termStructureIsTheExpectedVarianceOfHeston() {
    VarianceTerm term = new VarianceTerm(.05, 2);
    double years = .75;
    int steps = 100_000;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double t = (i + .5) * years / steps;
      sum += .05 + (.12 - .05) * Math.exp(-2 * t);
    }
    assertThat(term.totalVariance(.12, years)).isCloseTo(sum * years / steps, within(1e-10));
    assertThat(VarianceTerm.FLAT.totalVariance(.12, years)).isEqualTo(.12 * years);
  }

  @Test
  void theVarianceThatIsPricedIsTheVarianceThatComes() {
    Heston model = new Heston(.09, 3, .04, .6, -.7);
    SurfaceLaw law = SurfaceLaw.flat(0, 0).withTerm(new VarianceTerm(model.theta(), model.kappa()));
    double priced = start(law, 100, model.variance()).atTheMoney(.5);
    int days = 126;
    HestonStep step = new HestonStep(model, .5 / days, 0, 0);
    SplittableRandom random = new SplittableRandom(11);
    int paths = 4000;
    double sum = 0;
    double squares = 0;
    for (int path = 0; path < paths; path++) {
      double variance = model.variance();
      double total = 0;
      for (int day = 0; day < days; day++) {
        double next = step.variance(variance, random.nextGaussian(), random.nextDouble());
        total += .5 * (variance + next) * .5 / days;
        variance = next;
      }
      sum += total;
      squares += total * total;
    }
    double mean = sum / paths;
    double error = Math.sqrt((squares / paths - mean * mean) / paths);
    assertThat(mean).isCloseTo(priced, within(CHANCE * error));
  }

  @ParameterizedTest
  @CsvSource({"1, 1.1849", "7, .5270", "30, .3658", "60, .3345", "90, .3234", "180, .3119"})
  void anAnnouncementRaisesTheFrontAndIsGoneTheNextDay(int days, double before) {
    SurfaceLaw law = SurfaceLaw.flat(0, 0).withJumps(List.of(new EarningsJump(.5 * DAY, .06)));
    SimulatedSurface surface = start(law, 100, .09);
    assertThat(surface.impliedVolatility(100, days * DAY)).isCloseTo(before, within(5e-5));
    surface.advance(100, .09, DAY);
    assertThat(surface.impliedVolatility(100, days * DAY)).isCloseTo(.30, within(ROUNDING));
  }

  @Test
  void theStraddleLosesInTheCrushWhatTheReferenceSays() {
    SurfaceLaw law = SurfaceLaw.flat(0, 0).withJumps(List.of(new EarningsJump(.5 * DAY, .06)));
    SimulatedSurface surface = start(law, 100, .09);
    assertThat(straddle(surface, 100, 7 * DAY)).isCloseTo(5.82164, within(5e-6));
    surface.advance(100, .09, DAY);
    assertThat(straddle(surface, 100, 6 * DAY)).isCloseTo(3.06877, within(5e-6));
  }

  @Test
  void anotherClockMovesTheAnnouncements() {
    SurfaceLaw law = SurfaceLaw.flat(0, 0).withJumps(List.of(new EarningsJump(.5, .06)));
    SimulatedSurface surface = new SimulatedSurface(law);
    surface.reset(100, .09, .45);
    assertThat(surface.atTheMoney(.04)).isCloseTo(.09 * .04, within(ROUNDING));
    assertThat(surface.atTheMoney(.06)).isCloseTo(.09 * .06 + .0036, within(ROUNDING));
  }

  @Test
  void aStraddleIntoEarningsHasNoExpectedProfitWhenTheMeasuresAgree() {
    double deviation = .06;
    SurfaceLaw law =
        SurfaceLaw.flat(0, 0).withJumps(List.of(new EarningsJump(.5 * DAY, deviation)));
    SimulatedSurface surface = new SimulatedSurface(law);
    SplittableRandom random = new SplittableRandom(12);
    int paths = 100_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < paths; i++) {
      surface.reset(100, .09);
      double paid = straddle(surface, 100, 7 * DAY);
      double variance = .09 * DAY + deviation * deviation;
      double spot = 100 * Math.exp(Math.sqrt(variance) * random.nextGaussian() - .5 * variance);
      surface.advance(spot, .09, DAY);
      double profit = straddle(surface, 100, 6 * DAY) - paid;
      sum += profit;
      squares += profit * profit;
    }
    double mean = sum / paths;
    assertThat(mean).isCloseTo(0, within(CHANCE * Math.sqrt(squares) / paths));
  }

  @Test
  void sellingVolatilityEarnsThePremiumThatWasConfiguredAndNoMore() {
    SimulatedSurface surface = start(SurfaceLaw.flat(0, 0).withPremium(1.21), 100, .04);
    assertThat(surface.impliedVolatility(100, .25)).isCloseTo(.22, within(ROUNDING));
    double sold = straddle(surface, 100, .25);
    SplittableRandom random = new SplittableRandom(13);
    int paths = 200_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < paths; i++) {
      double spot = 100 * Math.exp(.1 * random.nextGaussian() - .005);
      double profit = sold - Math.abs(spot - 100);
      sum += profit;
      squares += profit * profit;
    }
    double fair =
        BlackScholes.price(OptionType.CALL, 100, 100, .25, 0, 0, .2)
            + BlackScholes.price(OptionType.PUT, 100, 100, .25, 0, 0, .2);
    double error = Math.sqrt((squares / paths - sum / paths * sum / paths) / paths);
    assertThat(sum / paths).isCloseTo(sold - fair, within(CHANCE * error));
    assertThat(sold - fair).isPositive();
  }

  @Test
  void refusesShapesThatAllowArbitrage() {
    assertThatThrownBy(() -> SurfaceLaw.flat(0, 0).withShape(new Ssvi(-.9, 2, .5)))
        .hasMessageContaining("shape must be free of arbitrage");
    assertThatThrownBy(() -> SurfaceLaw.flat(0, 0).withPremium(0))
        .hasMessage("premium must be > 0, was 0.0");
    assertThatThrownBy(() -> new SimulatedSurface(SurfaceLaw.flat(0, 0)).reset(-1, .04))
        .hasMessage("spot must be > 0, was -1.0");
  }

  @Test
  void refusesStepsThatCannotBe() {
    SimulatedSurface surface = start(SurfaceLaw.flat(0, 0), 100, .04);
    assertThatThrownBy(() -> surface.advance(0, .04, DAY)).hasMessage("spot must be > 0, was 0.0");
    assertThatThrownBy(() -> surface.advance(101, Double.NaN, DAY))
        .hasMessage("variance must be >= 0, was NaN");
    assertThatThrownBy(() -> surface.advance(101, .05, -DAY))
        .hasMessage("years must be >= 0, was " + -DAY);
    assertThat(surface.spot()).as("as it was").isEqualTo(100);
    assertThat(surface.variance()).isEqualTo(.04);
    assertThat(surface.clock()).isZero();
    surface.advance(101, 0, 0);
    assertThat(surface.spot()).isEqualTo(101);
  }

  private static double straddle(SimulatedSurface surface, double strike, double years) {
    double volatility = surface.impliedVolatility(strike, years);
    return BlackScholes.price(OptionType.CALL, surface.spot(), strike, years, 0, 0, volatility)
        + BlackScholes.price(OptionType.PUT, surface.spot(), strike, years, 0, 0, volatility);
  }
}

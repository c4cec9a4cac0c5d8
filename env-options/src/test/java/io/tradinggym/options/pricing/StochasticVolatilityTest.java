package io.tradinggym.options.pricing;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.finmath.fouriermethod.models.HestonModel;
import net.finmath.fouriermethod.products.EuropeanOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StochasticVolatilityTest {
  /** The reference prices of Lewis' example carry 17 digits. */
  private static final double REFERENCE = 1e-12;

  /** Ten digits after the point are printed. */
  private static final double PRINTED = 1e-10;

  /** Andersen's cases are printed to four decimals. */
  private static final double FOUR_DECIMALS = 6e-5;

  /** finmath integrates on a fixed grid. */
  private static final double FINMATH = 1e-3;

  /** Per 100 of spot. */
  private static final double ARBITRAGE = 1e-11;

  private static final Heston LEWIS = new Heston(.04, 4, .25, 1, -.5);
  private static final Heston EQUITY = new Heston(.04, 2, .05, .5, -.7);

  @ParameterizedTest
  @CsvSource({
    "80, 26.774758743998854, 7.958878113256768",
    "90, 20.933349000596710, 12.017966707346305",
    "100, 16.070154917028834, 17.055270961270110",
    "110, 12.132211516709845, 23.017825898442801",
    "120, 9.024913483457836, 29.811026202682472"
  })
  void hestonAgreesWithLewis(double strike, double call, double put) {
    assertThat(LEWIS.price(CALL, 100, strike, 1, .01, .02)).isCloseTo(call, within(REFERENCE));
    assertThat(LEWIS.price(PUT, 100, strike, 1, .01, .02)).isCloseTo(put, within(REFERENCE));
  }

  @ParameterizedTest
  @CsvSource({
    "80, 21.4588435260, 21.6715021778",
    "90, 12.9315245229, 13.3699855526",
    "100, 5.9961344329, 6.6372652989",
    "110, 1.7304291079, 2.2705896864",
    "120, .2799052164, .4980006588"
  })
  void equityLikeHestonAndBatesAgreeWithReference(double strike, double heston, double bates) {
    Bates withJumps = new Bates(EQUITY, new Merton.Jump(.5, -.08, .12));
    assertThat(EQUITY.price(CALL, 100, strike, .5, .03, .01)).isCloseTo(heston, within(PRINTED));
    assertThat(withJumps.price(CALL, 100, strike, .5, .03, .01)).isCloseTo(bates, within(PRINTED));
  }

  @Test
  void hestonAgreesWithQuantLib() {
    assertThat(new Heston(.1, 4, .05, .4, -.75).price(PUT, 100, 100, 1, .05, .075))
        .isCloseTo(10.147041515497, within(1e-10));
    assertThat(new Heston(.16, 1, .16, 2, -.8).price(CALL, 100, 200, 10, 0, 0))
        .as("Kahl and Jaeckel")
        .isCloseTo(4.9521147, within(1e-7));
    double years = 5 / 366.0 + 86 / 365.0;
    assertThat(new Heston(.3, 1.16, .2, .8, .8).price(PUT, 1.05, 1.05, years, .7, .4))
        .as("27 December 2004 to 28 March 2005, actual days of each year")
        .isCloseTo(.0632851308977151, within(1e-13));
  }

  /** Buehler's deep hedging market: a call at the money in thirty days. */
  @Test
  void hestonAgreesWithTheMarketOfDeepHedging() {
    assertThat(new Heston(.04, 1, .04, 2, -.7).price(CALL, 100, 100, 30 / 365.0, 0, 0))
        .isCloseTo(1.6918, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource({
    "1, .5, -.9, 10, .04, 44.3300, 13.0847, .2958",
    ".9, .3, -.5, 15, .04, 45.2869, 16.6492, 5.1382",
    "1, 1, -.3, 5, .09, 45.9969, 21.7953, 9.9831"
  })
  void hestonAgreesWithAndersensCases(
      double sigma,
      double kappa,
      double rho,
      double years,
      double theta,
      double k60,
      double k100,
      double k140) {
    Heston model = new Heston(theta, kappa, theta, sigma, rho);
    assertThat(model.price(CALL, 100, 60, years, 0, 0)).isCloseTo(k60, within(FOUR_DECIMALS));
    assertThat(model.price(CALL, 100, 100, years, 0, 0)).isCloseTo(k100, within(FOUR_DECIMALS));
    assertThat(model.price(CALL, 100, 140, years, 0, 0)).isCloseTo(k140, within(FOUR_DECIMALS));
  }

  @Test
  void hestonAgreesWithFinmath() throws Exception {
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 25; i++) {
      double volatility = random.nextDouble(.15, .4);
      double theta = random.nextDouble(.03, .15);
      double kappa = random.nextDouble(1, 4);
      double sigma = random.nextDouble(.2, .8);
      double rho = random.nextDouble(-.8, .2);
      double years = random.nextDouble(.3, 3);
      double strike = random.nextDouble(70, 140);
      double expected =
          new EuropeanOption(years, strike)
              .getValue(new HestonModel(100, .03, volatility, .03, theta, kappa, sigma, rho));
      Heston model = new Heston(volatility * volatility, kappa, theta, sigma, rho);
      assertThat(model.price(CALL, 100, strike, years, .03, 0))
          .isCloseTo(expected, within(FINMATH));
    }
  }

  @Test
  void hestonWithoutRandomVarianceIsBlackScholes() {
    Heston still = new Heston(.04, 1, .04, 1e-8, -.5);
    for (double strike : new double[] {60, 100, 150}) {
      assertThat(still.price(CALL, 100, strike, 2, .03, .01))
          .isCloseTo(BlackScholes.price(CALL, 100, strike, 2, .03, .01, .2), within(1e-7));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "80, 22.9692819697",
    "90, 14.8659899069",
    "100, 8.4485903833",
    "110, 4.1729456746",
    "120, 1.8154456804"
  })
  void mertonAgreesByItsSeriesAndByFourier(double strike, double expected) {
    Merton model = new Merton(.2, new Merton.Jump(1, -.1, .15));
    assertThat(model.price(CALL, 100, strike, .5, .05, 0)).isCloseTo(expected, within(PRINTED));
    assertThat(FourierPricer.price(model, CALL, 100, strike, .5, .05, 0))
        .isCloseTo(expected, within(PRINTED));
  }

  @ParameterizedTest
  @CsvSource({".1, 3.42", ".25, 5.88", ".5, 8.95"})
  void mertonAgreesWithHaugsTable(double years, double expected) {
    // Haug gives total volatility .25, of which gamma = .25 comes from one jump a year.
    double deviation = Math.sqrt(.25 * .0625);
    Merton model =
        new Merton(
            Math.sqrt(.75 * .0625), new Merton.Jump(1, -.5 * deviation * deviation, deviation));
    assertThat(model.price(CALL, 100, 100, years, .08, 0)).isCloseTo(expected, within(6e-3));
  }

  /** With ten jumps a year Haug's eleven terms are too few: his table has 23.30. */
  @Test
  void mertonsSeriesIsSummedToItsEnd() {
    double deviation = Math.sqrt(.75 * .0625 / 10);
    Merton model =
        new Merton(
            Math.sqrt(.25 * .0625), new Merton.Jump(10, -.5 * deviation * deviation, deviation));
    assertThat(model.price(CALL, 100, 80, .5, .08, 0))
        .isCloseTo(23.64, within(5e-3))
        .isCloseTo(FourierPricer.price(model, CALL, 100, 80, .5, .08, 0), within(PRINTED));
  }

  @ParameterizedTest
  @CsvSource({"1, 10.8109870", "3, 14.7887336", "5, 14.9730688"})
  void batesWithoutRandomVarianceIsMerton(double years, double expected) {
    Merton.Jump jump = new Merton.Jump(2, -.2, .2);
    Bates bates = new Bates(new Heston(.0433, 1, .0433, 1e-7, 0), jump);
    assertThat(bates.price(PUT, 100, 95, years, .1, .04)).isCloseTo(expected, within(1e-7));
    assertThat(new Merton(Math.sqrt(.0433), jump).price(PUT, 100, 95, years, .1, .04))
        .isCloseTo(expected, within(1e-7));
  }

  @Test
  void extremeParametersGiveNoArbitrage() {
    SplittableRandom random = new SplittableRandom(10);
    int strikes = 21;
    double[] k = new double[strikes];
    double[] c = new double[strikes];
    for (int i = 0; i < 150; i++) {
      Heston model =
          new Heston(
              between(random, .001, .5),
              between(random, .1, 10),
              between(random, .001, .5),
              between(random, .02, 3),
              random.nextDouble(-.99, .99));
      double years = between(random, 1 / 365.0, 20);
      double width = Math.sqrt(model.expectedVariance(years));
      for (int j = 0; j < strikes; j++) {
        k[j] = 100 * Math.exp(.4 * width * (j - 10));
      }
      FourierPricer.prices(model, CALL, 100, k, years, 0, 0, c);
      for (int j = 0; j < strikes; j++) {
        assertThat(c[j])
            .as("%s %s", model, years)
            .isBetween(Math.max(100 - k[j], 0) - ARBITRAGE, 100.0);
        if (j > 0 && j < strikes - 1) {
          double share = (k[j + 1] - k[j]) / (k[j + 1] - k[j - 1]);
          double chord = share * c[j - 1] + (1 - share) * c[j + 1];
          assertThat(c[j]).as("convex in the strike").isLessThanOrEqualTo(chord + ARBITRAGE);
        }
      }
    }
  }

  @Test
  void manyStrikesTogetherCostTheSameAsOneByOne() {
    double[] strikes = {60, 95, 100, 140};
    double[] together = new double[4];
    FourierPricer.prices(EQUITY, PUT, 100, strikes, .5, .03, .01, together);
    for (int j = 0; j < 4; j++) {
      assertThat(together[j])
          .isCloseTo(EQUITY.price(PUT, 100, strikes[j], .5, .03, .01), within(REFERENCE));
    }
  }

  private static double between(SplittableRandom random, double low, double high) {
    return Math.exp(random.nextDouble(Math.log(low), Math.log(high)));
  }

  @Test
  void parametersOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new Heston(.04, -1, .04, .5, 0))
        .hasMessage("kappa must be > 0, was -1.0");
    assertThatThrownBy(() -> new Heston(.04, 1, .04, .5, Double.NaN))
        .hasMessage("rho must be in [-1, 1], was NaN");
  }
}

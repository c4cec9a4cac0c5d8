package io.tradinggym.options.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.opengamma.strata.pricer.impl.volatility.smile.SabrHaganVolatilityFunctionProvider;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SabrTest {
  @ParameterizedTest
  @CsvSource({".03, 1.16725837321531", ".05, 1.05226642581503", ".09, .930289384251337"})
  void agreesWithQuantLib(double strike, double expected) {
    assertThat(new Sabr(.3, .6, .02, .01).volatility(.039, strike, 1))
        .isCloseTo(expected, within(1e-13));
  }

  @ParameterizedTest
  @CsvSource({
    "80, .2434434718",
    "90, .2196494471",
    "100, .19958",
    "110, .1840817968",
    "120, .1741313620"
  })
  void equityLikeSmileAgreesWithReference(double strike, double expected) {
    assertThat(new Sabr(.2, 1, .6, -.6).volatility(100, strike, .5))
        .isCloseTo(expected, within(1e-10));
  }

  @ParameterizedTest
  @CsvSource({"1, .408702473958", "1.5, .428489933046", ".5, .585701651161"})
  void kernelAgreesWithLeFlochAndKennedy(double strike, double expected) {
    assertThat(new Sabr(.35, .25, 1, .25).kernelVolatility(1, strike, 2))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void kernelIsSmoothThroughTheForward() {
    for (Sabr sabr : new Sabr[] {new Sabr(.35, .25, 1, .25), new Sabr(.2, 1, .6, -.6)}) {
      double last = sabr.kernelVolatility(1, Math.exp(-.01), 1);
      double lastSlope = Double.NaN;
      for (int i = -99; i <= 100; i++) {
        double here = sabr.kernelVolatility(1, Math.exp(1e-4 * i), 1);
        double slope = (here - last) / 1e-4;
        assertThat(Double.isNaN(lastSlope) ? 0 : slope - lastSlope).isCloseTo(0, within(2e-4));
        last = here;
        lastSlope = slope;
      }
    }
  }

  @Test
  void bothExpansionsAgreeForShortTimesAndAtTheForward() {
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 1_000; i++) {
      Sabr sabr =
          new Sabr(
              random.nextDouble(.1, .5),
              random.nextDouble(),
              random.nextDouble(.1, .8),
              random.nextDouble(-.8, .8));
      double strike = Math.exp(random.nextDouble(-.3, .3));
      double years = random.nextDouble(.01, 1);
      assertThat(sabr.kernelVolatility(1, strike, years))
          .isCloseTo(sabr.volatility(1, strike, years), within(.02));
      assertThat(sabr.kernelVolatility(1, 1, years)).isEqualTo(sabr.volatility(1, 1, years));
    }
    assertThat(new Sabr(.3, .5, 0, 0).kernelVolatility(1, .8, 1))
        .isEqualTo(new Sabr(.3, .5, 0, 0).volatility(1, .8, 1));
  }

  @Test
  void agreesWithStrata() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 20_000; i++) {
      double forward = random.nextDouble(0.5, 2);
      double strike = forward * Math.exp(random.nextDouble(-0.7, 0.7));
      double beta = random.nextDouble();
      Sabr sabr =
          new Sabr(
              random.nextDouble(.1, .5),
              beta,
              random.nextDouble(.1, 1),
              random.nextDouble(-.9, .9));
      double years = random.nextDouble(.1, 3);
      double expected =
          SabrHaganVolatilityFunctionProvider.DEFAULT.volatility(
              forward, strike, years, sabr.alpha(), beta, sabr.rho(), sabr.nu());
      double actual = sabr.volatility(forward, strike, years);
      assertThat(actual).isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
    }
  }

  @Test
  void smileIsSmoothThroughTheForward() {
    Sabr sabr = new Sabr(.2, 1, .6, -.6);
    double at = sabr.volatility(100, 100, .5);
    for (double log : new double[] {1e-10, 1e-7, 3e-6, 4e-6, 1e-5}) {
      double above = sabr.volatility(100, 100 * Math.exp(log), .5);
      double below = sabr.volatility(100, 100 * Math.exp(-log), .5);
      assertThat(0.5 * (above + below)).isCloseTo(at, within(1e-9));
    }
  }
}

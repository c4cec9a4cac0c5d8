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

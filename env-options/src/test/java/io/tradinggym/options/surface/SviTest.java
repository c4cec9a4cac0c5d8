package io.tradinggym.options.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SviTest {
  /** The reference values are printed to ten decimals. */
  private static final double PRINTED = 1e-10;

  private static final SviSlice VOGT = new SviSlice(-.0410, .1331, .3060, .3586, .4153);
  private static final SviSlice EQUITY = new SviSlice(.01, .1, -.6, .02, .15);

  @Test
  void vogtsExampleHasTheKnownButterflyArbitrage() {
    assertThat(VOGT.totalVariance(0)).isCloseTo(.0174262526, within(PRINTED));
    ButterflyCheck check = ButterflyCheck.of(VOGT, -1.5, 1.5, 301);
    assertThat(check.holds()).isFalse();
    assertThat(VOGT.durrleman(.879)).isCloseTo(-.03286354, within(1e-8));
    assertThat(check.worst()).isCloseTo(-.03286354, within(1e-7));
    assertThat(check.at()).isCloseTo(.879, within(1e-3));
    assertThat(check.from()).isCloseTo(.643, within(1e-3));
    assertThat(check.to()).isCloseTo(1.256, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({
    "-.5, .0953202365",
    "-.2, .0498270539",
    "0, .0263327460",
    "2e-1, .0226307490",
    ".5, .0314891639"
  })
  void equityLikeSmileHasTheReferenceVariances(double k, double expected) {
    assertThat(EQUITY.totalVariance(k)).isCloseTo(expected, within(PRINTED));
  }

  @Test
  void equityLikeSmileIsFreeOfButterflies() {
    ButterflyCheck check = ButterflyCheck.of(EQUITY, -1.5, 1.5, 601);
    assertThat(check.holds()).isTrue();
    assertThat(check.worst()).isCloseTo(.25338, within(1e-5));
    assertThat(check.from()).isNaN();
    assertThat(EQUITY.wing()).isLessThan(SviSlice.LEE);
  }

  @Test
  void derivativesAreThoseOfTheVariance() {
    double h = 1e-4;
    for (double k = -1; k <= 1; k += 0.1) {
      double up = EQUITY.totalVariance(k + h);
      double down = EQUITY.totalVariance(k - h);
      assertThat(EQUITY.slope(k)).isCloseTo((up - down) / (2 * h), within(1e-7));
      assertThat(EQUITY.curvature(k))
          .isCloseTo((up + down - 2 * EQUITY.totalVariance(k)) / (h * h), within(1e-6));
    }
  }

  @Test
  void levelAtTheShiftIsQuantLibs() {
    assertThat(new SviSlice(-.0666, .229, .439, .193, .337).totalVariance(.193))
        .isCloseTo(-.0666 + .229 * .337, within(1e-15));
  }

  @Test
  void calibrationRecoversASmileExactly() {
    double[] k = grid(25);
    double[] w = Arrays.stream(k).map(EQUITY::totalVariance).toArray();
    double[] weight = new double[k.length];
    Arrays.fill(weight, 1);
    SviFit fit = SviFit.of(k, w, weight);
    assertThat(fit.error()).isLessThan(1e-8);
    assertThat(fit.butterfly().holds()).isTrue();
    for (double at : k) {
      assertThat(fit.smile().totalVariance(at)).isCloseTo(EQUITY.totalVariance(at), within(1e-7));
    }
  }

  @Test
  void calibrationSeesThroughNoise() {
    SplittableRandom random = new SplittableRandom(3);
    double[] k = grid(41);
    double noise = 2e-4;
    double[] w =
        Arrays.stream(k)
            .map(at -> EQUITY.totalVariance(at) + noise * random.nextGaussian())
            .toArray();
    double[] weight = new double[k.length];
    Arrays.fill(weight, 2);
    SviFit fit = SviFit.of(k, w, weight);
    assertThat(fit.error()).isLessThan(1.3 * noise);
    assertThat(fit.smile().totalVariance(0)).isCloseTo(EQUITY.totalVariance(0), within(noise));
  }

  @Test
  void calibrationNeverLeavesTheAdmissibleParameters() {
    SplittableRandom random = new SplittableRandom(4);
    double[] k = grid(9);
    double[] weight = new double[k.length];
    Arrays.fill(weight, 1);
    for (int i = 0; i < 50; i++) {
      double[] w = random.doubles(k.length, 1e-4, 0.5).toArray();
      SviSlice slice = SviFit.of(k, w, weight).smile();
      assertThat(slice.wing()).isLessThanOrEqualTo(SviSlice.LEE * (1 + 1e-9));
    }
  }

  @Test
  void wrongParametersAreNamed() {
    assertThatThrownBy(() -> new SviSlice(.01, .1, 1, 0, .1))
        .hasMessage("rho must be in (-1, 1), was 1.0");
    assertThatThrownBy(() -> new SviSlice(-1, .1, 0, 0, .1))
        .hasMessageStartingWith("smallest variance");
  }

  private static double[] grid(int n) {
    double[] k = new double[n];
    for (int i = 0; i < n; i++) {
      k[i] = -0.5 + i / (n - 1.0);
    }
    return k;
  }
}

package io.tradinggym.market.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** Each law against closed forms, published numbers or moments of long paths. */
class ProcessLawsTest {
  private static final double ROUNDING = 1e-12;
  private static final double SIX_DIGITS = 5e-7;

  /** Five standard errors: one in two million for each comparison of a fixed seed. */
  private static final double ERRORS = 5;

  private static double[][] draw(PriceProcess process, int bars, long seed) {
    RandomStream random = RandomStreams.of(seed).stream("path");
    double[][] returns = new double[process.assets()][bars];
    double[] r = new double[process.assets()];
    double[] deviations = new double[process.assets()];
    PriceProcess.Path path = process.path();
    path.start(random);
    for (int t = 0; t < bars; t++) {
      path.step(random, r, deviations);
      for (int i = 0; i < r.length; i++) {
        returns[i][t] = r[i];
      }
    }
    return returns;
  }

  private static double mean(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    return sum / x.length;
  }

  private static double covariance(double[] x, double[] y) {
    double mx = mean(x);
    double my = mean(y);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - mx) * (y[i] - my);
    }
    return sum / x.length;
  }

  private static double exp(double x) {
    double[] at = {x};
    StableMath.exp(at, new double[1], 1);
    return at[0];
  }

  private static double log(double x) {
    double[] at = {x};
    StableMath.log(at, new double[1], 1);
    return at[0];
  }

  @Test
  void ownExponentialAgreesWithStrictMath() {
    for (double x = -40; x < 40; x += 0.0137) {
      double exact = StrictMath.exp(x);
      assertThat(Math.abs(exp(x) - exact)).as("e^%s", x).isLessThanOrEqualTo(2 * Math.ulp(exact));
    }
    assertThat(exp(0)).isEqualTo(1.0);
    assertThat(exp(1e9)).isEqualTo(exp(StableMath.LIMIT)).isFinite();
  }

  @Test
  void ownLogarithmAgreesWithStrictMath() {
    for (double x = 0x1.0p-33; x < 1e6; x *= 1.0037) {
      double exact = StrictMath.log(x);
      assertThat(log(x))
          .as("log %s", x)
          .isCloseTo(exact, within(2e-15 * Math.max(Math.abs(exact), 0.1)));
    }
    assertThat(log(1)).isZero();
  }

  @Test
  void ownChiSquareQuantilesAgreeWithCommonsStatistics() {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    for (double nu : new double[] {2.5, 4, 6.3, 30}) {
      ChiSquaredDistribution reference = ChiSquaredDistribution.of(nu);
      for (double score : new double[] {-5, -2, -0.5, 0, 0.5, 2, 5}) {
        double expected =
            score < 0
                ? reference.inverseCumulativeProbability(normal.cumulativeProbability(score))
                : reference.inverseSurvivalProbability(normal.survivalProbability(score));
        assertThat(ChiSquare.quantile(nu, score, nu) / expected)
            .as("nu %s score %s", nu, score)
            .isCloseTo(1, within(1e-7));
      }
    }
  }

  @Test
  void geometricBrownianMotionHasItsMomentsAndCorrelation() {
    int bars = 200_000;
    double[][] r =
        draw(
            new GeometricBrownian(
                new double[] {0.1, 0.05},
                new double[] {0.2, 0.4},
                Correlation.uniform(2, 0.6),
                252),
            bars,
            1);
    double sd = 0.2 / Math.sqrt(252);
    assertThat(mean(r[0])).isCloseTo((0.1 - 0.02) / 252, within(ERRORS * sd / Math.sqrt(bars)));
    assertThat(Math.sqrt(covariance(r[0], r[0])) / sd)
        .isCloseTo(1, within(ERRORS / Math.sqrt(2.0 * bars)));
    double rho =
        covariance(r[0], r[1]) / Math.sqrt(covariance(r[0], r[0]) * covariance(r[1], r[1]));
    assertThat(rho).isCloseTo(0.6, within(ERRORS * (1 - 0.36) / Math.sqrt(bars)));
  }

  @Test
  void noiseIsMartingale() {
    double[] r = draw(GeometricBrownian.noise(1, 0.3, 252), 400_000, 2)[0];
    double sum = 0;
    for (double x : r) {
      sum += Math.expm1(x);
    }
    assertThat(sum / r.length).isCloseTo(0, within(ERRORS * 0.3 / Math.sqrt(252.0 * r.length)));
  }

  @Test
  void ornsteinUhlenbeckStepsAreExact() {
    // x .1, kappa 5, sigma .3, dt 1/252: mean .0980354273, deviation .0187122820
    OrnsteinUhlenbeck process =
        new OrnsteinUhlenbeck(
            new double[] {5}, new double[] {0}, new double[] {0.3}, Correlation.identity(1), 252);
    assertThat(process.nextMean(0, 0.1)).isCloseTo(0.0980354273, within(1e-10));
    assertThat(process.typicalDeviation(0)).isCloseTo(0.0187122820, within(1e-10));
  }

  @Test
  void ornsteinUhlenbeckStaysAroundItsLevel() {
    int bars = 400_000;
    double[] r =
        draw(
            new OrnsteinUhlenbeck(
                new double[] {20},
                new double[] {0.5},
                new double[] {0.3},
                Correlation.identity(1),
                252),
            bars,
            3)[0];
    double[] x = new double[bars];
    double sum = 0;
    for (int t = 0; t < bars; t++) {
      sum += r[t];
      x[t] = sum;
    }
    double sd = 0.3 / Math.sqrt(40);
    double effective = bars * 20 / 252.0 / 2;
    assertThat(mean(x)).isCloseTo(0.5, within(ERRORS * sd / Math.sqrt(effective)));
    assertThat(Math.sqrt(covariance(x, x)) / sd)
        .isCloseTo(1, within(ERRORS / Math.sqrt(2 * effective)));
  }

  @Test
  void garchVarianceFollowsPublishedPath() {
    Gjr law = Gjr.garch(0.2, 0.2, 0.3);
    double[] expected = {
      .452769, .513323, .530141, .535084, .536558, .536999, .537132, .537171, .537183, .537187
    };
    double variance = 0.01;
    for (double volatility : expected) {
      variance = law.next(variance, 0.1);
      assertThat(Math.sqrt(variance)).isCloseTo(volatility, within(SIX_DIGITS));
    }
  }

  @Test
  void badNewsWeighsMore() {
    Gjr law = new Gjr(0, 1e-6, 0.03, 0.1, 0.9);
    assertThat(law.next(1e-4, -0.02) - law.next(1e-4, 0.02))
        .isCloseTo(0.1 * 4e-4, within(ROUNDING));
    assertThat(law.persistence()).isCloseTo(0.98, within(ROUNDING));
    assertThat(law.longRunVariance()).isCloseTo(5e-5, within(ROUNDING));
    assertThat(Gjr.withDeviation(0, 0.01, 0.03, 0.1, 0.9).longRunVariance())
        .isCloseTo(1e-4, within(ROUNDING));
  }

  @Test
  void garchPathsHaveItsKurtosisAndClustering() {
    // alpha .1 beta .85, normal shocks: kurtosis 3.774194, correlation of squares .179070
    // (.95)^(k-1)
    double[] r =
        draw(
            new GjrGarch(
                List.of(Gjr.garch(0.05, 0.1, 0.85)), Shocks.normal(Correlation.identity(1))),
            4_000_000,
            4)[0];
    double[] square = new double[r.length];
    double fourth = 0;
    for (int t = 0; t < r.length; t++) {
      square[t] = r[t] * r[t];
      fourth += square[t] * square[t];
    }
    double variance = mean(square);
    assertThat(variance).isCloseTo(1, within(0.01));
    assertThat(fourth / r.length / (variance * variance)).isCloseTo(3.774194, within(0.06));
    for (int lag : new int[] {1, 5, 20}) {
      double expected = 0.179070 * Math.pow(0.95, lag - 1);
      double[] early = java.util.Arrays.copyOf(square, r.length - lag);
      double[] late = java.util.Arrays.copyOfRange(square, lag, r.length);
      assertThat(covariance(early, late) / covariance(square, square))
          .as("lag %s", lag)
          .isCloseTo(expected, within(0.012));
    }
  }

  @Test
  void studentShocksHaveUnitVarianceAndTheirQuantiles() {
    int n = 1_000_000;
    double[] x = new double[n];
    RandomStream random = RandomStreams.of(5).stream("shocks");
    Shocks shocks = Shocks.student(Correlation.identity(1), 5);
    double[] z = new double[1];
    for (int i = 0; i < n; i++) {
      shocks.draw(random, z);
      x[i] = z[0];
    }
    // the fourth moment is 9 for nu 5: standard error of the variance is sqrt(8 / n)
    assertThat(covariance(x, x)).isCloseTo(1, within(ERRORS * Math.sqrt(8.0 / n)));
    java.util.Arrays.sort(x);
    TDistribution t = TDistribution.of(5);
    for (double p : new double[] {1e-4, 0.01, 0.1, 0.5, 0.9, 0.99, 0.9999}) {
      double q = t.inverseCumulativeProbability(p);
      double error = Math.sqrt(p * (1 - p) / n) / t.density(q) * Math.sqrt(0.6);
      assertThat(x[(int) (p * n)])
          .as("quantile %s", p)
          .isCloseTo(q * Math.sqrt(0.6), within(ERRORS * error));
    }
  }

  @Test
  void studentShocksCrashTogether() {
    // tail dependence for nu 4: .25317 at rho .5, .07559 at rho 0; at a finite level it lies a
    // little above
    assertThat(jointTail(0.5, 4)).isCloseTo(0.25317, within(0.04));
    assertThat(jointTail(0, 4)).isCloseTo(0.07559, within(0.03));
    assertThat(jointTail(0.5, 1000)).isLessThan(0.16);
  }

  private static double jointTail(double rho, double nu) {
    Shocks shocks = Shocks.student(Correlation.uniform(2, rho), nu);
    RandomStream random = RandomStreams.of(6).stream("tail");
    double level =
        TDistribution.of(nu).inverseCumulativeProbability(0.001) * Math.sqrt((nu - 2) / nu);
    double[] z = new double[2];
    int first = 0;
    int both = 0;
    for (int i = 0; i < 4_000_000; i++) {
      shocks.draw(random, z);
      if (z[0] < level) {
        first++;
        both += z[1] < level ? 1 : 0;
      }
    }
    return (double) both / first;
  }

  @Test
  void regimesScaleVarianceByTheirShares() {
    RegimeSwitching process =
        new RegimeSwitching(
            GeometricBrownian.noise(1, Math.sqrt(252) * 0.01, 252),
            new double[][] {{0.98, 0.02}, {0.06, 0.94}},
            new double[] {0.001, -0.003},
            new double[] {0.5, 2});
    assertThat(process.share(0)).isCloseTo(0.75, within(ROUNDING));
    assertThat(process.typicalDeviation(0))
        .isCloseTo(0.01 * Math.sqrt(0.75 * 0.25 + 0.25 * 4), within(ROUNDING));
    double[] r = draw(process, 1_000_000, 7)[0];
    double drifts = 0.75 * 0.001 - 0.25 * 0.003;
    // the mixture's mean and variance; regimes last 50 and 17 bars, so the mean converges slowly
    assertThat(mean(r)).isCloseTo(drifts - 5e-5 * (0.75 * 0.5 + 0.25 * 2), within(6e-5));
    double spread = 0.75 * 1e-6 + 0.25 * 9e-6 - drifts * drifts;
    assertThat(covariance(r, r)).isCloseTo(1e-4 * 1.1875 + spread, within(3e-6));
  }

  @Test
  void equalSeedsGiveEqualPaths() {
    GjrGarch process =
        new GjrGarch(
            List.of(Gjr.garch(1e-6, 0.1, 0.85), Gjr.garch(2e-6, 0.05, 0.9)),
            Shocks.student(Correlation.uniform(2, 0.3), 5, 7));
    assertThat(draw(process, 1000, 8)).isDeepEqualTo(draw(process, 1000, 8));
    assertThat(draw(process, 1000, 8)[0]).isNotEqualTo(draw(process, 1000, 9)[0]);
  }

  @Test
  void badParametersAreNamed() {
    assertThatThrownBy(() -> new Gjr(0, 1e-6, 0.2, 0.1, 0.8))
        .hasMessageContaining("alpha + gamma/2 + beta < 1");
    assertThatThrownBy(
            () -> Correlation.of(new double[][] {{1, 0.9, 0}, {0.9, 1, 0.9}, {0, 0.9, 1}}))
        .hasMessageContaining("positive definite");
    assertThatThrownBy(() -> Correlation.of(new double[][] {{1, 0.5}, {0.4, 1}}))
        .hasMessageContaining("symmetric");
    assertThatThrownBy(() -> Shocks.student(Correlation.identity(1), 2))
        .hasMessageContaining("degrees of freedom");
    assertThatThrownBy(() -> GeometricBrownian.noise(1, Double.NaN, 252))
        .hasMessageContaining("volatility[0]");
    assertThatThrownBy(
            () ->
                new RegimeSwitching(
                    GeometricBrownian.noise(1, 0.2, 252),
                    new double[][] {{0.5, 0.6}, {0.5, 0.5}},
                    new double[2],
                    new double[] {1, 1}))
        .hasMessageContaining("transition row 0");
  }
}

package io.tradinggym.signals.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten rows whose scores scikit-learn and SciPy computed, and laws that are known. */
class ScoresTest {
  private static final double EXACT = 1e-9;
  private static final int[] Y = {0, 0, 1, 0, 1, 1, 0, 1, 1, 1};
  private static final double[] S = {.1, .3, .3, .4, .4, .5, .6, .7, .7, .9};

  @Test
  void rankingAndSharpness() {
    assertThat(Scores.auc(Y, S)).isCloseTo(0.7916666667, within(1e-10));
    assertThat(Scores.delongError(Y, S)).isCloseTo(0.1525250435, within(1e-10));
    assertThat(Scores.logLoss(Y, S)).isCloseTo(0.5521272936, within(1e-10));
    assertThat(Scores.brier(Y, S)).isCloseTo(0.191, within(EXACT));
    assertThat(Scores.accuracy(Y, S, 0.45)).isCloseTo(0.7, within(EXACT));
    assertThat(Scores.nullError(500, 500)).isCloseTo(0.0182665, within(1e-7));
    assertThatThrownBy(() -> Scores.auc(new int[] {1, 1}, new double[] {1, 2}))
        .hasMessageContaining("both kinds, were 2 ones and 0 zeros");
    assertThatThrownBy(() -> Scores.brier(new int[] {2}, new double[] {1}))
        .hasMessageContaining("in row 0");
  }

  @Test
  void murphysParts() {
    Reliability r = Reliability.of(Y, S, 5);
    assertThat(r.reliability()).isCloseTo(0.0263333333, within(1e-10));
    assertThat(r.resolution()).isCloseTo(0.0566666667, within(1e-10));
    assertThat(r.uncertainty()).isCloseTo(0.24, within(EXACT));
    assertThat(r.expectedError()).isCloseTo(0.13, within(EXACT));
  }

  @Test
  void isotonicPoolsViolators() {
    Isotonic fit = Isotonic.fit(Y, S);
    assertThat(fit.probability(0.1)).isZero();
    for (double score : new double[] {.3, .4, .5, .6}) {
      assertThat(fit.probability(score)).isCloseTo(0.5, within(EXACT));
    }
    assertThat(fit.probability(0.7)).isEqualTo(1);
    assertThat(fit.probability(0.2)).as("between").isCloseTo(0.25, within(EXACT));
    assertThat(fit.probability(-5)).isZero();
    assertThat(fit.probability(5)).isEqualTo(1);
  }

  @Test
  void plattsLine() {
    Platt fit = Platt.fit(Y, S);
    assertThat(fit.a()).isCloseTo(0.7604693, within(1e-6));
    assertThat(fit.b()).isCloseTo(0.4653369, within(1e-6));
  }

  /** Scores of the binormal law: AUC .70, and calibrated probabilities are honest. */
  @Test
  void aKnownLawIsCalibrated() {
    RandomStream random = RandomStreams.of(1).stream("binormal");
    double d = 0.7416143172;
    int n = 20_000;
    int[] y = new int[n];
    double[] score = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = random.bernoulli(0.5) ? 1 : 0;
      // Too sure of itself: twice the true log odds.
      double x = random.gaussian((y[i] - 0.5) * d, 1);
      score[i] = 1 / (1 + Math.exp(-2 * d * x));
    }
    assertThat(Scores.auc(y, score)).isCloseTo(0.70, within(3 * Scores.delongError(y, score)));
    int half = n / 2;
    int[] fitY = java.util.Arrays.copyOf(y, half);
    double[] fitS = java.util.Arrays.copyOf(score, half);
    int[] testY = java.util.Arrays.copyOfRange(y, half, n);
    double[] testS = java.util.Arrays.copyOfRange(score, half, n);
    assertThat(Reliability.of(testY, testS, 10).expectedError()).isGreaterThan(0.06);
    for (Calibrator calibrator :
        new Calibrator[] {Platt.fit(fitY, fitS), Isotonic.fit(fitY, fitS)}) {
      double[] mended =
          IntStream.range(0, half).mapToDouble(i -> calibrator.probability(testS[i])).toArray();
      assertThat(Reliability.of(testY, mended, 10).expectedError()).isLessThan(0.03);
    }
    assertThat(Platt.fit(fitY, fitS).a()).isCloseTo(0.5, within(0.05));
  }

  @Test
  void conformalRanks() {
    assertThat(SplitConformal.rank(10, 0.1)).isEqualTo(10);
    assertThat(SplitConformal.rank(10, 0.2)).isEqualTo(9);
    assertThat(SplitConformal.rank(10, 0.3)).isEqualTo(8);
    SplitConformal ten = SplitConformal.of(3, 1, 2, 5, 4, 7, 6, 10, 9, 8);
    assertThat(ten.radius(0.2)).isEqualTo(9);
    assertThat(ten.radius(0.1)).as("the last of ten").isEqualTo(10);
    assertThat(ten.radius(0.05)).isInfinite();
  }

  @Test
  void conformalCoverage() {
    RandomStream random = RandomStreams.of(2).stream("conformal");
    double mean = 0;
    int repeats = 2_000;
    for (int repeat = 0; repeat < repeats; repeat++) {
      double[] misses = random.doubles(100).toArray();
      mean += SplitConformal.of(misses).radius(0.1) / repeats;
    }
    assertThat(mean)
        .as("rank 91 of 100 uniform misses: 91/101")
        .isCloseTo(0.9009901, within(0.003));
  }

  @Test
  void adaptiveConformalFollowsItsErrors() {
    AdaptiveConformal adaptive = new AdaptiveConformal(0.1, 0.02);
    double[] expected = {.082, .084, .086, .088, .07, .052};
    int[] errors = {1, 0, 0, 0, 1, 1};
    for (int i = 0; i < 6; i++) {
      adaptive.observe(errors[i] == 1);
      assertThat(adaptive.alpha()).isCloseTo(expected[i], within(1e-12));
    }
  }
}

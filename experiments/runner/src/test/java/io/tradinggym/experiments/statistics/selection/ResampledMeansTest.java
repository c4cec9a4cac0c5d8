package io.tradinggym.experiments.statistics.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.statistics.BacktestOverfitting;
import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is told from rounding, and who counts, by resamples that are written down. */
class ResampledMeansTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  @Test
  void equalMeansCountAndThoseABillionthOfAnErrorBelow() {
    assertThat(ResampledMeans.reaches(1, 1, 1)).isTrue();
    assertThat(ResampledMeans.reaches(1 - .5e-9, 1, 1)).isTrue();
    assertThat(ResampledMeans.reaches(1 - 1.5e-9, 1, 1)).isFalse();
    assertThat(ResampledMeans.reaches(1 - 1.5e-9, 1, 2)).isTrue();
    assertThat(ResampledMeans.reaches(1 - .7e-9, 1, .5)).isFalse();
  }

  /** A candidate with a mean of -2 and resamples of 3 and -4, whose mean square is 12.5. */
  @Test
  void aCandidateIsAsLargeAsItsMeans() {
    ResampledMeans means = new ResampledMeans(4, new double[] {-2}, new double[][] {{3}, {-4}});
    assertThat(means.size(0)).isCloseTo(2 + Math.sqrt(12.5), ROUNDING);
    assertThat(means.error(0)).isCloseTo(2 * Math.sqrt((25 + 4) / 2.0), ROUNDING);
  }

  /** Of 1000, over four periods, what is scaled varies by rounding up to 2 x 1000 x 1e-13. */
  @Test
  void whatVariesByRoundingDoesNotVary() {
    double[] mean = {1000};
    double[][] apart = {{1000 + 5e-10}, {1000 - 5e-10}};
    double[][] rounded = {{1000 + 5e-11}, {1000 - 5e-11}};
    assertThat(new ResampledMeans(4, mean, apart).error(0)).isCloseTo(1e-9, within(1e-12));
    assertThat(new ResampledMeans(4, mean, rounded).error(0)).isNaN();
  }

  /**
   * sqrt(2 ln ln 60) = 1.679 errors below zero a candidate no longer counts. The first is one error above it, and in
   * the first resample one more; the second is as far above its mean in the second resample, which matters if it
   * counts.
   */
  @Test
  void whoIsFarBelowTheBenchmarkNoLongerCounts() {
    assertThat(ability(-1.6).consistent()).isEqualTo(1);
    assertThat(ability(-1.67).consistent()).isEqualTo(1);
    assertThat(ability(-1.69).consistent()).isEqualTo(.5);
    assertThat(ability(-1.8).consistent()).isEqualTo(.5);
    assertThat(ability(-1.8).upper()).isEqualTo(1);
    assertThat(ability(-1.6).lower()).isEqualTo(.5);
  }

  private static SuperiorAbility ability(double below) {
    double[][] resampled = {{2, below - 1}, {0, below + 1}};
    return SuperiorAbility.of(new ResampledMeans(60, new double[] {1, below}, resampled));
  }

  /** Three trials over four periods, by the formula, with another library's correlations. */
  @Test
  void correlationsAreShrunkByTheirError() {
    double[][] returns = {{.1, .2, -.1, .3}, {.2, .1, -.2, .5}, {-.1, .4, .2, -.3}};
    PearsonsCorrelation pearson = new PearsonsCorrelation();
    double error = 0;
    double signal = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        double square = Math.pow(pearson.correlation(returns[i], returns[j]), 2);
        error += Math.pow(1 - square, 2) / 3;
        signal += square;
      }
    }
    double[][] shrunk = ExpectedBest.correlation(returns);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double plain = i == j ? 1 : pearson.correlation(returns[i], returns[j]);
        assertThat(shrunk[i][j]).isCloseTo(plain * (i == j ? 1 : 1 - error / signal), ROUNDING);
      }
    }
  }

  /** The larger of two is sqrt((1 - rho) / pi) on average. */
  @Test
  void trialsThatHedgeEachOtherAreMoreThanTheirNumber() {
    double[][] hedged = {{1, -.5}, {-.5, 1}};
    assertThat(ExpectedBest.of(hedged, 100_000, RandomStreams.of(4).stream("hedged")))
        .isCloseTo(Math.sqrt(1.5 / Math.PI), within(.01));
    double[][] beyond = {{1, 1.2}, {1.2, 1}};
    assertThatThrownBy(() -> ExpectedBest.of(beyond, 1, RandomStreams.of(4).stream("beyond")))
        .hasMessageContaining("positive semi-definite; row 1");
  }

  /** Of fifty-nine periods four blocks of ten at least can be made, of twenty two. */
  @Test
  void theBestOfManyIsJudgedOnAsManyBlocksAsThePeriodsGive() {
    RandomStream random = RandomStreams.of(4).stream("blocks");
    for (int[] periodsAndBlocks : new int[][] {{59, 4}, {20, 2}, {300, 10}}) {
      double[][] returns = new double[6][periodsAndBlocks[0]];
      for (double[] row : returns) {
        Arrays.setAll(row, t -> random.gaussian());
      }
      assertThat(BestOfMany.of(returns, 0, random).overfitting())
          .isEqualTo(BacktestOverfitting.of(returns, periodsAndBlocks[1]).probability());
    }
  }

  @Test
  void twoThatTradedTwentyPeriodsCanBeCompared() {
    double[][] returns = new double[2][20];
    assertThat(BestOfMany.compares(returns)).as("nobody traded").isFalse();
    returns[1][19] = .01;
    assertThat(BestOfMany.compares(returns)).isTrue();
    assertThat(BestOfMany.compares(new double[][] {returns[1]})).as("one alone").isFalse();
    double[] nineteen = Arrays.copyOfRange(returns[1], 1, 20);
    assertThat(BestOfMany.compares(new double[][] {nineteen, nineteen})).isFalse();
    assertThat(BestOfMany.compares(new double[][] {returns[1], nineteen})).isFalse();
  }
}

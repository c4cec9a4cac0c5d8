package io.tradinggym.experiments.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.statistics.seeds.Interval;
import org.junit.jupiter.api.Test;

class SeedBootstrapTest {
  @Test
  void theEstimateIsTheMeanOfTheMiddleHalf() {
    Interval interval =
        SeedBootstrap.interquartileMean(new double[][] {{100, 1, 2, 3}, {4, 5, 6, -100}});
    assertThat(interval.point()).isCloseTo((2 + 3 + 4 + 5) / 4.0, within(1e-12));
  }

  @Test
  void theIntervalHoldsTheTruthAboutAsOftenAsItSays() {
    RandomStream random = RandomStreams.of(11).stream("scores");
    int held = 0;
    int tries = 200;
    for (int i = 0; i < tries; i++) {
      double[][] scores = new double[1][60];
      for (int path = 0; path < 60; path++) {
        scores[0][path] = 0.1 + random.gaussian();
      }
      Interval interval = SeedBootstrap.interquartileMean(scores);
      held += interval.contains(0.1) ? 1 : 0;
    }
    // 95 % of 200 is 190; a binomial count lies within 3.5 standard deviations (11) but in one case
    // of two thousand.
    assertThat(held).isBetween(176, 200);
  }

  /** 1.96 standard errors to either side; 2,000 draws tell the ends to about two percent. */
  @Test
  void theIntervalOfAMeanIsAsWideAsTheCentralLimitTheoremSays() {
    RandomStream random = RandomStreams.of(12).stream("scores");
    int paths = 400;
    double[][] scores = new double[1][paths];
    double squares = 0;
    for (int path = 0; path < paths; path++) {
      scores[0][path] = random.gaussian();
      squares += scores[0][path] * scores[0][path];
    }
    Interval interval = SeedBootstrap.mean(scores);
    double error = Math.sqrt(squares / paths - interval.point() * interval.point()) / 20;
    assertThat((interval.point() - interval.lower()) / error).isCloseTo(1.96, within(0.15));
    assertThat((interval.upper() - interval.point()) / error).isCloseTo(1.96, within(0.15));
    assertThat(interval.confidence()).isEqualTo(0.95);
  }

  @Test
  void equalScoresLeaveNoDoubt() {
    Interval interval = SeedBootstrap.interquartileMean(new double[][] {{2, 2, 2}, {2, 2, 2}});
    assertThat(interval.lower()).isEqualTo(2);
    assertThat(interval.upper()).isEqualTo(2);
  }

  @Test
  void theSameScoresHaveTheSameInterval() {
    double[][] scores = {{1, 5, 2, 9}, {3, 3, 8, 1}, {7, 2, 2, 4}};
    Interval first = SeedBootstrap.interquartileMean(scores);
    assertThat(SeedBootstrap.interquartileMean(scores)).isEqualTo(first);
  }

  @Test
  void seedsAreDrawnAnewAndSoArePaths() {
    Interval seeds = SeedBootstrap.mean(new double[][] {{0, 0, 0}, {12, 12, 12}});
    assertThat(seeds.point()).isEqualTo(6);
    assertThat(seeds.lower()).as("both seeds the first: one draw in four").isZero();
    assertThat(seeds.upper()).isEqualTo(12);
    Interval paths = SeedBootstrap.mean(new double[][] {{0, 12}, {0, 12}});
    assertThat(paths.lower()).isZero();
    assertThat(paths.upper()).isEqualTo(12);
  }

  @Test
  void outliersMoveTheMeanButNotTheMiddleHalf() {
    double[][] scores = {{0, 1, 2, 97}};
    assertThat(SeedBootstrap.mean(scores).point()).isEqualTo(25);
    assertThat(SeedBootstrap.interquartileMean(scores).point()).isEqualTo(1.5);
  }
}

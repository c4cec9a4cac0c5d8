package io.tradinggym.experiments.statistics.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.statistics.BacktestOverfitting;
import io.tradinggym.experiments.statistics.Returns;
import io.tradinggym.experiments.statistics.Sample;
import io.tradinggym.experiments.statistics.SharpeInference;
import io.tradinggym.experiments.statistics.seeds.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * One small panel, 60 periods of 4 candidates, and a thousand resamples of it: the expected numbers were computed by
 * programs of another language, p-values of the superior ability and of the confidence set beside those of the Python
 * package arch.
 */
class SelectionTest {
  private static final Offset<Double> PRINTED = within(5e-11);
  private static final double[] EDGE = {.0005, 0, .0002, -.0004};
  private static final double[][] PANEL = panel();
  private static final ResampledMeans MEANS =
      BlockBootstrap.circular(5).means(PANEL, 1000, new Lcg(1));

  private static double[][] panel() {
    Lcg lcg = new Lcg(42);
    double[][] panel = new double[EDGE.length][60];
    for (int t = 0; t < 60; t++) {
      for (int k = 0; k < EDGE.length; k++) {
        panel[k][t] = 0.01 * (lcg.nextDouble() - 0.5) + EDGE[k];
      }
    }
    return panel;
  }

  @Test
  void thePanelIsTheOneThatTheNumbersBelongTo() {
    assertThat(PANEL[0][0]).isCloseTo(.0013230759, PRINTED);
    assertThat(PANEL[3][0]).isCloseTo(.0023703726, PRINTED);
    double[] sharpe = {.2451509268, -.1565069049, .2290925120, .0067374807};
    for (int k = 0; k < sharpe.length; k++) {
      assertThat(Returns.sharpe(PANEL[k], 0, 1)).isCloseTo(sharpe[k], PRINTED);
    }
  }

  @Test
  void blocksStartWhereTheGeneratorSays() {
    int[] indices = new int[60];
    BlockBootstrap.circular(5).draw(indices, new Lcg(1));
    assertThat(new int[] {indices[0], indices[5], indices[10], indices[15], indices[20]})
        .containsExactly(30, 10, 18, 32, 56);
    assertThat(new int[] {indices[20], indices[21], indices[22], indices[23], indices[24]})
        .as("a block runs on at the beginning")
        .containsExactly(56, 57, 58, 59, 0);
  }

  @Test
  void realityCheck() {
    RealityCheck check = RealityCheck.of(MEANS);
    assertThat(check.statistic()).isCloseTo(.0057079593, PRINTED);
    assertThat(check.pValue()).isEqualTo(.056);
  }

  @Test
  void superiorAbility() {
    double[] error = {.0028153176, .0027308641, .0025117298, .0026813219};
    for (int k = 0; k < error.length; k++) {
      assertThat(MEANS.error(k)).isCloseTo(error[k], PRINTED);
    }
    SuperiorAbility ability = SuperiorAbility.of(MEANS);
    assertThat(ability.statistic()).isCloseTo(2.1743000423, PRINTED);
    assertThat(ability.lower()).isEqualTo(.044);
    assertThat(ability.consistent()).isEqualTo(.058);
    assertThat(ability.upper()).isEqualTo(.058);
  }

  @Test
  void stepwise() {
    StepwiseTest test = StepwiseTest.of(MEANS);
    double[] p = {.0589410589, .9210789211, .0589410589, .7532467532};
    for (int k = 0; k < p.length; k++) {
      assertThat(test.pValue(k)).isCloseTo(p[k], PRINTED);
    }
    assertThat(test.better(.05)).isEmpty();
    assertThat(test.better(.06)).containsExactly(0, 2);
    assertThat(test.better(test.pValue(3))).as("at the level exactly").containsExactly(0, 2, 3);
  }

  @Test
  void confidenceSetByTheMean() {
    ConfidenceSet set = ConfidenceSet.of(MEANS, ConfidenceSet.Statistic.MEAN);
    assertThat(set.order())
        .extracting(ConfidenceSet.Dropped::candidate)
        .containsExactly(1, 3, 2, 0);
    assertThat(set.order())
        .extracting(ConfidenceSet.Dropped::testPValue)
        .containsExactly(.038, .050, .942, 1.0);
    assertThat(set.at(.95)).containsExactly(2, 0);
    assertThat(set.at(.97)).containsExactly(1, 3, 2, 0);
  }

  @Test
  void confidenceSetByTheRange() {
    ConfidenceSet set = ConfidenceSet.of(MEANS, ConfidenceSet.Statistic.RANGE);
    assertThat(set.order())
        .extracting(ConfidenceSet.Dropped::candidate)
        .containsExactly(1, 3, 2, 0);
    assertThat(set.order())
        .extracting(ConfidenceSet.Dropped::testPValue)
        .containsExactly(.021, .106, .942, 1.0);
  }

  @Test
  void overfittingOfTheSamePanel() {
    assertThat(BacktestOverfitting.of(PANEL, 4).probability()).isZero();
    assertThat(BacktestOverfitting.of(PANEL, 4).degradation()).isCloseTo(-.9025828, within(5e-8));
    assertThat(BacktestOverfitting.of(PANEL, 6).probability()).isEqualTo(.05);
    BacktestOverfitting ten = BacktestOverfitting.of(PANEL, 10);
    assertThat(ten.probability()).isCloseTo(.1230158730, PRINTED);
    assertThat(ten.lossProbability()).isCloseTo(.0992063492, PRINTED);
    assertThat(ten.degradation()).isCloseTo(-.8365085608, PRINTED);
  }

  @Test
  void deflatedSharpeOfTheSamePanel() {
    double[] best = PANEL[0];
    double skewness = Sample.skewness(best);
    double kurtosis = Sample.rawKurtosis(best);
    assertThat(skewness).isCloseTo(-.08265516005, PRINTED);
    assertThat(kurtosis).isCloseTo(1.7945587137, PRINTED);
    assertThat(SharpeInference.probabilistic(best, 0)).isCloseTo(.9680899953, PRINTED);
    double sharpe = Returns.sharpe(best, 0, 1);
    assertThat(SharpeInference.minimumTrackRecord(sharpe, 0, skewness, kurtosis, .95))
        .isCloseTo(47.4677585, within(5e-8));
    double[] ratios = new double[4];
    for (int k = 0; k < 4; k++) {
      ratios[k] = Returns.sharpe(PANEL[k], 0, 1);
    }
    double variance = Math.pow(Sample.deviation(ratios), 2);
    assertThat(Math.sqrt(variance) * SharpeInference.expectedMaximum(4))
        .isCloseTo(.2021986589, PRINTED);
    assertThat(SharpeInference.deflated(best, variance, 4)).isCloseTo(.6273094225, PRINTED);
  }

  @Test
  void expectedBestOfCorrelatedTrials() {
    assertThat(ExpectedBest.of(clusters(3, 4, .9, 0), 200_000, stream("three")))
        .isCloseTo(1.1526, within(.006));
    assertThat(ExpectedBest.of(clusters(5, 20, .8, .1), 40_000, stream("five")))
        .isCloseTo(1.8469, within(.012));
    assertThat(ExpectedBest.of(clusters(10, 1, 0, 0), 200_000, stream("ten")))
        .as("independent trials: the exact expectation of the largest of ten")
        .isCloseTo(1.53875, within(.006));
    assertThat(ExpectedBest.of(clusters(1, 5, 1, 0), 20_000, stream("one")))
        .as("the same trial five times is one trial")
        .isCloseTo(0, within(.03));
  }

  @Test
  void aSeriesThatNeverVariesAsksForNoBlocksHoweverItIsRounded() {
    double[] constant = new double[30];
    Arrays.fill(constant, .001);
    assertThat(BlockLength.of(constant).stationary()).isNaN();
  }

  @Test
  void theSetKeepsCopiesOfTheBestAndDropsWhoIsBehindByTheSameEveryPeriod() {
    RandomStream random = stream("copies");
    double[] one = IntStream.range(0, 300).mapToDouble(t -> .01 * random.gaussian()).toArray();
    double[] less = Arrays.stream(one).map(r -> r - .001).toArray();
    for (ConfidenceSet.Statistic statistic : ConfidenceSet.Statistic.values()) {
      ResampledMeans copies =
          BlockBootstrap.circular(5).means(new double[][] {one, one, one}, 500, random);
      assertThat(ConfidenceSet.of(copies, statistic).order())
          .extracting(ConfidenceSet.Dropped::pValue)
          .containsOnly(1.0);
      ResampledMeans behind =
          BlockBootstrap.circular(5).means(new double[][] {less, one}, 500, random);
      assertThat(ConfidenceSet.of(behind, statistic).at(.9)).containsExactly(1);
    }
  }

  @Test
  void theBestOfManyIsJudgedByAllTestsAtOnce() {
    RandomStream random = stream("best of many");
    double[][] panel = new double[20][500];
    for (int trial = 0; trial < panel.length; trial++) {
      for (int t = 0; t < panel[trial].length; t++) {
        panel[trial][t] = .01 * random.gaussian() + (trial == 7 ? .002 : 0);
      }
    }
    BestOfMany best = BestOfMany.of(panel, 7, random);
    assertThat(best.anyBetter()).isLessThan(.02);
    assertThat(best.better()).isEqualTo(1);
    assertThat(best.overfitting()).isLessThan(.1);
    assertThat(best.sentence()).contains("Of 20 candidates 1 earns more than cash");
    assertThat(BestOfMany.compares(new double[3][500])).as("nobody traded").isFalse();
    double[][] unequal = {new double[500], new double[499]};
    unequal[0][7] = .01;
    assertThat(BestOfMany.compares(unequal)).as("of two lengths").isFalse();
  }

  /** The plain ratio calls skill in a sixth of these searches; the trials' own variance would leave an eighth. */
  @Test
  void worthlessTrialsThatResembleEachOtherAreTakenForSkillAsRarelyAsClaimed() {
    RandomStream random = stream("resembling");
    int searches = 400;
    double luck = ExpectedBest.of(clusters(1, 50, .9, 0), 20_000, random);
    int found = 0;
    for (int search = 0; search < searches; search++) {
      double[] shared = IntStream.range(0, 500).mapToDouble(t -> random.gaussian()).toArray();
      double[] best = {};
      double[] ratios = new double[50];
      for (int trial = 0; trial < ratios.length; trial++) {
        double[] returns = new double[shared.length];
        for (int t = 0; t < returns.length; t++) {
          returns[t] = .01 * (Math.sqrt(.9) * shared[t] + Math.sqrt(.1) * random.gaussian());
        }
        ratios[trial] = Returns.sharpe(returns, 0, 1);
        best =
            ratios[trial] == Arrays.stream(ratios).limit(trial + 1L).max().orElseThrow()
                ? returns
                : best;
      }
      double variance = SharpeInference.trialVariance(ratios, best.length);
      found += SharpeInference.deflatedByCorrelation(best, variance, luck) > .95 ? 1 : 0;
    }
    assertThat((double) found / searches).isBetween(.02, .085);
  }

  private static double[][] clusters(int clusters, int size, double inside, double across) {
    int n = clusters * size;
    double[][] correlation = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        correlation[i][j] = i == j ? 1 : i / size == j / size ? inside : across;
      }
    }
    return correlation;
  }

  @Test
  void aContradictoryCorrelationIsRefused() {
    double[][] wrong = {{1, .9, -.9}, {.9, 1, .9}, {-.9, .9, 1}};
    assertThatThrownBy(() -> ExpectedBest.of(wrong, 1, stream("wrong")))
        .hasMessageContaining("positive semi-definite; row 2");
  }

  @Test
  void correlationOfIndependentTrialsIsShrunkAwayAndThatOfCopiesIsNot() {
    RandomStream random = stream("shrink");
    double[][] apart = new double[10][250];
    for (double[] row : apart) {
      Arrays.setAll(row, t -> random.gaussian());
    }
    double[][] shrunk = ExpectedBest.correlation(apart);
    assertThat(Math.abs(shrunk[3][7])).isLessThan(.03);
    double[][] copies = {apart[0], apart[0], apart[1]};
    assertThat(ExpectedBest.correlation(copies)[0][1]).isGreaterThan(.99);
    assertThat(ExpectedBest.correlation(new double[][] {apart[0], new double[250]})[0][1]).isZero();
  }

  @Test
  void blockLengthOfDependentAndOfIndependentPeriods() {
    Lcg lcg = new Lcg(7);
    double[] u = DoubleStream.generate(lcg::nextDouble).limit(401).toArray();
    double[] dependent = new double[400];
    double[] independent = new double[400];
    for (int t = 0; t < 400; t++) {
      dependent[t] = t == 0 ? 0 : .5 * dependent[t - 1] + u[t] - .5;
      independent[t] = u[t] - .5;
    }
    BlockLength long_ = BlockLength.of(dependent);
    assertThat(long_.stationary()).isCloseTo(7.2926677187, PRINTED);
    assertThat(long_.circular()).isCloseTo(8.3480206038, PRINTED);
    BlockLength short_ = BlockLength.of(independent);
    assertThat(short_.stationary()).isCloseTo(1.8149911360, PRINTED);
    assertThat(short_.circular()).isCloseTo(2.0776462035, PRINTED);
  }

  @Test
  void meansAreThoseOfTheDrawnPeriods() {
    for (BlockBootstrap bootstrap :
        new BlockBootstrap[] {BlockBootstrap.circular(7), BlockBootstrap.stationary(4.5)}) {
      ResampledMeans means = bootstrap.means(PANEL, 50, stream("both"));
      RandomStream again = stream("both");
      int[] indices = new int[60];
      for (int b = 0; b < 50; b++) {
        bootstrap.draw(indices, again);
        for (int k = 0; k < 4; k++) {
          double sum = 0;
          for (int t : indices) {
            sum += PANEL[k][t];
          }
          assertThat(means.mean(b, k)).isCloseTo(sum / 60, within(1e-15));
        }
      }
    }
  }

  @Test
  void stationaryBlocksHaveTheirMeanLengthAndEveryPeriodTheSameChance() {
    int[] indices = new int[200];
    int[] seen = new int[200];
    int blocks = 0;
    RandomStream random = stream("lengths");
    for (int i = 0; i < 2000; i++) {
      BlockBootstrap.stationary(8).draw(indices, random);
      blocks++;
      for (int t = 0; t < 200; t++) {
        seen[indices[t]]++;
        blocks += t > 0 && indices[t] != (indices[t - 1] + 1) % 200 ? 1 : 0;
      }
    }
    // A block begins a resample, and after each of the other 199 periods with a chance of 1 in 8.
    assertThat(blocks / 2000.0).isCloseTo(1 + 199 / 8.0, within(.3));
    for (int count : seen) {
      assertThat(count).isBetween(1700, 2300);
    }
  }

  @Test
  void theIntervalOfAMeanWidensWithDependence() {
    RandomStream random = stream("interval");
    double[] series = new double[1000];
    for (int t = 1; t < series.length; t++) {
      series[t] = .7 * series[t - 1] + random.gaussian();
    }
    double blocks = width(BlockBootstrap.of(series), series);
    double alone = width(BlockBootstrap.stationary(1), series);
    // The long-run deviation of an AR(1) is sqrt((1 + .7) / (1 - .7)) = 2.38 times that of its
    // values.
    assertThat(blocks / alone).isBetween(1.7, 2.6);
  }

  private static double width(BlockBootstrap bootstrap, double[] series) {
    var interval = bootstrap.interval(series, Sample::mean, .95, 1000, stream("width"));
    assertThat(interval.contains(Sample.mean(series))).isTrue();
    return interval.upper() - interval.lower();
  }

  /** Worthless candidates: a right test rejects in one history of twenty; 4 standard errors of 200 histories. */
  @Test
  void worthlessCandidatesAreNamedAsOftenAsTheLevelSays() {
    RandomStream random = stream("null");
    int check = 0;
    int ability = 0;
    int stepwise = 0;
    for (int history = 0; history < 200; history++) {
      double[][] panel = new double[5][120];
      for (double[] row : panel) {
        Arrays.setAll(row, t -> random.gaussian());
      }
      ResampledMeans means = BlockBootstrap.stationary(2).means(panel, 200, random);
      check += RealityCheck.of(means).pValue() <= .05 ? 1 : 0;
      ability += SuperiorAbility.of(means).consistent() <= .05 ? 1 : 0;
      stepwise += StepwiseTest.of(means).better(.05).length > 0 ? 1 : 0;
    }
    assertThat(check).isBetween(1, 23);
    assertThat(ability).isBetween(1, 23);
    assertThat(stepwise).isBetween(1, 23);
  }

  @Test
  void badCandidatesHideAGoodOneFromTheRealityCheckOnly() {
    RandomStream random = stream("power");
    double[][] panel = new double[11][250];
    for (int k = 0; k < panel.length; k++) {
      double mean = k == 0 ? .3 : -1;
      double deviation = k == 0 ? 1 : 4;
      Arrays.setAll(panel[k], t -> mean + deviation * random.gaussian());
    }
    ResampledMeans means = BlockBootstrap.circular(1).means(panel, 1000, random);
    assertThat(RealityCheck.of(means).pValue()).isGreaterThan(.1);
    SuperiorAbility ability = SuperiorAbility.of(means);
    assertThat(ability.consistent()).isLessThan(.02);
    assertThat(ability.lower()).isLessThanOrEqualTo(ability.consistent());
    assertThat(ability.consistent()).isLessThanOrEqualTo(ability.upper());
    assertThat(ConfidenceSet.of(means, ConfidenceSet.Statistic.RANGE).at(.9)).containsExactly(0);
  }

  @Test
  void candidatesThatNeverVaryAreLeftOut() {
    double[][] panel = {PANEL[0], new double[60], constant(.001)};
    ResampledMeans means = BlockBootstrap.circular(5).means(panel, 100, new Lcg(1));
    assertThat(StepwiseTest.of(means).pValue(1)).isNaN();
    assertThat(StepwiseTest.of(means).pValue(2)).isNaN();
    assertThat(SuperiorAbility.of(means).statistic()).isCloseTo(2.17, within(.3));
    ResampledMeans idle =
        BlockBootstrap.circular(5)
            .means(new double[][] {new double[60], new double[60]}, 9, stream("idle"));
    assertThat(SuperiorAbility.of(idle)).isEqualTo(new SuperiorAbility(0, 1, 1, 1));
    assertThat(RealityCheck.of(idle)).isEqualTo(new RealityCheck(0, 1));
    assertThat(ConfidenceSet.of(idle, ConfidenceSet.Statistic.MEAN).at(.99)).containsExactly(1, 0);
    assertThat(ConfidenceSet.of(idle, ConfidenceSet.Statistic.RANGE).at(.99)).containsExactly(1, 0);
  }

  @Test
  void whereAllAreWorseThanTheBenchmarkNothingSpeaksForAnyOfThem() {
    RandomStream random = stream("all bad");
    double[][] panel = new double[4][150];
    for (double[] row : panel) {
      Arrays.setAll(row, t -> .01 * random.gaussian() - .008);
    }
    ResampledMeans means = BlockBootstrap.stationary(3).means(panel, 200, random);
    assertThat(SuperiorAbility.of(means)).isEqualTo(new SuperiorAbility(0, 1, 1, 1));
    assertThat(RealityCheck.of(means).pValue()).isEqualTo(1);
    assertThat(BestOfMany.of(panel, 0, random).sentence())
        .contains("0 earn more than cash at 5 % (Romano and Wolf; that none does: p 1.000");
  }

  /** Returns of whole ticks have means that are equal, or differ by rounding alone: in other units, other ones. */
  @Test
  void ticksAreCountedAlikeInAnyUnit() {
    RandomStream random = stream("ticks");
    double[][] panel = new double[4][80];
    for (double[] row : panel) {
      Arrays.setAll(row, t -> Math.rint(1.2 * random.gaussian()));
    }
    double[][] small =
        Arrays.stream(panel)
            .map(row -> Arrays.stream(row).map(r -> r * .01).toArray())
            .toArray(double[][]::new);
    ResampledMeans whole = BlockBootstrap.circular(3).means(panel, 500, stream("draws"));
    ResampledMeans parts = BlockBootstrap.circular(3).means(small, 500, stream("draws"));
    assertThat(RealityCheck.of(parts).pValue()).isEqualTo(RealityCheck.of(whole).pValue());
    assertThat(SuperiorAbility.of(parts).consistent())
        .isEqualTo(SuperiorAbility.of(whole).consistent());
    for (int k = 0; k < panel.length; k++) {
      assertThat(StepwiseTest.of(parts).pValue(k)).isEqualTo(StepwiseTest.of(whole).pValue(k));
    }
    for (ConfidenceSet.Statistic statistic : ConfidenceSet.Statistic.values()) {
      assertThat(ConfidenceSet.of(parts, statistic).order())
          .isEqualTo(ConfidenceSet.of(whole, statistic).order());
    }
    assertThat(BacktestOverfitting.of(small, 6).lossProbability())
        .isEqualTo(BacktestOverfitting.of(panel, 6).lossProbability());
  }

  private static double[] constant(double value) {
    double[] row = new double[60];
    Arrays.fill(row, value);
    return row;
  }

  @Test
  void malformedPanelsAreRefusedByPlace() {
    assertThatThrownBy(
            () -> BlockBootstrap.circular(1).means(new double[][] {{1, 2}, {1}}, 1, stream("bad")))
        .hasMessage("panel[1] must hold 2 periods like the first, held 1");
    assertThatThrownBy(
            () ->
                BlockBootstrap.circular(1)
                    .means(new double[][] {{1, Double.NaN}}, 1, stream("bad")))
        .hasMessage("panel[0][1] must be finite, was NaN");
    double[][] five = {{1, 2, 3, 4, 5}, {2, 1, 2, 3, 1}};
    for (BlockBootstrap blocks :
        new BlockBootstrap[] {BlockBootstrap.circular(5), BlockBootstrap.stationary(7)}) {
      assertThatThrownBy(() -> blocks.means(five, 10, stream("long")))
          .hasMessageContaining("a block must be shorter than the series, was")
          .hasMessageContaining("of 5 periods");
      assertThatThrownBy(() -> blocks.interval(five[0], Sample::mean, .9, 10, stream("long")))
          .hasMessageContaining("of 5 periods");
    }
    double[][] hole = {{1, 2, 3}, {1, Double.NaN, 3}};
    assertThatThrownBy(() -> BlockLength.of(hole[1])).hasMessageContaining("series[1]");
    assertThatThrownBy(() -> ExpectedBest.correlation(hole)).hasMessageContaining("returns[1][1]");
    for (double wrong : new double[] {Double.NaN, .4}) {
      assertThatThrownBy(
              () -> ExpectedBest.of(new double[][] {{1, .5}, {wrong, 1}}, 1, stream("bad")))
          .hasMessageContaining("must be symmetric");
    }
    assertThatThrownBy(() -> BlockBootstrap.stationary(.5)).hasMessageContaining("was 0.5");
    assertThatThrownBy(() -> BlockBootstrap.stationary(Double.NaN)).hasMessageContaining("was NaN");
  }

  private static RandomStream stream(String name) {
    return RandomStreams.of(20_261_130).stream(name);
  }

  @Test
  void aCandidateAtTheLimitIsOutOfTheSet() {
    ConfidenceSet set = ConfidenceSet.of(MEANS, ConfidenceSet.Statistic.MEAN);
    assertThat(set.at(1 - .942)).containsExactly(0);
    assertThat(set.at(1 - .941)).containsExactly(2, 0);
  }

  /** Quantiles of what the resamples said; those that say nothing are left out. */
  @Test
  void anIntervalIsMadeOfWhatResamplesSay() {
    double[] series = PANEL[0];
    List<Double> said = new ArrayList<>();
    Interval interval =
        BlockBootstrap.circular(5)
            .interval(
                series,
                drawn -> {
                  double value = drawn[0] > drawn[1] ? Double.NaN : Sample.mean(drawn);
                  said.add(value);
                  return value;
                },
                .9,
                200,
                stream("said"));
    double[] defined =
        said.stream().limit(200).filter(v -> !v.isNaN()).mapToDouble(v -> v).toArray();
    assertThat(defined).hasSizeBetween(50, 150);
    Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
    assertThat(interval.lower()).isCloseTo(percentile.evaluate(defined, 5), within(1e-15));
    assertThat(interval.upper()).isCloseTo(percentile.evaluate(defined, 95), within(1e-15));
    assertThat(BlockBootstrap.circular(5).length()).isEqualTo(5);
    assertThatThrownBy(
            () -> BlockBootstrap.circular(5).means(new double[0][], 1, stream("nothing")))
        .hasMessageContaining("were 0, 0 and 1");
    assertThatThrownBy(
            () -> BlockBootstrap.circular(5).means(new double[][] {{}}, 1, stream("nothing")))
        .hasMessageContaining("were 1, 0 and 1");
    assertThatThrownBy(() -> BlockBootstrap.circular(5).means(PANEL, 0, stream("nothing")))
        .hasMessageContaining("were 4, 60 and 0");
  }
}

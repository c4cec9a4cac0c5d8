package io.tradinggym.allocator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Log wealth against the best constant mix in hindsight, and against all paths that switch. */
class PortfolioRegretTest {
  private static final double LEAST_RATIO = .5;

  private static double[][] market(int assets, int rounds, boolean alternating, long seed) {
    RandomStream random = RandomStreams.of(seed).stream("relatives");
    double[][] relatives = new double[rounds][assets];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < assets; i++) {
        relatives[round][i] =
            alternating ? ((round + i) % 2 == 0 ? 1 : LEAST_RATIO) : random.uniform(LEAST_RATIO, 1);
      }
    }
    return relatives;
  }

  private static double logWealth(PortfolioRule rule, double[][] relatives) {
    double[] weights = new double[rule.size()];
    double sum = 0;
    for (double[] round : relatives) {
      rule.weights(weights);
      assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-9));
      sum += Math.log(Softmax.dot(weights, round, weights.length));
      rule.update(round);
    }
    return sum;
  }

  private static double best(double[][] relatives) {
    return BestConstantMix.logWealth(relatives, BestConstantMix.weights(relatives));
  }

  /** Cover's bound: what is missing is no more than the largest mean gain less 1. Two instruments are one. */
  @Property(tries = 60)
  void nothingIsMissingFromTheBestMix(
      @ForAll @IntRange(min = 2, max = 12) int assets,
      @ForAll @IntRange(min = 1, max = 400) int rounds,
      @ForAll boolean twice,
      @ForAll long seed) {
    double[][] relatives = market(assets, rounds, false, seed);
    if (twice) {
      Arrays.stream(relatives).forEach(round -> round[1] = round[0]);
    }
    double[] weights = BestConstantMix.weights(relatives);
    assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
    assertThat(Arrays.stream(weights).min().orElseThrow()).isNotNegative();
    for (int asset = 0; asset < assets; asset++) {
      double gain = 0;
      for (double[] round : relatives) {
        gain += round[asset] / Softmax.dot(weights, round, assets) / rounds;
      }
      assertThat(gain).isLessThan(1 + 2e-12);
    }
  }

  @Property(tries = 60)
  void exponentiatedGradient(
      @ForAll @IntRange(min = 2, max = 5) int assets,
      @ForAll @IntRange(min = 1, max = 200) int rounds,
      @ForAll boolean alternating,
      @ForAll long seed) {
    double eta = 2 * LEAST_RATIO * Math.sqrt(2 * Math.log(assets) / rounds);
    ExponentiatedGradient rule = new ExponentiatedGradient(assets, eta);
    double[][] relatives = market(assets, rounds, alternating, seed);
    assertThat(best(relatives) - logWealth(rule, relatives))
        .isLessThanOrEqualTo(rule.regretBound(rounds, LEAST_RATIO));
  }

  @Property(tries = 60)
  void onlineNewtonStep(
      @ForAll @IntRange(min = 2, max = 5) int assets,
      @ForAll @IntRange(min = 1, max = 200) int rounds,
      @ForAll boolean alternating,
      @ForAll long seed) {
    double[][] relatives = market(assets, rounds, alternating, seed);
    OnlineNewtonStep rule = OnlineNewtonStep.proven(assets, LEAST_RATIO);
    assertThat(best(relatives) - logWealth(rule, relatives))
        .isLessThanOrEqualTo(OnlineNewtonStep.regretBound(assets, rounds, LEAST_RATIO));
  }

  @Property(tries = 60)
  void universalPortfolio(
      @ForAll @IntRange(min = 2, max = 3) int assets,
      @ForAll @IntRange(min = 1, max = 60) int rounds,
      @ForAll boolean alternating,
      @ForAll boolean uniform,
      @ForAll long seed) {
    double[][] relatives = market(assets, rounds, alternating, seed);
    UniversalPortfolio rule = new UniversalPortfolio(assets, 32, uniform ? 1 : .5);
    double regret = best(relatives) - logWealth(rule, relatives);
    assertThat(regret).isBetween(-1e-7, rule.regretBound(rounds));
  }

  @Test
  void theSpreadMoneyIsTheMeanOfAllMixesAlsoForThreeAssets() {
    double[][] relatives = market(3, 20, false, 5);
    UniversalPortfolio rule = new UniversalPortfolio(3, 16, 1);
    double wealth = Math.exp(logWealth(rule, relatives));
    // A fine grid over the triangle, cell by cell.
    int parts = 200;
    double sum = 0;
    int cells = 0;
    for (int a = 0; a < parts; a++) {
      for (int b = 0; a + b < parts; b++) {
        double[] mix = {(a + 1 / 3.0) / parts, (b + 1 / 3.0) / parts, 0};
        mix[2] = 1 - mix[0] - mix[1];
        sum += Math.exp(BestConstantMix.logWealth(relatives, mix));
        cells++;
        if (a + b + 1 < parts) {
          double[] upper = {(a + 2 / 3.0) / parts, (b + 2 / 3.0) / parts, 0};
          upper[2] = 1 - upper[0] - upper[1];
          sum += Math.exp(BestConstantMix.logWealth(relatives, upper));
          cells++;
        }
      }
    }
    assertThat(wealth / (sum / cells)).isCloseTo(1, within(2e-5));
    assertThat(rule.logWealth()).isCloseTo(Math.log(wealth), within(1e-12));
  }

  @Property(tries = 40)
  void sharingWithOthersAtRateOneIsTheMixtureOfAllSwitchingPaths(
      @ForAll @IntRange(min = 2, max = 3) int assets,
      @ForAll @IntRange(min = 1, max = 8) int rounds,
      @ForAll long seed) {
    double alpha = .15;
    double[][] relatives = market(assets, rounds, false, seed);
    FixedShare rule = new FixedShare(assets, 1, alpha, FixedShare.Share.OTHERS);
    double[] weights = new double[assets];
    double[] losses = new double[assets];
    double wealth = 1;
    for (double[] round : relatives) {
      rule.weights(weights);
      wealth *= Softmax.dot(weights, round, assets);
      for (int i = 0; i < assets; i++) {
        losses[i] = -StrictMath.log(round[i]);
      }
      rule.update(losses);
    }
    double mixture = 0;
    for (int first = 0; first < assets; first++) {
      mixture += paths(relatives, 0, first, 1.0 / assets, alpha);
    }
    assertThat(wealth).isCloseTo(mixture, within(1e-12));
  }

  private static double paths(
      double[][] relatives, int round, int now, double money, double alpha) {
    if (round == relatives.length) {
      return money;
    }
    int assets = relatives[0].length;
    double grown = money * relatives[round][now];
    if (round + 1 == relatives.length) {
      return grown;
    }
    double sum = 0;
    for (int next = 0; next < assets; next++) {
      double chance = next == now ? 1 - alpha : alpha / (assets - 1);
      sum += paths(relatives, round + 1, next, grown * chance, alpha);
    }
    return sum;
  }
}

package io.tradinggym.explain.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.explain.policy.Planted;
import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attribution against policies of which is known what they decide by. Ten seeds: -Dtradinggym.seeds=10. */
class FaithfulnessTest {
  private static final int SEEDS = Integer.getInteger("tradinggym.seeds", 2);
  private static final int ITERATIONS = 100;
  private static final int DECISIONS = 200;

  /** Untrained networks beside each trained one: one rank correlation of 16 has a deviation of a quarter. */
  private static final int FRESH = 6;

  /** What was found of one policy. */
  private record Found(
      double first, double noise, double worstGap, double deletion, double randomDeletion) {}

  private static Found find(int informative, long seed) {
    Policy policy = Planted.policy(informative, seed, ITERATIONS);
    PolicyMargin margin = new PolicyMargin(policy, IntegratedGradients.STEPS);
    IntegratedGradients gradients = new IntegratedGradients(margin, IntegratedGradients.STEPS);
    RandomStream random = RandomStreams.of(seed).stream("decisions");
    float[] baseline = new float[Planted.INPUTS];
    double first = 0;
    double noise = 0;
    double worst = 0;
    double deletion = 0;
    double randomDeletion = 0;
    int counted = 0;
    for (int i = 0; i < DECISIONS; i++) {
      float[] observation = Planted.rows(1, random);
      int action = policy.act(observation);
      margin.choose(action, 1 - action);
      Contributions parts = gradients.of(observation, baseline);
      int[] order = parts.order();
      first += order[0] < informative ? 1 : 0;
      for (int input = informative; input < Planted.INPUTS; input++) {
        noise += parts.share(input);
      }
      if (Math.abs(parts.difference()) > .1) {
        worst = Math.max(worst, parts.gap());
        counted++;
        deletion += FaithfulnessCurves.of(margin, observation, baseline, order).deletion();
        int[] shuffled = shuffled(random);
        randomDeletion += FaithfulnessCurves.of(margin, observation, baseline, shuffled).deletion();
      }
    }
    return new Found(
        first / DECISIONS, noise / DECISIONS, worst, deletion / counted, randomDeletion / counted);
  }

  private static int[] shuffled(RandomStream random) {
    int[] order = new int[Planted.INPUTS];
    Arrays.setAll(order, i -> i);
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.integer(i + 1);
      int input = order[i];
      order[i] = order[other];
      order[other] = input;
    }
    return order;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whatWasPlantedComesFirst(int informative) {
    int below = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Found found = find(informative, seed);
      System.out.printf(
          "planted %d, seed %d: first %.3f, noise %.3f, gap %.4f, deletion %.3f, random %.3f%n",
          informative,
          seed,
          found.first(),
          found.noise(),
          found.worstGap(),
          found.deletion(),
          found.randomDeletion());
      assertThat(found.first()).as("first, seed %s", seed).isGreaterThanOrEqualTo(.95);
      assertThat(found.noise()).as("noise, seed %s", seed).isLessThanOrEqualTo(.10);
      assertThat(found.worstGap()).as("gap, seed %s", seed).isLessThanOrEqualTo(.01);
      below += found.deletion() < found.randomDeletion() ? 1 : 0;
    }
    assertThat(below).isGreaterThanOrEqualTo((int) Math.ceil(.9 * SEEDS));
  }

  /** Adebayo et al.: what is told must hang on what was learned. */
  @Test
  void anUntrainedNetworkIsToldOfOtherwise() {
    double correlation = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      double[] trained = meanShares(Planted.policy(3, seed, ITERATIONS));
      for (int other = 0; other < FRESH; other++) {
        double[] fresh = meanShares(Planted.policy(3, 1_000 + FRESH * seed + other, 0));
        correlation += new SpearmansCorrelation().correlation(trained, fresh) / SEEDS / FRESH;
      }
    }
    System.out.printf("untrained: mean rank correlation %.3f%n", correlation);
    assertThat(correlation).isLessThan(.3);
  }

  private static double[] meanShares(Policy policy) {
    PolicyMargin margin = new PolicyMargin(policy, 16);
    IntegratedGradients gradients = new IntegratedGradients(margin, 16);
    margin.choose(1, 0);
    RandomStream random = RandomStreams.of(5).stream("shares");
    double[] shares = new double[Planted.INPUTS];
    for (int i = 0; i < 100; i++) {
      Contributions parts = gradients.of(Planted.rows(1, random), new float[Planted.INPUTS]);
      for (int input = 0; input < shares.length; input++) {
        shares[input] += parts.share(input) / 100;
      }
    }
    return shares;
  }

  @Test
  void curvesOfASumByHand() {
    ScoreFunction sum = Functions.of(3, x -> 4 * x[0] + 2 * x[1] + x[2]);
    FaithfulnessCurves curves =
        FaithfulnessCurves.of(sum, new float[] {1, 1, 1}, new float[3], new int[] {0, 1, 2});
    assertThat(curves.deletion()).isCloseTo(.357143, within(5e-7));
    assertThat(curves.insertion()).isCloseTo(.642857, within(5e-7));
    double mean = 0;
    for (int[] order :
        new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
      mean += FaithfulnessCurves.of(sum, new float[] {1, 1, 1}, new float[3], order).deletion() / 6;
    }
    assertThat(mean).isCloseTo(.5, within(1e-12));
  }
}

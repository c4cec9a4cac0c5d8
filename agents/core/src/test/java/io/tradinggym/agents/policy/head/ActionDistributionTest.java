package io.tradinggym.agents.policy.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.DictSpace;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.MultiBinary;
import io.tradinggym.api.space.Space;
import io.tradinggym.api.space.TupleSpace;
import org.junit.jupiter.api.Test;

/** Distributions against their definitions in double precision, and their gradients against finite differences. */
class ActionDistributionTest {
  private static final double CLOSE = 2e-6;
  private static final float STEP = 1e-2f;
  private static final double FINITE_DIFFERENCE = 2e-3;
  private static final boolean[] ALL = {};

  @Test
  void categoricalMatchesTheSoftmaxOfEachBlock() {
    CategoricalHead head = new CategoricalHead(new int[] {3, 2}, new int[] {0, 5});
    float[] logits = {0.3f, -1.2f, 2.0f, 0.5f, 0.1f};
    ActionDistribution distribution = head.distribution();
    distribution.at(logits, 0, new float[0], 0, ALL, 0);
    double first = Math.exp(0.3) + Math.exp(-1.2) + Math.exp(2.0);
    double second = Math.exp(0.5) + Math.exp(0.1);
    float[] action = {2, 5};
    assertThat((double) distribution.logProbability(action, 0))
        .isCloseTo(2.0 - Math.log(first) + 0.5 - Math.log(second), within(CLOSE));
    double entropy = 0;
    for (int i = 0; i < 5; i++) {
      double p = Math.exp(logits[i]) / (i < 3 ? first : second);
      entropy -= p * Math.log(p);
    }
    assertThat((double) distribution.entropy()).isCloseTo(entropy, within(CLOSE));
  }

  @Test
  void maskedChoicesAreNeverDrawnAndTheRestSumsToOne() {
    CategoricalHead head = new CategoricalHead(new int[] {4}, new int[] {0});
    boolean[] mask = {false, true, false, true};
    ActionDistribution distribution = head.distribution();
    distribution.at(new float[] {9, 0, 9, 1}, 0, new float[0], 0, mask, 0);
    float[] probabilities = new float[4];
    distribution.probabilities(probabilities, 0);
    assertThat(probabilities[0]).isZero();
    assertThat(probabilities[2]).isZero();
    assertThat((double) probabilities[1] + probabilities[3]).isCloseTo(1, within(CLOSE));
    RandomStream random = RandomStreams.of(1).stream("test");
    float[] action = new float[1];
    int threes = 0;
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      distribution.sample(random, action, 0);
      assertThat(action[0]).isIn(1f, 3f);
      threes += action[0] == 3 ? 1 : 0;
    }
    double p = Math.E / (1 + Math.E);
    assertThat(threes / (double) draws).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / draws)));
  }

  @Test
  void categoricalGradientMatchesFiniteDifferences() {
    CategoricalHead head = new CategoricalHead(new int[] {3, 4}, new int[] {0, 0});
    float[] logits = {0.3f, -0.7f, 0.9f, 0.2f, 0.4f, -1.1f, 0.6f};
    boolean[] mask = {true, true, true, true, false, true, true};
    checkGradient(head, logits, new float[0], mask, new float[] {1, 3});
  }

  @Test
  void gaussianGradientMatchesFiniteDifferences() {
    GaussianHead head = new GaussianHead(Box.of(-1, 1, 2));
    checkGradient(
        head, new float[] {0.4f, -0.3f}, new float[] {-0.5f, 0.2f}, ALL, new float[] {0.9f, 0.1f});
  }

  @Test
  void gaussianDensityMatchesItsFormula() {
    GaussianHead head = new GaussianHead(Box.of(-1, 1, 1));
    ActionDistribution distribution = head.distribution();
    distribution.at(new float[] {0.4f}, 0, new float[] {-0.5f}, 0, ALL, 0);
    double sd = Math.exp(-0.5);
    double z = (1.3 - 0.4) / sd;
    assertThat((double) distribution.logProbability(new float[] {1.3f}, 0))
        .isCloseTo(-0.5 * z * z - Math.log(sd * Math.sqrt(2 * Math.PI)), within(CLOSE));
    assertThat((double) distribution.entropy())
        .isCloseTo(0.5 * Math.log(2 * Math.PI * Math.E * sd * sd), within(CLOSE));
  }

  /** Two switches: chances 1 / (1 + exp(-logit)), one of them forbidden. */
  @Test
  void switchesAreIndependentAndAForbiddenOneIsOff() {
    ActionDistribution distribution = new BinaryHead(3).distribution();
    float[] logits = {0.4f, -1.2f, 3};
    double first = 1 / (1 + Math.exp(-0.4));
    double second = 1 / (1 + Math.exp(1.2));
    distribution.at(logits, 0, new float[0], 0, new boolean[] {true, true, false}, 0);
    assertThat((double) distribution.logProbability(new float[] {1, 0, 0}, 0))
        .isCloseTo(Math.log(first) + Math.log(1 - second), within(CLOSE));
    assertThat((double) distribution.entropy())
        .isCloseTo(entropy(first) + entropy(second), within(CLOSE));
    float[] chances = new float[3];
    distribution.probabilities(chances, 0);
    assertThat((double) chances[0]).isCloseTo(first, within(CLOSE));
    assertThat(chances[2]).isZero();
    float[] action = new float[3];
    distribution.mode(action, 0);
    assertThat(action).containsExactly(1, 0, 0);
    RandomStream random = RandomStreams.of(2).stream("test");
    int ones = 0;
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      distribution.sample(random, action, 0);
      ones += (int) action[1];
      assertThat(action[2]).isZero();
    }
    assertThat(ones / (double) draws)
        .isCloseTo(second, within(4 * Math.sqrt(second * (1 - second) / draws)));
  }

  private static double entropy(double p) {
    return -p * Math.log(p) - (1 - p) * Math.log(1 - p);
  }

  @Test
  void switchGradientMatchesFiniteDifferences() {
    float[] logits = {0.4f, -1.2f, 0.7f};
    checkGradient(
        new BinaryHead(3),
        logits,
        new float[0],
        new boolean[] {true, true, false},
        new float[] {0, 1, 0});
    float[] gradient = {9, 9, 9};
    ActionDistribution distribution = new BinaryHead(3).distribution();
    distribution.at(logits, 0, new float[0], 0, new boolean[] {true, true, false}, 0);
    distribution.logProbability(new float[3], 0);
    distribution.backward(1, 1, gradient, 0, new float[0], 0);
    assertThat(gradient[2]).isZero();
  }

  /** A choice of three, a number, two switches: logarithms and entropies add up, each part has its own places. */
  @Test
  void partsOfATupleAreIndependent() {
    Space space =
        TupleSpace.of(
            Discrete.of(3), DictSpace.of("a", Box.of(-1, 1, 1)).and("b", MultiBinary.of(2)));
    ActionHead head = ActionHead.of(space);
    assertThat(head.outputs()).isEqualTo(6);
    assertThat(head.parameters()).isEqualTo(1);
    assertThat(head.actionSize()).isEqualTo(4);
    assertThat(head.maskSize()).isEqualTo(space.maskSize());
    float[] outputs = {0.3f, -0.7f, 0.9f, 0.4f, 0.2f, -0.5f};
    float[] params = {-0.5f};
    float[] action = {2, 0.9f, 1, 0};
    boolean[] mask = {true, false, true, true, true};
    ActionDistribution joint = head.distribution();
    joint.at(outputs, 0, params, 0, mask, 0);
    ActionDistribution choice = ActionHead.of(Discrete.of(3)).distribution();
    choice.at(outputs, 0, params, 0, mask, 0);
    ActionDistribution number = ActionHead.of(Box.of(-1, 1, 1)).distribution();
    number.at(outputs, 3, params, 0, ALL, 0);
    ActionDistribution bits = new BinaryHead(2).distribution();
    bits.at(outputs, 4, params, 0, mask, 3);
    assertThat((double) joint.logProbability(action, 0))
        .isCloseTo(
            choice.logProbability(action, 0)
                + number.logProbability(action, 1)
                + bits.logProbability(action, 2),
            within(CLOSE));
    assertThat((double) joint.entropy())
        .isCloseTo(choice.entropy() + number.entropy() + bits.entropy(), within(CLOSE));
    float[] chances = new float[5];
    joint.probabilities(chances, 0);
    assertThat(chances[1]).isZero();
    assertThat((double) chances[3]).isCloseTo(1 / (1 + Math.exp(-0.2)), within(CLOSE));
    float[] drawn = new float[4];
    RandomStream random = RandomStreams.of(3).stream("test");
    for (int i = 0; i < 100; i++) {
      float logProbability = joint.sample(random, drawn, 0);
      assertThat(logProbability).isEqualTo(joint.logProbability(drawn, 0));
      head.clip(drawn, 0);
      assertThat(space.contains(drawn)).isTrue();
    }
    checkGradient(head, outputs, params, ALL, action);
    float[] initial = {9};
    head.initialise(initial, 0);
    assertThat(initial[0]).isZero();
  }

  private static void checkGradient(
      ActionHead head, float[] outputs, float[] params, boolean[] mask, float[] action) {
    float a = 0.7f;
    float b = -0.3f;
    ActionDistribution distribution = head.distribution();
    distribution.at(outputs, 0, params, 0, mask, 0);
    distribution.logProbability(action, 0);
    float[] outputGradient = new float[outputs.length];
    float[] gradient = new float[params.length];
    distribution.backward(a, b, outputGradient, 0, gradient, 0);
    for (int i = 0; i < outputs.length; i++) {
      if (mask.length == 0 || mask[i]) {
        assertThat((double) outputGradient[i])
            .as("output %d", i)
            .isCloseTo(
                slope(head, outputs, params, mask, action, a, b, outputs, i),
                within(FINITE_DIFFERENCE));
      }
    }
    for (int i = 0; i < params.length; i++) {
      assertThat((double) gradient[i])
          .as("parameter %d", i)
          .isCloseTo(
              slope(head, outputs, params, mask, action, a, b, params, i),
              within(FINITE_DIFFERENCE));
    }
  }

  private static double slope(
      ActionHead head,
      float[] outputs,
      float[] params,
      boolean[] mask,
      float[] action,
      float a,
      float b,
      float[] moved,
      int i) {
    float kept = moved[i];
    moved[i] = kept + STEP;
    double up = objective(head, outputs, params, mask, action, a, b);
    moved[i] = kept - STEP;
    double down = objective(head, outputs, params, mask, action, a, b);
    moved[i] = kept;
    return (up - down) / (2 * STEP);
  }

  private static double objective(
      ActionHead head,
      float[] outputs,
      float[] params,
      boolean[] mask,
      float[] action,
      float a,
      float b) {
    ActionDistribution distribution = head.distribution();
    distribution.at(outputs, 0, params, 0, mask, 0);
    return a * distribution.logProbability(action, 0) + b * distribution.entropy();
  }
}

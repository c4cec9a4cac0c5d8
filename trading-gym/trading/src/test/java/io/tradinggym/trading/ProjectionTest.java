package io.tradinggym.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProjectionTest {
  private static final boolean[] ALL = {true, true, true};
  private static final boolean[] SECOND_HALTED = {true, false, true};

  private static double[] project(
      Projection projection,
      boolean[] listed,
      boolean[] tradable,
      double leverage,
      boolean shorts,
      double... action) {
    double[] weights = new double[3];
    projection.project(action, listed, tradable, leverage, shorts, weights);
    return weights;
  }

  @Test
  void numbersWithinTheLimitAreTheWeights() {
    assertThat(project(Projection.CLIP_NORMALISE, ALL, ALL, 1, false, 0.2, -0.5, 0.3))
        .containsExactly(0.2, 0, 0.3);
    assertThat(project(Projection.CLIP_NORMALISE, ALL, ALL, 2, true, 0.2, -0.5, 0.3))
        .containsExactly(0.4, -1, 0.6);
  }

  @Test
  void moreIsScaledDownTogether() {
    assertThat(project(Projection.CLIP_NORMALISE, ALL, ALL, 1, true, 1, -1, 0.5))
        .containsExactly(1 / 2.5, -1 / 2.5, 0.5 / 2.5);
  }

  @Test
  void whatIsHaltedCountsAndIsLeftAlone() {
    double[] weights = project(Projection.CLIP_NORMALISE, ALL, SECOND_HALTED, 1, false, 1, 1, 0);
    assertThat(weights[0]).isEqualTo(0.5);
    assertThat(weights[1]).isNaN();
    double[] softmax = project(Projection.SOFTMAX, ALL, SECOND_HALTED, 1, false, 0, 0, 0, 0);
    assertThat(softmax[0]).isCloseTo(0.25, within(1e-15));
    assertThat(softmax[1]).isNaN();
  }

  @Test
  void whatIsNotListedCountsForNothing() {
    double[] weights =
        project(Projection.CLIP_NORMALISE, SECOND_HALTED, SECOND_HALTED, 1, false, 1, 1, 0);
    assertThat(weights[0]).isEqualTo(1);
    assertThat(weights[1]).isNaN();
    double[] softmax =
        project(Projection.SOFTMAX, SECOND_HALTED, SECOND_HALTED, 1, false, 0, 1, 0, 0);
    assertThat(softmax[0]).isCloseTo(1 / 3.0, within(1e-15));
  }

  @Test
  void zerosAreInvestedEqually() {
    assertThat(project(Projection.INVESTED, ALL, ALL, 1, false, 0, 0, 0, 0))
        .containsExactly(1 / 3.0, 1 / 3.0, 1 / 3.0);
    assertThat(project(Projection.INVESTED, ALL, ALL, 2, false, 0.4, 0.4, 0.4, -0.7))
        .containsExactly(2 / 3.0, 2 / 3.0, 2 / 3.0);
  }

  @Test
  void cashIsTakenFromAllAlike() {
    double e = StrictMath.exp(5 * 0.2);
    double[] weights = project(Projection.INVESTED, ALL, ALL, 1, false, 0.2, 0, 0, 0.25);
    assertThat(weights[0]).isCloseTo(0.75 * e / (e + 2), within(1e-15));
    assertThat(weights[1]).isCloseTo(0.75 / (e + 2), within(1e-15));
    assertThat(project(Projection.INVESTED, ALL, ALL, 1, false, 1, -1, 0, 1))
        .containsExactly(0, 0, 0);
  }

  @Test
  void withNothingListedAllIsCash() {
    boolean[] none = {false, false, false};
    assertThat(project(Projection.INVESTED, none, ALL, 1, false, 1, 1, 1, 0))
        .containsExactly(0, 0, 0);
    double[] second =
        project(Projection.INVESTED, SECOND_HALTED, SECOND_HALTED, 1, false, 0, 1, 0, 0);
    assertThat(second[0]).isEqualTo(0.5);
    assertThat(second[1]).isNaN();
  }

  @Test
  void aRuleForWeightsCanAskASoftmaxForThem() {
    asksForWeights(Projection.SOFTMAX);
    asksForWeights(Projection.INVESTED);
    float[] action = new float[4];
    Projection.SOFTMAX.asked(2, false).ask(new double[] {0.5, 0.5, 0.5}, action);
    assertThat(action).containsExactly(1, 1, 1, 1);
    Projection.INVESTED.asked(2, false).ask(new double[] {0.5, 0.5, 0.5}, action);
    assertThat(action).containsExactly(1, 1, 1, 0.25f);
  }

  private static void asksForWeights(Projection projection) {
    double[][] wanted = {{0.2, 0.3, 0.4}, {0.3, 0.3, 0.3}, {1, 0, 0}, {0, 0, 0}};
    float[] action = new float[4];
    double[] numbers = new double[4];
    for (double[] weights : wanted) {
      projection.asked(1, false).ask(weights, action);
      for (int i = 0; i < 4; i++) {
        assertThat(action[i]).isBetween(-1f, 1f);
        numbers[i] = action[i];
      }
      double[] reached = project(projection, ALL, ALL, 1, false, numbers);
      for (int asset = 0; asset < 3; asset++) {
        assertThat(reached[asset]).isCloseTo(weights[asset], within(2e-4));
      }
    }
  }
}

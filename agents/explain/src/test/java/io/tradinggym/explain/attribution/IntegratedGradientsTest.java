package io.tradinggym.explain.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntegratedGradientsTest {
  @Test
  void aQuadraticIsExactWithOneMidpoint() {
    Differentiable number =
        Functions.of(
            2,
            x -> x[0] * x[0] + 3.0 * x[0] * x[1],
            (x, out) -> {
              out[0] = 2 * x[0] + 3 * x[1];
              out[1] = 3 * x[0];
            });
    Contributions parts =
        new IntegratedGradients(number, 1).of(new float[] {2, 1}, new float[] {0, 0});
    assertThat(parts.parts()).containsExactly(7, 3);
    assertThat(parts.difference()).isEqualTo(10);
    assertThat(parts.gap()).isZero();
  }

  @Test
  void aSaturatedUnitIsToldInFull() {
    double[] w = {1, -2, .5};
    Differentiable number =
        Functions.of(
            3,
            x -> Math.tanh(w[0] * x[0] + w[1] * x[1] + w[2] * x[2]),
            (x, out) -> {
              double level = Math.tanh(w[0] * x[0] + w[1] * x[1] + w[2] * x[2]);
              for (int i = 0; i < 3; i++) {
                out[i] = (float) ((1 - level * level) * w[i]);
              }
            });
    float[] x = {.5f, .2f, -1};
    Contributions parts = new IntegratedGradients(number, 512).of(x, new float[3]);
    assertThat(parts.parts())
        .containsExactly(new double[] {.474936, -.379949, -.474936}, within(2e-6));
    assertThat(parts.difference()).isCloseTo(-.379949, within(1e-6));
    assertThat(parts.gap()).isLessThan(1e-5);
    float[] slope = new float[3];
    number.gradients(x, 1, slope);
    double[] product = {slope[0] * x[0], slope[1] * x[1], slope[2] * x[2]};
    assertThat(product).containsExactly(new double[] {.427819, -.342256, -.427819}, within(1e-6));
    assertThat(new Contributions(product, -.379949).gap())
        .as("gradient times input is not complete")
        .isCloseTo(.0992, within(1e-4));
  }

  @Test
  void partsAreOrderedSharedAndGrouped() {
    Contributions parts = new Contributions(new double[] {1, -3, 0, 3}, 1);
    assertThat(parts.order()).containsExactly(1, 3, 0, 2);
    assertThat(parts.share(1)).isEqualTo(3.0 / 7);
    assertThat(parts.grouped(new int[][] {{0, 3}, {1, 2}}).parts()).containsExactly(4, -3);
  }
}

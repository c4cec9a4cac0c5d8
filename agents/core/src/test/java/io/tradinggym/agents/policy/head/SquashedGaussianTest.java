package io.tradinggym.agents.policy.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquashedGaussianTest {
  private static final double FLOAT = 2e-5;
  private static final double DIFFERENCE = 2e-3;
  private static final SquashedGaussian LAW = new SquashedGaussian(Box.of(-1, 1, 2));

  /** The density of tanh(x) by the change of variables, in double. */
  private static double logDensity(double mean, double logSd, double noise) {
    double x = mean + Math.exp(logSd) * noise;
    double normal = -0.5 * noise * noise - logSd - 0.5 * Math.log(2 * Math.PI);
    // 1 - tanh^2 = 1 / cosh^2, which keeps its digits
    return normal + 2 * Math.log(Math.cosh(x));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0.5", "0.7, -1, -1.3", "-3, 0.5, 2", "5, 1, 1.5", "0.1, -5, 0.2"})
  void theDensityIsThatOfAChangeOfVariables(float mean, float logSd, float noise) {
    float[] outputs = {mean, 0.2f, logSd, -0.3f};
    float[] action = new float[2];
    double actual = LAW.draw(outputs, 0, new float[] {noise, 0.4f}, 0, action, 0);
    double expected = logDensity(mean, logSd, noise) + logDensity(0.2f, -0.3f, 0.4f);
    assertThat(actual).isCloseTo(expected, within(FLOAT * Math.max(1, Math.abs(expected))));
    assertThat((double) action[0])
        .isCloseTo(Math.tanh(mean + Math.exp(logSd) * noise), within(FLOAT));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0.5", "0.7, -1, -1.3", "-1, 0.5, 0.8"})
  void slopesAreThoseOfDifferences(float mean, float logSd, float noise) {
    float a = 0.7f;
    float[] slopes = {1.3f, -0.4f};
    float[] outputs = {mean, 0.2f, logSd, -0.3f};
    float[] noises = {noise, 0.4f};
    float[] action = new float[2];
    float[] gradient = new float[4];
    LAW.draw(outputs, 0, noises, 0, action, 0);
    LAW.backward(outputs, 0, noises, 0, action, 0, a, slopes, 0, gradient);
    for (int i = 0; i < 4; i++) {
      double h = 1e-4;
      double up = loss(outputs, noises, slopes, a, i, h);
      double down = loss(outputs, noises, slopes, a, i, -h);
      assertThat((double) gradient[i])
          .as("output %d", i)
          .isCloseTo((up - down) / (2 * h), within(DIFFERENCE));
    }
  }

  private static double loss(
      float[] outputs, float[] noise, float[] slopes, double a, int moved, double by) {
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      double mean = outputs[i] + (moved == i ? by : 0);
      double logSd = outputs[2 + i] + (moved == 2 + i ? by : 0);
      sum +=
          a * logDensity(mean, logSd, noise[i])
              + slopes[i] * Math.tanh(mean + Math.exp(logSd) * noise[i]);
    }
    return sum;
  }

  @Test
  void scalesToTheBox() {
    BoundedBox box = BoundedBox.of(Box.of(new float[] {-2, 0}, new float[] {2, 10}));
    float[] actions = {-1, -1, 0, 0.5f, 1, 1};
    box.scale(actions, 3, actions);
    assertThat(actions).containsExactly(-2, 0, 0, 7.5f, 2, 10);
  }

  @Test
  void refusesSpacesWithoutFiniteBounds() {
    assertThatThrownBy(() -> new SquashedGaussian(Discrete.of(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite bounds")
        .hasMessageContaining("Discrete");
    assertThatThrownBy(() -> new SquashedGaussian(Box.of(0, Double.POSITIVE_INFINITY, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite bounds");
  }
}

package io.tradinggym.agents.policy.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** State-dependent noise against its definition in double precision and its gradient against finite differences. */
class GsdeHeadTest {
  private static final double CLOSE = 3e-6;
  private static final float STEP = 1e-2f;
  private static final double FINITE_DIFFERENCE = 2e-3;
  private static final int ACTIONS = 2;
  private static final int FEATURES = 3;
  private static final boolean[] ALL = {};

  private final GsdeHead head = new GsdeHead(Box.of(-1, 1, ACTIONS), FEATURES, Gsde.every(4));
  private final ActionDistribution distribution = head.distribution();

  /** Two means, three features. */
  private final float[] outputs = {0.4f, -0.3f, 0.5f, -0.9f, 0.2f};

  private final float[] logStd = {-0.5f, 0.2f, -1.1f, 0.3f, -0.4f, 0.1f};
  private final float[] action = {0.9f, 0.1f};

  private double variance(int j) {
    double sum = 1e-6;
    for (int k = 0; k < FEATURES; k++) {
      double h = outputs[ACTIONS + k];
      sum += h * h * Math.exp(2 * logStd[j * FEATURES + k]);
    }
    return sum;
  }

  private void point() {
    distribution.at(outputs, 0, logStd, 0, ALL, 0);
  }

  @Test
  void densityAndEntropyAreThoseOfAGaussianOfTheStatesVariance() {
    point();
    double logDensity = 0;
    double entropy = 0;
    for (int j = 0; j < ACTIONS; j++) {
      double error = action[j] - outputs[j];
      logDensity -= 0.5 * error * error / variance(j) + 0.5 * Math.log(2 * Math.PI * variance(j));
      entropy += 0.5 * Math.log(2 * Math.PI * Math.E * variance(j));
    }
    assertThat((double) distribution.logProbability(action, 0))
        .isCloseTo(logDensity, within(CLOSE));
    assertThat((double) distribution.entropy()).isCloseTo(entropy, within(CLOSE));
  }

  @Test
  void noiseIsALinearFunctionOfTheFeatures() {
    float[] noise = {0.3f, -1.2f, 0.7f, 1.5f, 0.2f, -0.6f};
    RandomStream random = RandomStreams.of(1).stream("test");
    point();
    float[] drawn = new float[ACTIONS];
    float logProbability = distribution.explore(random, noise, 0, drawn, 0);
    for (int j = 0; j < ACTIONS; j++) {
      double expected = outputs[j];
      for (int k = 0; k < FEATURES; k++) {
        int i = j * FEATURES + k;
        expected += outputs[ACTIONS + k] * Math.exp(logStd[i]) * noise[i];
      }
      assertThat((double) drawn[j]).isCloseTo(expected, within(CLOSE));
    }
    assertThat(logProbability).isEqualTo(distribution.logProbability(drawn, 0));
    float[] again = new float[ACTIONS];
    distribution.explore(random, noise, 0, again, 0);
    assertThat(again).as("the same noise at the same state").isEqualTo(drawn);
  }

  @Test
  void freshDrawsHaveTheStatesVariance() {
    RandomStream random = RandomStreams.of(2).stream("test");
    int draws = 20_000;
    double[] squares = new double[ACTIONS];
    float[] drawn = new float[ACTIONS];
    float[] noise = new float[head.noiseSize()];
    point();
    for (int n = 0; n < draws; n++) {
      for (int i = 0; i < noise.length; i++) {
        noise[i] = (float) random.gaussian();
      }
      distribution.explore(random, noise, 0, drawn, 0);
      for (int j = 0; j < ACTIONS; j++) {
        squares[j] += (drawn[j] - outputs[j]) * (drawn[j] - outputs[j]);
      }
    }
    for (int j = 0; j < ACTIONS; j++) {
      double fourSigma = 4 * variance(j) * Math.sqrt(2.0 / draws);
      assertThat(squares[j] / draws).isCloseTo(variance(j), within(fourSigma));
    }
  }

  @Test
  void gradientsMatchFiniteDifferences() {
    float a = 0.7f;
    float b = -0.3f;
    point();
    distribution.logProbability(action, 0);
    float[] outputGradient = new float[outputs.length];
    Arrays.fill(outputGradient, Float.NaN);
    float[] gradient = new float[logStd.length];
    distribution.backward(a, b, outputGradient, 0, gradient, 0);
    for (int i = 0; i < ACTIONS; i++) {
      assertThat((double) outputGradient[i])
          .as("mean %d", i)
          .isCloseTo(slope(a, b, outputs, i), within(FINITE_DIFFERENCE));
    }
    for (int i = 0; i < gradient.length; i++) {
      assertThat((double) gradient[i])
          .as("logStd %d", i)
          .isCloseTo(slope(a, b, logStd, i), within(FINITE_DIFFERENCE));
    }
    assertThat(Arrays.copyOfRange(outputGradient, ACTIONS, outputs.length))
        .as("the noise does not shape the features")
        .containsOnly(0);
  }

  private double slope(float a, float b, float[] moved, int i) {
    float kept = moved[i];
    moved[i] = kept + STEP;
    double up = objective(a, b);
    moved[i] = kept - STEP;
    double down = objective(a, b);
    moved[i] = kept;
    return (up - down) / (2 * STEP);
  }

  private double objective(float a, float b) {
    point();
    return a * distribution.logProbability(action, 0) + b * distribution.entropy();
  }

  @Test
  void onlyTheMeansAreScores() {
    assertThat(head.scores()).isEqualTo(ACTIONS);
    assertThat(head.outputs()).isEqualTo(ACTIONS + FEATURES);
  }

  @Test
  void refusesSpacesWithoutNoise() {
    assertThatThrownBy(() -> ActionHead.of(Discrete.of(2), FEATURES, Gsde.perRollout()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gSDE needs a Box action space");
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatThrownBy(() -> Gsde.every(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("every must be >= 1, was 0");
    assertThatThrownBy(() -> Gsde.every(4).logStd(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("logStd must be finite, was NaN");
  }
}

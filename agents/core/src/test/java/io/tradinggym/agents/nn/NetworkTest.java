package io.tradinggym.agents.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Oracle: the same network written naively in double, and finite differences of it. */
class NetworkTest {
  private static final double FORWARD_TOLERANCE = 2e-5;

  /** Central differences in double leave about 1e-8; the rest is float arithmetic over the batch. */
  private static final double GRADIENT_TOLERANCE = 1e-3;

  private static final double STEP = 1e-5;
  private static final int ROWS = 6;

  @ParameterizedTest
  @EnumSource(Activation.class)
  void forwardAgreesWithTheNetworkInDouble(Activation activation) {
    Setup s = new Setup(activation);
    s.network.forward(s.work, s.params, s.at, ROWS, s.x, 0);
    double[] expected = s.reference(doubles(s.params), doubles(s.x));
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) s.work.output()[i]).isCloseTo(expected[i], within(FORWARD_TOLERANCE));
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void gradientsAgreeWithFiniteDifferencesInDouble(Activation activation) {
    Setup s = new Setup(activation);
    float[] gradient = new float[s.params.length];
    s.network.forward(s.work, s.params, s.at, ROWS, s.x, 0);
    s.network.backwardToInputs(s.work, s.params, s.at, s.dy, 0, gradient);
    double[] params = doubles(s.params);
    for (int i = 0; i < params.length; i++) {
      assertThat((double) gradient[i])
          .as("parameter %s", i)
          .isCloseTo(
              difference(params, i, () -> s.loss(params, doubles(s.x))),
              within(GRADIENT_TOLERANCE));
    }
    double[] x = doubles(s.x);
    for (int i = 0; i < x.length; i++) {
      assertThat((double) s.work.inputGradient()[i])
          .as("input %s", i)
          .isCloseTo(
              difference(x, i, () -> s.loss(doubles(s.params), x)), within(GRADIENT_TOLERANCE));
    }
  }

  @Test
  void backwardAddsToWhatTheGradientHolds() {
    Setup s = new Setup(Activation.TANH);
    float[] once = new float[s.params.length];
    s.network.forward(s.work, s.params, s.at, ROWS, s.x, 0);
    s.network.backward(s.work, s.params, s.at, s.dy, 0, once);
    float[] twice = once.clone();
    s.network.backward(s.work, s.params, s.at, s.dy, 0, twice);
    for (int i = 0; i < once.length; i++) {
      assertThat(twice[i]).isCloseTo(2 * once[i], within(1e-4f));
    }
    assertThat(once).isNotEqualTo(new float[once.length]);
  }

  @Test
  void inputGradientsAloneAreTheSameAndNeedNoParameterGradient() {
    Setup s = new Setup(Activation.SILU);
    s.network.forward(s.work, s.params, s.at, ROWS, s.x, 0);
    s.network.backwardToInputs(s.work, s.params, s.at, s.dy, 0, new float[s.params.length]);
    float[] withParameters = s.work.inputGradient().clone();
    s.network.forward(s.work, s.params, s.at, ROWS, s.x, 0);
    s.network.backwardToInputs(s.work, s.params, s.at, s.dy, 0, null);
    assertThat(s.work.inputGradient()).isEqualTo(withParameters);
  }

  @Test
  void bothEnginesTrainToEqualBits() {
    assertThat(trained(Kernels.vector().orElseThrow())).isEqualTo(trained(Kernels.plain()));
  }

  @Test
  void aStepDownTheGradientLowersTheLoss() {
    Setup s = new Setup(Activation.RELU);
    double before = s.loss(doubles(s.params), doubles(s.x));
    float[] gradient = new float[s.params.length];
    s.network.forward(s.work, s.params, s.at, ROWS, s.x, 0);
    s.network.backward(s.work, s.params, s.at, s.dy, 0, gradient);
    new Adam(gradient.length, Kernels.fastest(), 1e-5).step(s.params, gradient, 1e-3);
    assertThat(s.loss(doubles(s.params), doubles(s.x))).isLessThan(before);
  }

  @Test
  void wrongUseIsRefusedWithTheNumbers() {
    Setup s = new Setup(Activation.TANH);
    Network other = new Network(List.of(new Dense(3, 2, Initializer.orthogonal(1))));
    assertThatThrownBy(() -> other.forward(s.work, s.params, 0, 1, s.x, 0))
        .hasMessageContaining("another network");
    assertThatThrownBy(() -> s.network.forward(s.work, s.params, 0, ROWS + 1, s.x, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1..6 rows");
    assertThatThrownBy(() -> s.network.forward(s.work, s.params, 5, ROWS, s.x, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(
            () ->
                s.network.backward(
                    new Workspace(s.network, 1, Kernels.plain()), s.params, 0, s.dy, 0, s.dy))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                new Network(
                    List.of(
                        new Dense(3, 4, Initializer.orthogonal(1)),
                        new Activate(5, Activation.TANH))))
        .hasMessage("layer 1 takes 5 inputs, but layer 0 gives 4");
  }

  private static float[] trained(Kernels kernels) {
    Network network = Network.mlp(11, List.of(37, 19), 3, Activation.TANH, 0.01);
    float[] params = new float[network.parameters()];
    network.initialise(params, 0, new Random(3)::nextGaussian);
    float[] gradient = new float[params.length];
    float[] x = values(50 * 11, 4);
    float[] target = values(50 * 3, 5);
    float[] dy = new float[50 * 3];
    Workspace work = new Workspace(network, 50, kernels);
    Adam adam = new Adam(params.length, kernels, 0.9, 0.999, 1e-5, 0.01);
    for (int step = 0; step < 40; step++) {
      java.util.Arrays.fill(gradient, 0f);
      network.forward(work, params, 0, 50, x, 0);
      for (int i = 0; i < dy.length; i++) {
        dy[i] = (work.output()[i] - target[i]) / 50;
      }
      network.backward(work, params, 0, dy, 0, gradient);
      Gradients.clip(kernels, gradient, 0.5);
      adam.step(params, gradient, 3e-3);
    }
    return params;
  }

  private static double difference(double[] at, int i, java.util.function.DoubleSupplier loss) {
    double x = at[i];
    at[i] = x + STEP;
    double up = loss.getAsDouble();
    at[i] = x - STEP;
    double down = loss.getAsDouble();
    at[i] = x;
    return (up - down) / (2 * STEP);
  }

  private static double[] doubles(float[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i];
    }
    return y;
  }

  private static float[] values(int n, long seed) {
    Random random = new Random(seed);
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = (float) random.nextGaussian();
    }
    return x;
  }

  /** A 5-19-7-3 network whose parameters begin at an offset, and the same function in double. */
  private static final class Setup {
    final int at = 2;
    final int[] widths = {5, 19, 7, 3};
    final Activation activation;
    final Network network;
    final float[] params;
    final float[] x = values(ROWS * 5, 11);
    final float[] dy = values(ROWS * 3, 12);
    final Workspace work;

    Setup(Activation activation) {
      this.activation = activation;
      this.network = Network.mlp(5, List.of(19, 7), 3, activation, 1);
      this.params = new float[at + network.parameters()];
      network.initialise(params, at, new Random(13)::nextGaussian);
      for (int i = at; i < params.length; i++) {
        params[i] += 0.05f * (i % 7 - 3); // biases that are not zero
      }
      this.work = new Workspace(network, ROWS, Kernels.fastest());
    }

    double loss(double[] p, double[] in) {
      double[] y = reference(p, in);
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        sum += y[i] * dy[i];
      }
      return sum;
    }

    double[] reference(double[] p, double[] in) {
      List<Double> out = new ArrayList<>();
      for (int r = 0; r < ROWS; r++) {
        double[] h = java.util.Arrays.copyOfRange(in, r * 5, r * 5 + 5);
        int start = at;
        for (int l = 0; l < 3; l++) {
          double[] next = new double[widths[l + 1]];
          for (int o = 0; o < next.length; o++) {
            next[o] = p[start + widths[l] * next.length + o];
            for (int i = 0; i < h.length; i++) {
              next[o] += h[i] * p[start + i * next.length + o];
            }
            next[o] = l == 2 ? next[o] : apply(next[o]);
          }
          start += (widths[l] + 1) * next.length;
          h = next;
        }
        for (double v : h) {
          out.add(v);
        }
      }
      return out.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double apply(double z) {
      return switch (activation) {
        case IDENTITY -> z;
        case RELU -> Math.max(z, 0);
        case TANH -> Math.tanh(z);
        case SIGMOID -> 1 / (1 + Math.exp(-z));
        case SILU -> z / (1 + Math.exp(-z));
      };
    }
  }
}

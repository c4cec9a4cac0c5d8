package io.tradinggym.agents.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.Adam;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every {@link NetworkEngine} must do. Oracle: the same network written naively in double, and finite differences
 * of it.
 */
public abstract class NetworkEngineContract {
  private static final double FORWARD_TOLERANCE = 2e-5;

  /** Central differences in double leave about 1e-8; the rest is float arithmetic over the batch. */
  private static final double GRADIENT_TOLERANCE = 1e-3;

  private static final double STEP = 1e-5;
  private static final int ROWS = 6;

  /** The engine under test. */
  protected abstract NetworkEngine engine();

  @ParameterizedTest
  @EnumSource(Activation.class)
  void forwardAgreesWithTheNetworkInDouble(Activation activation) {
    Setup s = new Setup(activation);
    s.forward(s.work, ROWS);
    assertAgrees(s);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void gradientsAgreeWithFiniteDifferencesInDouble(Activation activation) {
    Setup s = new Setup(activation);
    float[] gradient = new float[s.params.length];
    s.forward(s.work, ROWS);
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
    s.forward(s.work, ROWS);
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
    s.forward(s.work, ROWS);
    s.network.backwardToInputs(s.work, s.params, s.at, s.dy, 0, new float[s.params.length]);
    float[] withParameters = s.work.inputGradient().clone();
    s.forward(s.work, ROWS);
    s.network.backwardToInputs(s.work, s.params, s.at, s.dy, 0, null);
    assertThat(s.work.inputGradient()).isEqualTo(withParameters);
  }

  @Test
  void aStepDownTheGradientLowersTheLoss() {
    Setup s = new Setup(Activation.RELU);
    double before = s.loss(doubles(s.params), doubles(s.x));
    float[] gradient = new float[s.params.length];
    s.forward(s.work, ROWS);
    s.network.backward(s.work, s.params, s.at, s.dy, 0, gradient);
    new Adam(gradient.length, Kernels.fastest(), 1e-5).step(s.params, gradient, 1e-3);
    assertThat(s.loss(doubles(s.params), doubles(s.x))).isLessThan(before);
  }

  @Test
  void changedParametersAreSeenByTheNextPass() {
    Setup s = new Setup(Activation.TANH);
    s.forward(s.work, ROWS);
    float[] before = s.work.output().clone();
    for (int i = s.at; i < s.params.length; i++) {
      s.params[i] *= 1.5f;
    }
    s.forward(s.work, ROWS);
    assertAgrees(s);
    assertThat(s.work.output()).isNotEqualTo(before);
  }

  @Test
  void fewerRowsThanTheWorkspaceHoldsAreThoseRows() {
    Setup s = new Setup(Activation.SILU);
    for (int rows = ROWS; rows >= 1; rows--) {
      s.forward(s.work, rows);
      double[] expected = s.reference(doubles(s.params), doubles(s.x));
      for (int i = 0; i < rows * 3; i++) {
        assertThat((double) s.work.output()[i]).isCloseTo(expected[i], within(FORWARD_TOLERANCE));
      }
    }
  }

  @Test
  void workspacesDoNotDisturbOneAnother() {
    Setup s = new Setup(Activation.TANH);
    float[] alone = s.gradient(s.work);
    Workspace other = new Workspace(s.network, ROWS, Kernels.fastest());
    float[] between = new float[s.params.length];
    s.forward(s.work, ROWS);
    float[] elsewhere = values(ROWS * 5, 77);
    s.network.forward(other, s.params, s.at, 2, elsewhere, 0);
    s.network.backward(s.work, s.params, s.at, s.dy, 0, between);
    assertThat(between).isEqualTo(alone);
  }

  @Test
  void threadsGetTheSameBits() throws Exception {
    Setup s = new Setup(Activation.TANH);
    float[] expected = s.gradient(s.work);
    Callable<float[]> task =
        () -> {
          Workspace own = new Workspace(s.network, ROWS, Kernels.fastest());
          float[] last = {};
          for (int i = 0; i < 20; i++) {
            last = s.gradient(own);
          }
          return last;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (var result : threads.invokeAll(List.of(task, task, task))) {
        assertThat(result.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void filesAreThoseOfEveryEngine(@TempDir Path folder) throws IOException {
    Setup s = new Setup(Activation.RELU);
    Network plain = new Network(s.network.layers());
    ParameterLayout layout = ParameterLayout.of("net", s.network);
    assertThat(layout.tensors()).isEqualTo(ParameterLayout.of("net", plain).tensors());
    float[] own = Arrays.copyOfRange(s.params, s.at, s.params.length);
    Path file = folder.resolve("net");
    ParameterFile.save(file, layout, own);
    float[] loaded = ParameterFile.load(file, ParameterLayout.of("net", plain));
    assertThat(loaded).isEqualTo(own);
    Workspace work = new Workspace(plain, ROWS, Kernels.fastest());
    plain.forward(work, loaded, 0, ROWS, s.x, 0);
    s.forward(s.work, ROWS);
    assertThat(work.output()).containsExactly(s.work.output(), within((float) FORWARD_TOLERANCE));
  }

  @Test
  void firstParametersAreThoseOfEveryEngine() {
    List<Layer> layers = Network.mlp(5, List.of(8), 3, Activation.RELU, 1).layers();
    float[] params = new float[engine().network(layers).parameters()];
    float[] expected = new float[params.length];
    engine().network(layers).initialise(params, 0, new Random(1)::nextGaussian);
    new Network(layers).initialise(expected, 0, new Random(1)::nextGaussian);
    assertThat(params).isEqualTo(expected);
  }

  /** Layers of other kinds between, before and after dense ones. */
  @Test
  void anyChainOfLayersIsComputed() {
    List<Layer> layers =
        List.of(
            new Activate(5, Activation.TANH),
            new Dense(5, 6, Initializer.orthogonal(1)),
            new Dueling(5),
            new Dense(5, 4, Initializer.orthogonal(1)),
            new Activate(4, Activation.SILU),
            new Dense(4, 8, Initializer.orthogonal(1)),
            new Dueling(3, 2));
    assertThat(gradient(engine().network(layers)))
        .containsExactly(gradient(new Network(layers)), within((float) GRADIENT_TOLERANCE));
  }

  private static float[] gradient(Network network) {
    float[] params = new float[network.parameters()];
    network.initialise(params, 0, new Random(5)::nextGaussian);
    Workspace work = new Workspace(network, ROWS, Kernels.fastest());
    float[] x = values(ROWS * network.inputs(), 6);
    float[] gradient = new float[params.length];
    network.forward(work, params, 0, ROWS, x, 0);
    network.backwardToInputs(work, params, 0, values(ROWS * network.outputs(), 7), 0, gradient);
    float[] both = Arrays.copyOf(gradient, gradient.length + ROWS * network.inputs());
    System.arraycopy(work.inputGradient(), 0, both, gradient.length, ROWS * network.inputs());
    return both;
  }

  private void assertAgrees(Setup s) {
    double[] expected = s.reference(doubles(s.params), doubles(s.x));
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) s.work.output()[i]).isCloseTo(expected[i], within(FORWARD_TOLERANCE));
    }
  }

  private static double difference(double[] at, int i, DoubleSupplier loss) {
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
  private final class Setup {
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
      this.network = engine().network(Network.mlp(5, List.of(19, 7), 3, activation, 1).layers());
      this.params = new float[at + network.parameters()];
      network.initialise(params, at, new Random(13)::nextGaussian);
      for (int i = at; i < params.length; i++) {
        params[i] += 0.05f * (i % 7 - 3); // biases that are not zero
      }
      this.work = new Workspace(network, ROWS, Kernels.fastest());
    }

    void forward(Workspace workspace, int rows) {
      network.forward(workspace, params, at, rows, x, 0);
    }

    float[] gradient(Workspace workspace) {
      float[] gradient = new float[params.length];
      forward(workspace, ROWS);
      network.backward(workspace, params, at, dy, 0, gradient);
      return gradient;
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
        double[] h = Arrays.copyOfRange(in, r * 5, r * 5 + 5);
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

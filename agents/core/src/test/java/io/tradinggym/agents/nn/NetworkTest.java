package io.tradinggym.agents.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.Adam;
import io.tradinggym.agents.nn.optimizer.Gradients;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkTest extends NetworkEngineContract {
  private static final int ROWS = 6;

  @Override
  protected NetworkEngine engine() {
    return NetworkEngine.SIMD;
  }

  @Test
  void bothEnginesTrainToEqualBits() {
    assertThat(trained(Kernels.vector().orElseThrow())).isEqualTo(trained(Kernels.plain()));
  }

  @Test
  void wrongUseIsRefusedWithTheNumbers() {
    Network network = Network.mlp(5, List.of(19, 7), 3, Activation.TANH, 1);
    float[] params = new float[network.parameters()];
    float[] x = new float[ROWS * 5];
    Workspace work = new Workspace(network, ROWS, Kernels.fastest());
    Network other = new Network(List.of(new Dense(3, 2, Initializer.orthogonal(1))));
    assertThatThrownBy(() -> other.forward(work, params, 0, 1, x, 0))
        .hasMessageContaining("another network");
    assertThatThrownBy(() -> network.forward(work, params, 0, ROWS + 1, x, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1..6 rows");
    assertThatThrownBy(() -> network.forward(work, params, 5, ROWS, x, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    Workspace unused = new Workspace(network, 1, Kernels.plain());
    assertThatThrownBy(() -> network.backward(unused, params, 0, x, 0, params))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                new Network(
                    List.of(
                        new Dense(3, 4, Initializer.orthogonal(1)),
                        new Activate(5, Activation.TANH))))
        .hasMessage("layer 1 takes 5 inputs, but layer 0 gives 4");
    assertThatThrownBy(
            () ->
                new Network(
                    List.of(new Dense(3, 4, Initializer.orthogonal(1))),
                    List.of(new Activate(3, Activation.TANH))))
        .hasMessageContaining("of the layers, 3, 4, 16; were 3, 3, 0");
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
      Arrays.fill(gradient, 0f);
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

  private static float[] values(int n, long seed) {
    Random random = new Random(seed);
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = (float) random.nextGaussian();
    }
    return x;
  }
}

package io.tradinggym.agents.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.nn.kernel.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Oracle: the dense layer alone. */
class TapTest {
  private static final int INPUTS = 5;
  private static final int OUTPUTS = 3;
  private static final int ROWS = 7;

  private final Dense dense = new Dense(INPUTS, OUTPUTS, Initializer.orthogonal(1));
  private final Run alone = new Run(dense);
  private final Run tapped = new Run(new Tap(dense));

  @Test
  void outputsAreThoseOfTheDenseLayerAndThenItsInputs() {
    for (int row = 0; row < ROWS; row++) {
      assertThat(row(tapped.work.output(), row, INPUTS + OUTPUTS, 0, OUTPUTS))
          .isEqualTo(row(alone.work.output(), row, OUTPUTS, 0, OUTPUTS));
      assertThat(row(tapped.work.output(), row, INPUTS + OUTPUTS, OUTPUTS, INPUTS))
          .isEqualTo(row(tapped.x, row, INPUTS, 0, INPUTS));
    }
  }

  @Test
  void slopesAreThoseOfTheDenseLayerAndOfTheInputsThemselves() {
    float[] dy = values(ROWS * OUTPUTS, 3);
    float[] own = values(ROWS * INPUTS, 4);
    float[] both = new float[ROWS * (OUTPUTS + INPUTS)];
    for (int row = 0; row < ROWS; row++) {
      System.arraycopy(dy, row * OUTPUTS, both, row * (OUTPUTS + INPUTS), OUTPUTS);
      System.arraycopy(own, row * INPUTS, both, row * (OUTPUTS + INPUTS) + OUTPUTS, INPUTS);
    }
    assertThat(tapped.backward(both)).isEqualTo(alone.backward(dy));
    for (int i = 0; i < own.length; i++) {
      assertThat(tapped.work.inputGradient()[i]).isEqualTo(alone.work.inputGradient()[i] + own[i]);
    }
  }

  private static float[] row(float[] values, int row, int width, int from, int size) {
    return Arrays.copyOfRange(values, row * width + from, row * width + from + size);
  }

  private static float[] values(int n, long seed) {
    Random random = new Random(seed);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** A forward pass of a layer with the same parameters. */
  private static final class Run {
    final Network network;
    final float[] params;
    final float[] x = values(ROWS * INPUTS, 1);
    final Workspace work;

    Run(Layer layer) {
      network = new Network(List.of(layer));
      params = values(network.parameters(), 2);
      work = new Workspace(network, ROWS, Kernels.fastest());
      network.forward(work, params, 0, ROWS, x, 0);
    }

    float[] backward(float[] dy) {
      float[] gradient = new float[params.length];
      network.backwardToInputs(work, params, 0, dy, 0, gradient);
      return gradient;
    }
  }
}

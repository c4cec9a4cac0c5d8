package io.tradinggym.agents.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.nn.kernel.Kernels;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Oracle: the same recurrence written naively in double, unit by unit, and finite differences of it. */
class RecurrentTest {
  private static final double FORWARD_TOLERANCE = 2e-5;
  private static final double GRADIENT_TOLERANCE = 1e-3;
  private static final double STEP = 1e-5;
  private static final int INPUTS = 3;
  private static final int WIDTH = 19; // neither a whole number of vectors nor fewer than one
  private static final int STEPS = 5;
  private static final int COUNT = 6;
  private static final int ROWS = STEPS * COUNT;

  enum Cell {
    LSTM,
    GRU;

    Layer layer() {
      return this == LSTM ? new Lstm(INPUTS, WIDTH) : new Gru(INPUTS, WIDTH);
    }
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void forwardAgreesWithTheRecurrenceInDouble(Cell cell) {
    Setup s = new Setup(cell, Kernels.fastest());
    s.forward(false);
    double[] expected = s.reference(doubles(s.params), doubles(s.x));
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) s.work.output()[i])
          .as("row %d, unit %d", i / WIDTH, i % WIDTH)
          .isCloseTo(expected[i], within(FORWARD_TOLERANCE));
    }
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void gradientsThroughTimeAgreeWithFiniteDifferences(Cell cell) {
    Setup s = new Setup(cell, Kernels.fastest());
    s.forward(false);
    float[] gradient = new float[s.params.length];
    s.network.backwardToInputs(s.work, s.params, s.at, s.dy, 0, gradient);
    double[] params = doubles(s.params);
    double[] x = doubles(s.x);
    for (int i = s.at; i < params.length; i += 7) {
      assertThat((double) gradient[i])
          .as("parameter %d", i - s.at)
          .isCloseTo(difference(params, i, () -> s.loss(params, x)), within(GRADIENT_TOLERANCE));
    }
    for (int i = 0; i < x.length; i++) {
      assertThat((double) s.work.inputGradient()[i])
          .as("input %d of row %d", i % INPUTS, i / INPUTS)
          .isCloseTo(difference(x, i, () -> s.loss(params, x)), within(GRADIENT_TOLERANCE));
    }
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void bothEnginesGiveEqualBits(Cell cell) {
    Setup plain = new Setup(cell, Kernels.plain());
    Setup vector = new Setup(cell, Kernels.vector().orElseThrow());
    float[][] gradients = new float[2][plain.params.length];
    for (int i = 0; i < 2; i++) {
      Setup s = i == 0 ? plain : vector;
      s.forward(true);
      s.network.backwardToInputs(s.work, s.params, s.at, s.dy, 0, gradients[i]);
    }
    assertThat(vector.work.output()).isEqualTo(plain.work.output());
    assertThat(vector.states).isEqualTo(plain.states);
    assertThat(gradients[1]).isEqualTo(gradients[0]);
    assertThat(vector.work.inputGradient()).isEqualTo(plain.work.inputGradient());
  }

  /** Acting goes step by step, learning through a whole sequence: both must see the same policy. */
  @ParameterizedTest
  @EnumSource(Cell.class)
  void stepByStepHasTheBitsOfAWholePass(Cell cell) {
    Setup whole = new Setup(cell, Kernels.fastest());
    whole.forward(true);
    Setup stepped = new Setup(cell, Kernels.fastest());
    float[] outputs = new float[ROWS * WIDTH];
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < COUNT; i++) { // and sequence by sequence
        int row = t * COUNT + i;
        int size = stepped.network.stateSize();
        stepped.work.sequences().set(1, whole.starts, row, stepped.states, i * size, size, true);
        stepped.network.forward(
            stepped.work, stepped.params, stepped.at, 1, stepped.x, row * INPUTS);
        System.arraycopy(stepped.work.output(), 0, outputs, row * WIDTH, WIDTH);
      }
    }
    assertThat(outputs).isEqualTo(whole.work.output());
    assertThat(stepped.states).isEqualTo(whole.states);
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void aPassThatOnlyLooksLeavesTheStatesAlone(Cell cell) {
    Setup s = new Setup(cell, Kernels.fastest());
    float[] before = s.states.clone();
    s.forward(false);
    assertThat(s.states).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void nothingIsRememberedBeyondTheBeginningOfAnEpisode(Cell cell) {
    Setup s = new Setup(cell, Kernels.fastest());
    java.util.Arrays.fill(s.starts, 3 * COUNT, 4 * COUNT, true);
    s.forward(true);
    float[] states = s.states.clone();
    for (int i = 0; i < 3 * COUNT * INPUTS; i++) {
      s.x[i] += 1; // the past
    }
    s.forward(true);
    assertThat(s.states).isEqualTo(states);
  }

  @Test
  void startsOrthogonalAndKeepsWhatItHolds() {
    float[] params = new float[new Lstm(INPUTS, WIDTH).parameters()];
    new Lstm(INPUTS, WIDTH).initialise(params, 0, new Random(1)::nextGaussian);
    int columns = 4 * WIDTH;
    for (int gate = 0; gate < 4; gate++) {
      for (int a = 0; a < WIDTH; a++) {
        for (int b = 0; b <= a; b++) {
          double dot = 0;
          for (int k = 0; k < WIDTH; k++) {
            int row = INPUTS * columns + k * columns + gate * WIDTH;
            dot += params[row + a] * params[row + b];
          }
          assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-5));
        }
      }
    }
    int bias = (INPUTS + WIDTH) * columns;
    for (int i = 0; i < columns; i++) {
      assertThat(params[bias + i]).isEqualTo(i / WIDTH == 1 ? 1f : 0f);
    }
  }

  @Test
  void refusesRowsThatAreNoSequences() {
    Setup s = new Setup(Cell.GRU, Kernels.fastest());
    assertThatThrownBy(() -> s.network.forward(s.work, s.params, s.at, COUNT + 1, s.x, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7 rows in 6");
    assertThatThrownBy(() -> new Lstm(0, 5))
        .hasMessage("an LSTM needs inputs and width >= 1, was 0, 5");
  }

  private static double difference(double[] values, int i, DoubleSupplier loss) {
    double kept = values[i];
    values[i] = kept + STEP;
    double up = loss.getAsDouble();
    values[i] = kept - STEP;
    double down = loss.getAsDouble();
    values[i] = kept;
    return (up - down) / (2 * STEP);
  }

  private static double[] doubles(float[] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i];
    }
    return out;
  }

  private static float[] values(int n, double scale, long seed) {
    Random random = new Random(seed);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
    return values;
  }

  /** A cell with parameters at an offset, sequences with memories, two of which begin anew on the way. */
  private static final class Setup {
    final int at = 2;
    final Cell cell;
    final Network network;
    final float[] params;
    final float[] x = values(ROWS * INPUTS, 1, 11);
    final float[] dy = values(ROWS * WIDTH, 1, 12);
    final boolean[] starts = new boolean[ROWS];
    final float[] states;
    final float[] states0;
    final Workspace work;

    Setup(Cell cell, Kernels kernels) {
      this.cell = cell;
      network = new Network(List.of(cell.layer()));
      params = values(at + network.parameters(), 0.3, 13);
      states = values(COUNT * network.stateSize(), 0.5, 14);
      states0 = states.clone();
      starts[1] = true;
      starts[2 * COUNT + 3] = true;
      work = new Workspace(network, ROWS, kernels);
      work.sequences().set(COUNT, starts, 0, states, 0, network.stateSize(), false);
    }

    void forward(boolean advance) {
      System.arraycopy(states0, 0, states, 0, states.length);
      work.sequences().set(COUNT, starts, 0, states, 0, network.stateSize(), advance);
      network.forward(work, params, at, ROWS, x, 0);
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
      double[] y = new double[ROWS * WIDTH];
      int size = network.stateSize();
      for (int i = 0; i < COUNT; i++) {
        double[] h = new double[WIDTH];
        double[] c = new double[WIDTH];
        for (int j = 0; j < WIDTH; j++) {
          h[j] = states0[i * size + j];
          c[j] = cell == Cell.LSTM ? states0[i * size + WIDTH + j] : 0;
        }
        for (int t = 0; t < STEPS; t++) {
          int row = t * COUNT + i;
          if (starts[row]) {
            h = new double[WIDTH];
            c = new double[WIDTH];
          }
          h = cell == Cell.LSTM ? lstm(p, in, row, h, c) : gru(p, in, row, h);
          System.arraycopy(h, 0, y, row * WIDTH, WIDTH);
        }
      }
      return y;
    }

    private double[] lstm(double[] p, double[] in, int row, double[] h, double[] c) {
      double[] next = new double[WIDTH];
      for (int j = 0; j < WIDTH; j++) {
        double i = sigmoid(input(p, in, row, 4, j) + remembered(p, h, 4, j));
        double f = sigmoid(input(p, in, row, 4, WIDTH + j) + remembered(p, h, 4, WIDTH + j));
        double o =
            sigmoid(input(p, in, row, 4, 2 * WIDTH + j) + remembered(p, h, 4, 2 * WIDTH + j));
        double g =
            Math.tanh(input(p, in, row, 4, 3 * WIDTH + j) + remembered(p, h, 4, 3 * WIDTH + j));
        c[j] = f * c[j] + i * g;
        next[j] = o * Math.tanh(c[j]);
      }
      return next;
    }

    private double[] gru(double[] p, double[] in, int row, double[] h) {
      double[] next = new double[WIDTH];
      int lookBack = at + (INPUTS + WIDTH) * 3 * WIDTH + 3 * WIDTH;
      for (int j = 0; j < WIDTH; j++) {
        double r = sigmoid(input(p, in, row, 3, j) + remembered(p, h, 3, j));
        double u = sigmoid(input(p, in, row, 3, WIDTH + j) + remembered(p, h, 3, WIDTH + j));
        double q = remembered(p, h, 3, 2 * WIDTH + j) + p[lookBack + j];
        double n = Math.tanh(input(p, in, row, 3, 2 * WIDTH + j) + r * q);
        next[j] = (1 - u) * n + u * h[j];
      }
      return next;
    }

    /** x W + b of one column. */
    private double input(double[] p, double[] in, int row, int gates, int column) {
      int columns = gates * WIDTH;
      double sum = p[at + (INPUTS + WIDTH) * columns + column];
      for (int k = 0; k < INPUTS; k++) {
        sum += in[row * INPUTS + k] * p[at + k * columns + column];
      }
      return sum;
    }

    /** h U of one column. */
    private double remembered(double[] p, double[] h, int gates, int column) {
      int columns = gates * WIDTH;
      double sum = 0;
      for (int k = 0; k < WIDTH; k++) {
        sum += h[k] * p[at + (INPUTS + k) * columns + column];
      }
      return sum;
    }

    private static double sigmoid(double z) {
      return 1 / (1 + Math.exp(-z));
    }
  }
}

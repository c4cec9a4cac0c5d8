package io.tradinggym.agents.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.nn.kernel.Kernels;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Oracle: the definition in double, and finite differences of it. */
class StateDependentNoiseTest {
  private static final double CLOSE = 3e-6;
  private static final double GRADIENT_TOLERANCE = 1e-4;
  private static final double STEP = 1e-6;
  private static final int INPUTS = 5;
  private static final int SIZE = 2;
  private static final int ROWS = 7;
  private static final int AT = 3;

  private final Dense mean = new Dense(INPUTS, SIZE, Initializer.orthogonal(1));
  private final Network network = new Network(List.of(new StateDependentNoise(mean, -0.5)));
  private final float[] params = values(AT + network.parameters(), 1);
  private final float[] x = values(ROWS * INPUTS, 2);
  private final float[] dy = values(ROWS * 2 * SIZE, 3);
  private final Workspace work = new Workspace(network, ROWS, Kernels.fastest());

  @Test
  void outputsAreMeanAndLogDeviation() {
    network.forward(work, params, AT, ROWS, x, 0);
    double[] expected = reference(doubles(params), doubles(x));
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) work.output()[i]).isCloseTo(expected[i], within(CLOSE));
    }
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    network.forward(work, params, AT, ROWS, x, 0);
    float[] gradient = new float[params.length];
    network.backwardToInputs(work, params, AT, dy, 0, gradient);
    double[] p = doubles(params);
    double[] in = doubles(x);
    for (int i = AT; i < p.length; i++) {
      assertThat((double) gradient[i])
          .as("parameter %d", i - AT)
          .isCloseTo(difference(p, i, () -> loss(p, in)), within(GRADIENT_TOLERANCE));
    }
    for (int i = 0; i < in.length; i++) {
      assertThat((double) work.inputGradient()[i])
          .as("input %d", i)
          .isCloseTo(difference(in, i, () -> loss(p, in)), within(GRADIENT_TOLERANCE));
    }
  }

  @Test
  void startsWithTheDeviationGiven() {
    float[] fresh = new float[network.parameters()];
    network.initialise(fresh, 0, new Random(1)::nextGaussian);
    for (int i = mean.parameters(); i < fresh.length; i++) {
      assertThat(fresh[i]).isEqualTo(-0.5f);
    }
  }

  private double loss(double[] p, double[] in) {
    double[] y = reference(p, in);
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += y[i] * dy[i];
    }
    return sum;
  }

  private static double[] reference(double[] p, double[] in) {
    double[] y = new double[ROWS * 2 * SIZE];
    int bias = AT + INPUTS * SIZE;
    int logStd = bias + SIZE;
    for (int row = 0; row < ROWS; row++) {
      for (int j = 0; j < SIZE; j++) {
        double mean = p[bias + j];
        double variance = 1e-6;
        for (int k = 0; k < INPUTS; k++) {
          double xk = in[row * INPUTS + k];
          mean += xk * p[AT + k * SIZE + j];
          variance += xk * xk * Math.exp(2 * p[logStd + j * INPUTS + k]);
        }
        y[row * 2 * SIZE + j] = mean;
        y[row * 2 * SIZE + SIZE + j] = 0.5 * Math.log(variance);
      }
    }
    return y;
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

  private static float[] values(int n, long seed) {
    Random random = new Random(seed);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}

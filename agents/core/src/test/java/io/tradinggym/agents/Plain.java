package io.tradinggym.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.nn.Activate;
import io.tradinggym.agents.nn.Dense;
import io.tradinggym.agents.nn.Dueling;
import io.tradinggym.agents.nn.Layer;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.kernel.Activation;
import java.util.function.ToDoubleFunction;

/**
 * Networks and gradients the plain way, in double: a second implementation that updates are held against. Gradients are
 * differences of losses that were written down from the papers' formulas.
 */
public final class Plain {
  /**
   * With this learning rate and this epsilon, the first step of Adam, {@code rate g / (|g| + epsilon)}, is the gradient
   * itself.
   */
  public static final double RATE = 1e6;

  private static final double STEP = 1e-5;
  private static final double CLOSE = 3e-5;

  private Plain() {}

  public static double[] doubles(float[] values) {
    double[] copy = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      copy[i] = values[i];
    }
    return copy;
  }

  /** Outputs of a network of dense layers at one row of inputs. */
  public static double[] forward(Network network, double[] params, int at, double[] inputs) {
    double[] x = inputs;
    int next = at;
    for (Layer layer : network.layers()) {
      x =
          switch (layer) {
            case Dense dense -> dense(dense, params, next, x);
            case Activate activate -> activate(activate.activation(), x);
            case Dueling dueling -> duel(dueling, x);
            default -> throw new IllegalArgumentException("no plain form of " + layer);
          };
      next += layer.parameters();
    }
    return x;
  }

  private static double[] dense(Dense layer, double[] params, int at, double[] x) {
    double[] y = new double[layer.outputs()];
    for (int j = 0; j < y.length; j++) {
      y[j] = params[at + layer.inputs() * layer.outputs() + j];
      for (int k = 0; k < layer.inputs(); k++) {
        y[j] += x[k] * params[at + k * layer.outputs() + j];
      }
    }
    return y;
  }

  private static double[] activate(Activation law, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] =
          switch (law) {
            case IDENTITY -> x[i];
            case RELU -> Math.max(0, x[i]);
            case TANH -> Math.tanh(x[i]);
            case SIGMOID -> 1 / (1 + Math.exp(-x[i]));
            case SILU -> x[i] / (1 + Math.exp(-x[i]));
          };
    }
    return y;
  }

  private static double[] duel(Dueling layer, double[] x) {
    double[] y = new double[layer.outputs()];
    int m = layer.atoms();
    for (int k = 0; k < m; k++) {
      double mean = 0;
      for (int a = 0; a < layer.actions(); a++) {
        mean += x[(a + 1) * m + k] / layer.actions();
      }
      for (int a = 0; a < layer.actions(); a++) {
        y[a * m + k] = x[k] + x[(a + 1) * m + k] - mean;
      }
    }
    return y;
  }

  /** Derivatives of a loss by every parameter. */
  public static double[] gradient(float[] params, ToDoubleFunction<double[]> loss) {
    double[] at = doubles(params);
    double[] gradient = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      double kept = at[i];
      at[i] = kept + STEP;
      double up = loss.applyAsDouble(at);
      at[i] = kept - STEP;
      gradient[i] = (up - loss.applyAsDouble(at)) / (2 * STEP);
      at[i] = kept;
    }
    return gradient;
  }

  public static double norm(double[] gradient) {
    double sum = 0;
    for (double g : gradient) {
      sum += g * g;
    }
    return Math.sqrt(sum);
  }

  /** Parameters moved by so much of the gradient, against it. */
  public static void assertMoved(float[] before, float[] after, double[] gradient, double factor) {
    for (int i = 0; i < gradient.length; i++) {
      assertThat((double) before[i] - after[i])
          .as("parameter %d", i)
          .isCloseTo(factor * gradient[i], within(CLOSE));
    }
  }
}

package io.tradinggym.explain.attribution;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Numbers with known derivatives. */
public final class Functions {
  private Functions() {}

  /** Writes the gradient at one observation. */
  public interface Gradient {
    void at(float[] x, float[] out);
  }

  /** A function without a gradient. */
  public static ScoreFunction of(int inputs, ToDoubleFunction<float[]> number) {
    return new Smooth(inputs, number, (x, out) -> {});
  }

  /** A function with its gradient. */
  public static Differentiable of(int inputs, ToDoubleFunction<float[]> number, Gradient gradient) {
    return new Smooth(inputs, number, gradient);
  }

  private record Smooth(int inputs, ToDoubleFunction<float[]> number, Gradient gradient)
      implements Differentiable {
    @Override
    public void at(float[] rows, int count, double[] out) {
      for (int row = 0; row < count; row++) {
        out[row] = number.applyAsDouble(row(rows, row));
      }
    }

    @Override
    public void gradients(float[] rows, int count, float[] out) {
      float[] slopes = new float[inputs];
      for (int row = 0; row < count; row++) {
        gradient.at(row(rows, row), slopes);
        System.arraycopy(slopes, 0, out, row * inputs, inputs);
      }
    }

    private float[] row(float[] rows, int row) {
      return Arrays.copyOfRange(rows, row * inputs, (row + 1) * inputs);
    }
  }
}

package io.tradinggym.agents.nn;

import io.tradinggym.agents.nn.kernel.FloatMath;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The mean of a Gaussian whose noise is a random linear function of the inputs, {@code mean + (exp(s) e) x} with
 * standard normal e, and the logarithm of its standard deviation:
 *
 * <pre>
 *   y = ( x W + b,  1/2 log( sum_k x_k^2 exp(2 s_jk) + 1e-6 ) )
 * </pre>
 *
 * @param mean gives the first half of the outputs
 * @param logStd first value of every s
 * @see <a href="https://arxiv.org/abs/2005.05719">Raffin, Kober and Stulp (2021)</a>
 */
public record StateDependentNoise(Dense mean, double logStd) implements Layer {
  /** Keeps the logarithm finite where all inputs are 0. */
  private static final float EPSILON = 1e-6f;

  /** Values of the mean. */
  private int size() {
    return mean.outputs();
  }

  @Override
  public int inputs() {
    return mean.inputs();
  }

  @Override
  public int outputs() {
    return 2 * size();
  }

  @Override
  public List<Tensor> tensors() {
    List<Tensor> dense = mean.tensors();
    return List.of(dense.get(0), dense.get(1), new Tensor("logStd", logStdAt(), size(), inputs()));
  }

  /** {@return where s begins in the layer's slice, a row of inputs for each value} */
  public int logStdAt() {
    return mean.parameters();
  }

  /** That of the dense layer, then exp(2 s). */
  @Override
  public int scratch(int rows) {
    return mean.scratch(rows) + size() * inputs();
  }

  @Override
  public void initialise(float[] params, int at, DoubleSupplier gaussian) {
    mean.initialise(params, at, gaussian);
    int from = at + logStdAt();
    Arrays.fill(params, from, from + size() * inputs(), (float) logStd);
  }

  @Override
  public void forward(Pass p) {
    mean.forward(p, outputs());
    int variances = mean.scratch(p.rows());
    float[] s = p.scratch();
    for (int i = 0; i < size() * inputs(); i++) {
      s[variances + i] = FloatMath.exp(2 * p.params()[p.at() + logStdAt() + i]);
    }
    for (int row = 0; row < p.rows(); row++) {
      int x = p.xAt() + row * inputs();
      for (int j = 0; j < size(); j++) {
        float sum = EPSILON;
        for (int k = 0; k < inputs(); k++) {
          float square = p.x()[x + k] * p.x()[x + k];
          sum = Math.fma(square, s[variances + j * inputs() + k], sum);
        }
        p.y()[row * outputs() + size() + j] = 0.5f * FloatMath.log(sum);
      }
    }
  }

  /** d log sd_j / d s_jk = x_k^2 exp(2 s_jk) / sd_j^2;  d log sd_j / d x_k = x_k exp(2 s_jk) / sd_j^2. */
  @Override
  public void backward(Pass p) {
    mean.backward(p, outputs());
    for (int row = 0; row < p.rows(); row++) {
      for (int j = 0; j < size(); j++) {
        deviationGradient(p, row, j);
      }
    }
  }

  private void deviationGradient(Pass p, int row, int j) {
    int variances = mean.scratch(p.rows()) + j * inputs();
    int x = p.xAt() + row * inputs();
    int own = p.at() + logStdAt() + j * inputs();
    float logSd = p.y()[row * outputs() + size() + j];
    float slope = p.dy()[p.dyAt() + row * outputs() + size() + j] * FloatMath.exp(-2 * logSd);
    float[] gradient = p.gradient();
    float[] dx = p.dx();
    for (int k = 0; k < inputs(); k++) {
      float part = slope * p.x()[x + k] * p.scratch()[variances + k];
      if (gradient != null) {
        gradient[own + k] += part * p.x()[x + k];
      }
      if (dx != null) {
        dx[row * inputs() + k] += part;
      }
    }
  }
}

package io.tradinggym.agents.nn.optimizer;

import io.tradinggym.agents.nn.kernel.Kernels;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * RMSProp without momentum: {@code v += (1 - decay)(g^2 - v)}, then a step of {@code rate * g} over the root of v. The
 * two customary forms differ in where epsilon stands and in the first v, and learn differently: A2C was tuned with
 * {@link #tensorFlow}.
 *
 * @see <a href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Hinton, lecture 6e</a>
 */
public final class RmsProp implements Optimizer {
  private static final OptimizerState STATE = new OptimizerState("rmsprop", 1);

  private final Kernels kernels;
  private final double decay;
  private final float inside;
  private final float outside;
  private final float[] v;
  private long steps;

  private RmsProp(
      int size, Kernels kernels, double decay, double inside, double outside, float first) {
    if (!(decay >= 0 && decay < 1) || !(inside + outside > 0)) {
      throw new IllegalArgumentException(
          "decay must be in [0, 1) and epsilon > 0, were " + decay + ", " + (inside + outside));
    }
    this.kernels = kernels;
    this.decay = decay;
    this.inside = (float) inside;
    this.outside = (float) outside;
    this.v = new float[size];
    Arrays.fill(v, first);
  }

  /**
   * {@return TensorFlow's form: {@code p -= rate * g / sqrt(v + epsilon)}, v is 1 at first} A2C: decay 0.99,
   * epsilon 1e-5.
   *
   * @param size number of parameters, &gt;= 1
   * @param kernels the arithmetic to use
   * @param decay of the squared-gradient average, in [0, 1)
   * @param epsilon what keeps the division away from 0, &gt; 0
   */
  public static RmsProp tensorFlow(int size, Kernels kernels, double decay, double epsilon) {
    return new RmsProp(size, kernels, decay, epsilon, 0, 1f);
  }

  /**
   * {@return PyTorch's form: {@code p -= rate * g / (sqrt(v) + epsilon)}, v is 0 at first}
   *
   * @param size number of parameters, &gt;= 1
   * @param kernels the arithmetic to use
   * @param decay of the squared-gradient average, in [0, 1)
   * @param epsilon what keeps the division away from 0, &gt; 0
   */
  public static RmsProp pyTorch(int size, Kernels kernels, double decay, double epsilon) {
    return new RmsProp(size, kernels, decay, 0, epsilon, 0f);
  }

  @Override
  public void step(float[] params, float[] gradient, double learningRate) {
    OptimizerState.check(v.length, params, gradient, learningRate);
    steps++;
    kernels.rmsProp(
        v.length, params, gradient, v, (float) (1 - decay), (float) learningRate, inside, outside);
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    STATE.save(out, steps, v);
  }

  @Override
  public void load(DataInput in) throws IOException {
    steps = STATE.load(in, v);
  }
}

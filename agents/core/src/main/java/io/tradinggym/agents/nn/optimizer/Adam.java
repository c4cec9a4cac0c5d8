package io.tradinggym.agents.nn.optimizer;

import io.tradinggym.agents.nn.kernel.Kernels;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Adam with bias correction, and with decoupled weight decay where that is not 0 (AdamW):
 *
 * <pre>
 * p *= 1 - rate decay;  m += (1 - beta1)(g - m);  v += (1 - beta2)(g^2 - v)
 * p -= rate / (1 - beta1^t) * m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)
 * </pre>
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba (2015)</a>
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter (2019)</a>
 */
public final class Adam implements Optimizer {
  private static final OptimizerState STATE = new OptimizerState("adam", 1);

  private final Kernels kernels;
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final double decay;
  private final float[] m;
  private final float[] v;
  private long steps;

  /**
   * An optimiser at its first step.
   *
   * @param size number of parameters, &gt;= 1
   * @param kernels the arithmetic to use
   * @param beta1 decay of the mean gradient, in [0, 1)
   * @param beta2 decay of the mean square, in [0, 1)
   * @param epsilon &gt; 0; 1e-5 is customary in PPO, 1e-8 elsewhere
   * @param decay weight decay, &gt;= 0: each step first multiplies the parameters by 1 - learning rate x decay
   */
  public Adam(int size, Kernels kernels, double beta1, double beta2, double epsilon, double decay) {
    if (!(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1)) {
      throw new IllegalArgumentException(
          "beta1 and beta2 must be in [0, 1), were " + beta1 + ", " + beta2);
    }
    if (!(epsilon > 0) || !(decay >= 0)) {
      throw new IllegalArgumentException(
          "epsilon must be > 0 and decay >= 0, were " + epsilon + ", " + decay);
    }
    this.kernels = kernels;
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.decay = decay;
    this.m = new float[size];
    this.v = new float[size];
  }

  /**
   * {@return Adam with beta1 0.9, beta2 0.999 and the fastest arithmetic}
   *
   * @param size number of parameters, &gt;= 1
   * @param epsilon what keeps the division away from 0, &gt; 0
   * @param decay weight decay, &gt;= 0
   */
  public static Adam of(int size, double epsilon, double decay) {
    return new Adam(size, Kernels.fastest(), 0.9, 0.999, epsilon, decay);
  }

  /**
   * Adam with beta1 0.9, beta2 0.999 and no decay.
   *
   * @param size number of parameters, &gt;= 1
   * @param kernels the arithmetic to use
   * @param epsilon what keeps the division away from 0, &gt; 0
   */
  public Adam(int size, Kernels kernels, double epsilon) {
    this(size, kernels, 0.9, 0.999, epsilon, 0);
  }

  @Override
  public void step(float[] params, float[] gradient, double learningRate) {
    OptimizerState.check(m.length, params, gradient, learningRate);
    steps++;
    double rate = learningRate / (1 - StrictMath.pow(beta1, (double) steps));
    double root = 1 / Math.sqrt(1 - StrictMath.pow(beta2, (double) steps));
    kernels.adam(
        m.length,
        params,
        gradient,
        m,
        v,
        (float) (1 - learningRate * decay),
        (float) (1 - beta1),
        (float) (1 - beta2),
        (float) rate,
        (float) root,
        (float) epsilon);
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    STATE.save(out, steps, m, v);
  }

  @Override
  public void load(DataInput in) throws IOException {
    steps = STATE.load(in, m, v);
  }
}

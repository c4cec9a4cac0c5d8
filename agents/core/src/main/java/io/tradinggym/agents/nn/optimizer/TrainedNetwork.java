package io.tradinggym.agents.nn.optimizer;

import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of one network or of several that learn together by Adam, with the target that follows them, if there is
 * one: what every critic and every actor with a replay has. A loss is a {@link ShardedGradient.Task} over the rows of a
 * sample, with a worker's memory of its own for each thread.
 */
public final class TrainedNetwork implements Resumable, AutoCloseable {
  private final ParameterLayout layout;
  private final float[] params;
  private final float @Nullable [] target;
  private final Descent descent;
  private final int shardRows;
  private double[] sums;
  private int rows;

  /**
   * Settings of the descent.
   *
   * @param adamEpsilon of Adam, &gt; 0
   * @param decay decoupled weight decay, &gt;= 0
   * @param maxNorm norm that gradients are clipped to, &gt; 0; infinite = not clipped
   * @param batch most rows of a sample, &gt;= 1
   * @param threads that share its shards, &gt;= 1
   */
  public record Settings(double adamEpsilon, double decay, double maxNorm, int batch, int threads) {
    /**
     * {@return settings without weight decay and without a bound on gradients}
     *
     * @param adamEpsilon epsilon of Adam, &gt; 0
     * @param batch most rows of a sample, &gt;= 1
     * @param threads threads that may help, &gt;= 1; the result is the same for any number
     */
    public static Settings unclipped(double adamEpsilon, int batch, int threads) {
      return new Settings(adamEpsilon, 0, Double.POSITIVE_INFINITY, batch, threads);
    }
  }

  /**
   * Networks that have not learned yet.
   *
   * @param layout names and places of all parameters
   * @param params changed in place
   * @param target as long as the parameters, follows them when told to; null for none
   * @param settings of Adam, and how rows are shared out
   * @param sums how many figures the losses add up beside the gradient, &gt;= 0
   */
  public TrainedNetwork(
      ParameterLayout layout,
      float[] params,
      float @Nullable [] target,
      Settings settings,
      int sums) {
    this.layout = layout;
    this.params = params;
    this.target = target;
    Adam adam = Adam.of(params.length, settings.adamEpsilon(), settings.decay());
    descent = new Descent(layout, params, adam, settings.maxNorm(), sums, settings.threads());
    shardRows = ShardedGradient.shardRows(settings.batch());
    this.sums = new double[sums];
  }

  /**
   * {@return the memory of each thread, one entry a thread}
   *
   * @param <W> what a worker keeps
   * @param maker makes the memory of one thread, given the most rows that a shard can have
   */
  public <W> List<W> workers(IntFunction<W> maker) {
    List<W> workers = new ArrayList<>();
    for (int i = 0; i < descent.workers(); i++) {
      workers.add(maker.apply(shardRows));
    }
    return workers;
  }

  /** {@return the parameters, live} */
  public float[] params() {
    return params;
  }

  /**
   * Takes a step down the loss of a sample.
   *
   * @param sampleRows of the sample, &gt;= 1
   * @param loss adds gradients and sums shard by shard
   * @param learningRate of this step, &gt; 0
   * @throws ArithmeticException if a sum or the gradient is not finite; the parameters are then unchanged
   */
  public void step(int sampleRows, ShardedGradient.Task loss, double learningRate) {
    rows = sampleRows;
    sums = descent.step(sampleRows, loss, learningRate);
  }

  /**
   * {@return the mean by row of a figure of the last step; 0 before the first}
   *
   * @param figure index among the sums, from 0
   */
  public double mean(int figure) {
    return sums[figure] / Math.max(1, rows);
  }

  /** {@return the norm of the last gradient, before it was clipped} */
  public double norm() {
    return descent.norm();
  }

  /**
   * The target moves towards the parameters: {@code target += tau (params - target)}.
   *
   * @param tau how far, in (0, 1]
   * @throws IllegalStateException if there is no target
   */
  public void follow(double tau) {
    if (target == null) {
      throw new IllegalStateException("this network has no target");
    }
    if (tau == 1) {
      System.arraycopy(params, 0, target, 0, params.length);
    } else {
      Kernels.fastest().blend(params.length, (float) tau, params, target);
    }
  }

  /**
   * Begins with other parameters; the target becomes what they are.
   *
   * @param others as many as the network has
   */
  public void adopt(float[] others) {
    System.arraycopy(others, 0, params, 0, params.length);
    if (target != null) {
      follow(1);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    ParameterFile.write(out, layout, params);
    if (target != null) {
      ParameterFile.write(out, layout, target);
    }
    descent.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    ParameterFile.read(in, layout, params);
    if (target != null) {
      ParameterFile.read(in, layout, target);
    }
    descent.restore(in);
  }

  @Override
  public void close() {
    descent.close();
  }
}

package io.tradinggym.agents.rollout;

import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.Descent;
import io.tradinggym.agents.nn.optimizer.Optimizer;
import io.tradinggym.agents.nn.optimizer.ShardedGradient;
import io.tradinggym.agents.policy.ActorCritic;
import io.tradinggym.agents.policy.head.ActionDistribution;
import io.tradinggym.agents.policy.head.ActionHead;
import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Steps of an optimiser down a loss that is a sum over transitions of a rollout, each a {@link RowLoss}: gathers the
 * rows, passes them through both networks and hands the slopes back, by {@link Descent}.
 */
public final class ActorCriticStep implements Resumable, AutoCloseable {
  private final ActorCritic model;
  private final float[] params;
  private final Rollout rollout;
  private final Descent descent;
  private final Worker[] workers;
  private final ShardedGradient.Task task = this::shard;

  // The minibatch at work.
  private RowLoss loss = term -> {};
  private int[] order = {};
  private int start;

  /**
   * The first step is still to come.
   *
   * @param model the networks' shapes
   * @param params changed in place
   * @param rollout whose rows are learned from, filled again and again
   * @param optimizer what takes the steps
   * @param maxNorm norm that gradients are clipped to, &gt; 0; infinite = not clipped
   * @param maxRows most rows of a step, &gt;= 1
   * @param sums figures that a {@link RowLoss} adds up; the first ones are losses
   * @param threads threads that may help, &gt;= 1; the result is the same for any number
   */
  public ActorCriticStep(
      ActorCritic model,
      float[] params,
      Rollout rollout,
      Optimizer optimizer,
      double maxNorm,
      int maxRows,
      int sums,
      int threads) {
    this.model = model;
    this.params = params;
    this.rollout = rollout;
    descent = new Descent(model.layout(), params, optimizer, maxNorm, sums, threads);
    int shardRows = ShardedGradient.shardRows(Math.min(maxRows, rollout.rows), rollout.sequence);
    workers = new Worker[descent.workers()];
    Arrays.setAll(workers, i -> new Worker(shardRows));
  }

  /** One thread's memory: the gathered rows of a shard, and the networks' passes. */
  private final class Worker {
    private final Workspace actorWork;
    private final Workspace criticWork;
    private final ActionDistribution distribution = model.head().distribution();
    private final RowLoss.Term term = new RowLoss.Term();
    private final float[] observations;
    private final float[] actorGradient;
    private final float[] criticGradient;
    private final boolean[] starts;
    private final float[] states;

    Worker(int rows) {
      actorWork = new Workspace(model.actor(), rows, Kernels.fastest());
      criticWork = new Workspace(model.critic(), rows, Kernels.fastest());
      observations = new float[rows * model.actor().inputs()];
      actorGradient = new float[rows * model.actor().outputs()];
      criticGradient = new float[rows];
      starts = new boolean[rows];
      states = new float[rows / rollout.sequence * model.stateSize()];
    }
  }

  /**
   * Takes a step for the rows {@code order[start .. start + size - 1]}. Where the agent remembers they are whole
   * sequences, one after the other; rows that are not valid then only pass through the memory.
   *
   * @param rowLoss what a row adds to the loss
   * @param rows rows of the rollout, as {@link Rollout#rows(int[], int, int[])} writes them
   * @param from index of the first in {@code rows}
   * @param size how many rows from there, &gt;= 1; a multiple of {@link Rollout#sequence}
   * @param learningRate of this step, &gt; 0
   * @return the sums over these rows; overwritten by the next step
   * @throws ArithmeticException if a loss or the gradient is not finite; the parameters are then unchanged
   */
  public double[] take(RowLoss rowLoss, int[] rows, int from, int size, double learningRate) {
    loss = rowLoss;
    order = rows;
    start = from;
    return descent.step(size, rollout.sequence, task, learningRate);
  }

  /** Adds the gradient of a shard's rows of the minibatch. */
  private void shard(ShardedGradient.Shard shard) {
    Worker worker = workers[shard.worker()];
    int rows = shard.rows();
    gather(shard, worker);
    model.actor().forward(worker.actorWork, params, 0, rows, worker.observations, 0);
    model
        .critic()
        .forward(worker.criticWork, params, model.criticAt(), rows, worker.observations, 0);
    worker.term.sums = shard.sums();
    for (int i = 0; i < rows; i++) {
      row(shard, worker, i);
    }
    model.actor().backward(worker.actorWork, params, 0, worker.actorGradient, 0, shard.gradient());
    model
        .critic()
        .backward(
            worker.criticWork,
            params,
            model.criticAt(),
            worker.criticGradient,
            0,
            shard.gradient());
  }

  private void gather(ShardedGradient.Shard shard, Worker worker) {
    int inputs = model.actor().inputs();
    for (int i = 0; i < shard.rows(); i++) {
      int row = order[start + position(shard, i)];
      System.arraycopy(rollout.observations, row * inputs, worker.observations, i * inputs, inputs);
      worker.starts[i] = rollout.starts[row];
    }
    int size = model.stateSize();
    if (size > 0) {
      int count = shard.rows() / rollout.sequence;
      for (int i = 0; i < count; i++) {
        int first = order[start + position(shard, i)];
        int piece =
            first / rollout.lanes / rollout.sequence * rollout.lanes + first % rollout.lanes;
        System.arraycopy(rollout.states, piece * size, worker.states, i * size, size);
      }
      worker.actorWork.sequences().set(count, worker.starts, 0, worker.states, 0, size, false);
      worker
          .criticWork
          .sequences()
          .set(count, worker.starts, 0, worker.states, model.actor().stateSize(), size, false);
    }
  }

  /** Place in the minibatch of a row of the pass: sequence by sequence there, step by step here. */
  private int position(ShardedGradient.Shard shard, int i) {
    int count = shard.rows() / rollout.sequence;
    return shard.from() + i % count * rollout.sequence + i / count;
  }

  private void row(ShardedGradient.Shard shard, Worker worker, int i) {
    ActionHead head = model.head();
    RowLoss.Term term = worker.term;
    term.position = position(shard, i);
    term.row = order[start + term.position];
    if (!rollout.valid[term.row]) {
      Arrays.fill(worker.actorGradient, i * head.outputs(), (i + 1) * head.outputs(), 0);
      worker.criticGradient[i] = 0;
      return;
    }
    worker.distribution.at(
        worker.actorWork.output(),
        i * head.outputs(),
        params,
        model.headAt(),
        rollout.masks,
        term.row * rollout.maskSize);
    term.logProbability =
        worker.distribution.logProbability(rollout.actions, term.row * head.actionSize());
    term.entropy = worker.distribution.entropy();
    term.value = worker.criticWork.output()[i];
    loss.at(term);
    worker.distribution.backward(
        term.logProbabilitySlope,
        term.entropySlope,
        worker.actorGradient,
        i * head.outputs(),
        shard.gradient(),
        model.headAt());
    worker.criticGradient[i] = term.valueSlope;
  }

  /** {@return the euclidean norm of the last gradient, before it was clipped} */
  public double norm() {
    return descent.norm();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    descent.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    descent.restore(in);
  }

  @Override
  public void close() {
    descent.close();
  }
}

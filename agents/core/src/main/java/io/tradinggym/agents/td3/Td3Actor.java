package io.tradinggym.agents.td3;

import io.tradinggym.agents.critic.TwinCritics;
import io.tradinggym.agents.nn.Adam;
import io.tradinggym.agents.nn.Descent;
import io.tradinggym.agents.nn.Kernels;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.ShardedGradient;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.replay.ReplaySample;
import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The policy's descent of {@code - mean( Q_1(s, pi(s)) )}, and its target, which follows. */
final class Td3Actor implements Resumable, AutoCloseable {
  private static final int SUMS = 1;

  private final TwinCritics critics;
  private final Network actor;
  private final float[] params;
  private final float[] target;
  private final float tau;
  private final ParameterLayout layout;
  private final Descent descent;
  private final Worker[] workers;
  private final ShardedGradient.Task task = this::shard;
  private double[] sums = new double[SUMS];
  private ReplaySample sample = new ReplaySample(0, 0, 0, 0);

  Td3Actor(
      Td3Settings settings,
      TwinCritics critics,
      Network actor,
      float[] params,
      float[] target,
      int threads) {
    this.critics = critics;
    this.actor = actor;
    this.params = params;
    this.target = target;
    tau = (float) settings.tau();
    layout = ParameterLayout.of("actor", actor);
    Adam adam = new Adam(params.length, Kernels.fastest(), settings.adamEpsilon());
    descent = new Descent(layout, params, adam, Double.POSITIVE_INFINITY, SUMS, threads);
    int shardRows = ShardedGradient.shardRows(settings.experience().batch());
    workers = new Worker[descent.workers()];
    Arrays.setAll(workers, i -> new Worker(shardRows));
  }

  /** One thread's memory. */
  private final class Worker {
    private final Workspace actorWork;
    private final Workspace criticWork;
    private final float[] inputs;
    private final float[] valueSlopes;
    private final float[] actionSlopes;

    Worker(int rows) {
      actorWork = new Workspace(actor, rows, Kernels.fastest());
      criticWork = new Workspace(critics.network(), rows, Kernels.fastest());
      inputs = new float[rows * critics.network().inputs()];
      valueSlopes = new float[rows];
      actionSlopes = new float[rows * actor.outputs()];
    }
  }

  /** The target becomes what the policy is. */
  void begin() {
    System.arraycopy(params, 0, target, 0, params.length);
  }

  void learn(ReplaySample drawn, double learningRate) {
    sample = drawn;
    sums = descent.step(sample.rows, task, learningRate);
    Kernels.fastest().blend(params.length, tau, params, target);
  }

  private void shard(ShardedGradient.Shard shard) {
    Worker worker = workers[shard.worker()];
    int rows = shard.rows();
    int seen = actor.inputs();
    int size = actor.outputs();
    int width = seen + size;
    actor.forward(worker.actorWork, params, 0, rows, sample.observations, shard.from() * seen);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(
          sample.observations, (shard.from() + i) * seen, worker.inputs, i * width, seen);
      System.arraycopy(worker.actorWork.output(), i * size, worker.inputs, i * width + seen, size);
    }
    Network critic = critics.network();
    critic.forward(worker.criticWork, critics.params(), 0, rows, worker.inputs, 0);
    for (int i = 0; i < rows; i++) {
      worker.valueSlopes[i] = -1f / sample.rows;
      shard.sums()[0] -= worker.criticWork.output()[i];
    }
    critic.backwardToInputs(worker.criticWork, critics.params(), 0, worker.valueSlopes, 0, null);
    float[] slopes = worker.criticWork.inputGradient();
    for (int i = 0; i < rows; i++) {
      System.arraycopy(slopes, i * width + seen, worker.actionSlopes, i * size, size);
    }
    actor.backward(worker.actorWork, params, 0, worker.actionSlopes, 0, shard.gradient());
  }

  double meanLoss() {
    return sums[0] / Math.max(1, sample.rows);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    ParameterFile.write(out, layout, params);
    ParameterFile.write(out, layout, target);
    descent.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    ParameterFile.read(in, layout, params);
    ParameterFile.read(in, layout, target);
    descent.restore(in);
  }

  @Override
  public void close() {
    descent.close();
  }
}

package io.tradinggym.agents.td3;

import io.tradinggym.agents.critic.TwinCritics;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.ShardedGradient;
import io.tradinggym.agents.nn.optimizer.TrainedNetwork;
import io.tradinggym.agents.replay.ReplaySample;
import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** The policy's descent of {@code - mean( Q_1(s, pi(s)) )}, and its target, which follows. */
final class Td3Actor implements Resumable, AutoCloseable {
  private static final int SUMS = 1;

  private final TwinCritics critics;
  private final Network actor;
  private final float[] params;
  private final double tau;
  private final TrainedNetwork trained;
  private final List<Worker> workers;
  private final ShardedGradient.Task task = this::shard;
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
    tau = settings.tau();
    int batch = settings.experience().batch();
    trained =
        new TrainedNetwork(
            ParameterLayout.of("actor", actor),
            params,
            target,
            TrainedNetwork.Settings.unclipped(settings.adamEpsilon(), batch, threads),
            SUMS);
    workers = trained.workers(Worker::new);
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
    trained.follow(1);
  }

  void learn(ReplaySample drawn, double learningRate) {
    sample = drawn;
    trained.step(sample.rows, task, learningRate);
    trained.follow(tau);
  }

  private void shard(ShardedGradient.Shard shard) {
    Worker worker = workers.get(shard.worker());
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
    return trained.mean(0);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    trained.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    trained.restore(in);
  }

  @Override
  public void close() {
    trained.close();
  }
}

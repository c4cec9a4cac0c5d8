package io.tradinggym.agents.sac;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.ShardedGradient;
import io.tradinggym.agents.nn.optimizer.TrainedNetwork;
import io.tradinggym.agents.replay.ReplaySample;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** The policy's descent of {@code mean( sum_a pi(a|s) (alpha log pi(a|s) - min(Q_1, Q_2)(s, a)) )}. */
final class DiscreteActor implements Resumable, AutoCloseable {
  // What is summed up beside the gradient.
  private static final int LOSS = 0;
  private static final int ENTROPY = 1;
  private static final int LARGEST_ENTROPY = 2;
  private static final int SUMS = 3;

  private final DiscreteCritics critics;
  private final Discrete actions;
  private final Network actor;
  private final float[] params;
  private final TrainedNetwork trained;
  private final List<Worker> workers;
  private final ShardedGradient.Task task = this::shard;
  private ReplaySample sample = new ReplaySample(0, 0, 0, 0);
  private float alpha;

  DiscreteActor(
      SacSettings settings,
      DiscreteCritics critics,
      Discrete actions,
      Network actor,
      float[] params,
      int threads) {
    this.critics = critics;
    this.actions = actions;
    this.actor = actor;
    this.params = params;
    int batch = settings.experience().batch();
    trained =
        new TrainedNetwork(
            ParameterLayout.of("actor", actor),
            params,
            null,
            TrainedNetwork.Settings.unclipped(settings.adamEpsilon(), batch, threads),
            SUMS);
    workers = trained.workers(Worker::new);
  }

  /** One thread's memory. */
  private final class Worker {
    private final Workspace actorWork;
    private final Workspace firstWork;
    private final Workspace secondWork;
    private final SoftChoice choice = new SoftChoice(actions);
    private final float[] slopes;

    Worker(int rows) {
      actorWork = new Workspace(actor, rows, Kernels.fastest());
      firstWork = new Workspace(critics.network(), rows, Kernels.fastest());
      secondWork = new Workspace(critics.network(), rows, Kernels.fastest());
      slopes = new float[rows * actions.n()];
    }
  }

  void learn(ReplaySample drawn, float temperature, double learningRate) {
    sample = drawn;
    alpha = temperature;
    trained.step(sample.rows, task, learningRate);
  }

  private void shard(ShardedGradient.Shard shard) {
    Worker worker = workers.get(shard.worker());
    int rows = shard.rows();
    int n = actions.n();
    int at = shard.from() * actor.inputs();
    Network critic = critics.network();
    actor.forward(worker.actorWork, params, 0, rows, sample.observations, at);
    critic.forward(worker.firstWork, critics.params(), 0, rows, sample.observations, at);
    critic.forward(
        worker.secondWork, critics.params(), critics.second(), rows, sample.observations, at);
    float[] first = worker.firstWork.output();
    float[] second = worker.secondWork.output();
    for (int i = 0; i < rows; i++) {
      int maskAt = (shard.from() + i) * sample.maskSize;
      worker.choice.at(worker.actorWork.output(), i * n, sample.masks, maskAt);
      worker.choice.backward(first, second, i * n, alpha, 1f / sample.rows, worker.slopes);
      shard.sums()[LOSS] -= worker.choice.value(first, second, i * n, alpha);
      shard.sums()[ENTROPY] += worker.choice.entropy();
      shard.sums()[LARGEST_ENTROPY] += SoftChoice.largestEntropy(n, sample.masks, maskAt);
    }
    actor.backward(worker.actorWork, params, 0, worker.slopes, 0, shard.gradient());
  }

  double meanLoss() {
    return trained.mean(LOSS);
  }

  double meanEntropy() {
    return trained.mean(ENTROPY);
  }

  /** Mean entropy of choosing evenly among what was allowed. */
  double largestEntropy() {
    return trained.mean(LARGEST_ENTROPY);
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

package io.tradinggym.agents.sac;

import io.tradinggym.agents.critic.TwinCritics;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.ShardedGradient;
import io.tradinggym.agents.nn.optimizer.TrainedNetwork;
import io.tradinggym.agents.policy.head.SquashedGaussian;
import io.tradinggym.agents.replay.ReplaySample;
import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The policy's descent of {@code mean( alpha log pi(a|s) - min(Q_1, Q_2)(s, a) )}, where a is drawn from the policy and
 * the gradient flows through it.
 */
final class SacActor implements Resumable, AutoCloseable {
  // What is summed up beside the gradient.
  private static final int LOSS = 0;
  private static final int LOG_DENSITY = 1;
  private static final int SUMS = 2;

  private final TwinCritics critics;
  private final SquashedGaussian law;
  private final Network actor;
  private final float[] params;
  private final TrainedNetwork trained;
  private final List<Worker> workers;
  private final ShardedGradient.Task task = this::shard;

  // The sample at work.
  private ReplaySample sample = new ReplaySample(0, 0, 0, 0);
  private float[] noise = {};
  private float alpha;

  SacActor(
      SacSettings settings,
      TwinCritics critics,
      SquashedGaussian law,
      Network actor,
      float[] params,
      int threads) {
    this.critics = critics;
    this.law = law;
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
    private final float[] inputs;
    private final float[] logDensities;
    private final float[] firstSlopes;
    private final float[] secondSlopes;
    private final float[] actionSlopes;
    private final float[] outputSlopes;

    Worker(int rows) {
      actorWork = new Workspace(actor, rows, Kernels.fastest());
      firstWork = new Workspace(critics.network(), rows, Kernels.fastest());
      secondWork = new Workspace(critics.network(), rows, Kernels.fastest());
      inputs = new float[rows * critics.network().inputs()];
      logDensities = new float[rows];
      firstSlopes = new float[rows];
      secondSlopes = new float[rows];
      actionSlopes = new float[law.size()];
      outputSlopes = new float[rows * law.outputs()];
    }
  }

  void learn(ReplaySample drawn, float[] freshNoise, float temperature, double learningRate) {
    sample = drawn;
    noise = freshNoise;
    alpha = temperature;
    trained.step(sample.rows, task, learningRate);
  }

  private void shard(ShardedGradient.Shard shard) {
    Worker worker = workers.get(shard.worker());
    int rows = shard.rows();
    draw(worker, shard.from(), rows);
    Network critic = critics.network();
    critic.forward(worker.firstWork, critics.params(), 0, rows, worker.inputs, 0);
    critic.forward(worker.secondWork, critics.params(), critics.second(), rows, worker.inputs, 0);
    for (int i = 0; i < rows; i++) {
      float first = worker.firstWork.output()[i];
      float second = worker.secondWork.output()[i];
      worker.firstSlopes[i] = first <= second ? -1f / sample.rows : 0;
      worker.secondSlopes[i] = first <= second ? 0 : -1f / sample.rows;
      shard.sums()[LOSS] += alpha * worker.logDensities[i] - Math.min(first, second);
      shard.sums()[LOG_DENSITY] += worker.logDensities[i];
    }
    critic.backwardToInputs(worker.firstWork, critics.params(), 0, worker.firstSlopes, 0, null);
    critic.backwardToInputs(
        worker.secondWork, critics.params(), critics.second(), worker.secondSlopes, 0, null);
    throughActions(worker, shard.from(), rows);
    actor.backward(worker.actorWork, params, 0, worker.outputSlopes, 0, shard.gradient());
  }

  private void draw(Worker worker, int from, int rows) {
    int observationSize = actor.inputs();
    actor.forward(worker.actorWork, params, 0, rows, sample.observations, from * observationSize);
    for (int i = 0; i < rows; i++) {
      int row = from + i;
      int at = i * critics.network().inputs();
      System.arraycopy(
          sample.observations, row * observationSize, worker.inputs, at, observationSize);
      worker.logDensities[i] =
          law.draw(
              worker.actorWork.output(),
              i * law.outputs(),
              noise,
              row * law.size(),
              worker.inputs,
              at + observationSize);
    }
  }

  private void throughActions(Worker worker, int from, int rows) {
    float[] first = worker.firstWork.inputGradient();
    float[] second = worker.secondWork.inputGradient();
    for (int i = 0; i < rows; i++) {
      int at = i * critics.network().inputs() + actor.inputs();
      for (int j = 0; j < law.size(); j++) {
        worker.actionSlopes[j] = first[at + j] + second[at + j];
      }
      law.backward(
          worker.actorWork.output(),
          i * law.outputs(),
          noise,
          (from + i) * law.size(),
          worker.inputs,
          at,
          alpha / sample.rows,
          worker.actionSlopes,
          0,
          worker.outputSlopes);
    }
  }

  double meanLoss() {
    return trained.mean(LOSS);
  }

  double meanLogDensity() {
    return trained.mean(LOG_DENSITY);
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

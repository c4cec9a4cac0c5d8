package io.tradinggym.agents.sac;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.ShardedGradient;
import io.tradinggym.agents.nn.optimizer.TrainedNetwork;
import io.tradinggym.agents.replay.ReplaySample;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Two critics that value every choice at once. With target networks Q' and the policy's chances pi they descend
 *
 * <pre>
 *   mean( w 1/2 (Q_1(s, a) - y)^2 ) + mean( w 1/2 (Q_2(s, a) - y)^2 )
 *   y = reward + discount sum_a' pi(a'|s') (min(Q'_1, Q'_2)(s', a') - alpha log pi(a'|s'))
 * </pre>
 */
final class DiscreteCritics implements Resumable, AutoCloseable {
  // What is summed up beside the gradient.
  private static final int LOSS = 0;
  private static final int VALUE = 1;
  private static final int SUMS = 2;

  private final Discrete actions;
  private final Network actor;
  private final float[] actorParams;
  private final Network network;
  private final float[] params;
  private final float[] target;
  private final double tau;
  private final TrainedNetwork trained;
  private final List<Worker> workers;
  private final ShardedGradient.Task task = this::shard;
  private ReplaySample sample = new ReplaySample(0, 0, 0, 0);
  private float alpha;

  DiscreteCritics(
      SacSettings settings,
      Discrete actions,
      Network actor,
      float[] actorParams,
      RandomStream random,
      int threads) {
    this.actions = actions;
    this.actor = actor;
    this.actorParams = actorParams;
    network = settings.network().smallNetwork(actor.inputs(), actions.n());
    ParameterLayout layout =
        ParameterLayout.builder().add("q1", network).add("q2", network).build();
    params = new float[layout.size()];
    network.initialise(params, 0, random::gaussian);
    network.initialise(params, second(), random::gaussian);
    target = params.clone();
    tau = settings.tau();
    int batch = settings.experience().batch();
    trained =
        new TrainedNetwork(
            layout,
            params,
            target,
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
    private final float[] targets;
    private final float[] firstSlopes;
    private final float[] secondSlopes;

    Worker(int rows) {
      actorWork = new Workspace(actor, rows, Kernels.fastest());
      firstWork = new Workspace(network, rows, Kernels.fastest());
      secondWork = new Workspace(network, rows, Kernels.fastest());
      targets = new float[rows];
      firstSlopes = new float[rows * actions.n()];
      secondSlopes = new float[rows * actions.n()];
    }
  }

  /** The network of each critic: observation in, a value of every choice out. */
  Network network() {
    return network;
  }

  float[] params() {
    return params;
  }

  /** Where the second critic's parameters begin. */
  int second() {
    return network.parameters();
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
    targets(worker, shard.from(), rows);
    int at = shard.from() * network.inputs();
    network.forward(worker.firstWork, params, 0, rows, sample.observations, at);
    network.forward(worker.secondWork, params, second(), rows, sample.observations, at);
    Arrays.fill(worker.firstSlopes, 0, rows * n, 0);
    Arrays.fill(worker.secondSlopes, 0, rows * n, 0);
    for (int i = 0; i < rows; i++) {
      int row = shard.from() + i;
      int taken = i * n + (int) sample.actions[row] - actions.start();
      float weight = sample.weights[row];
      float firstError = worker.firstWork.output()[taken] - worker.targets[i];
      float secondError = worker.secondWork.output()[taken] - worker.targets[i];
      worker.firstSlopes[taken] = weight * firstError / sample.rows;
      worker.secondSlopes[taken] = weight * secondError / sample.rows;
      sample.errors[row] = 0.5f * (Math.abs(firstError) + Math.abs(secondError));
      shard.sums()[LOSS] += 0.5 * weight * (firstError * firstError + secondError * secondError);
      shard.sums()[VALUE] += worker.firstWork.output()[taken];
    }
    network.backward(worker.firstWork, params, 0, worker.firstSlopes, 0, shard.gradient());
    network.backward(worker.secondWork, params, second(), worker.secondSlopes, 0, shard.gradient());
  }

  private void targets(Worker worker, int from, int rows) {
    int n = actions.n();
    int at = from * network.inputs();
    actor.forward(worker.actorWork, actorParams, 0, rows, sample.nextObservations, at);
    network.forward(worker.firstWork, target, 0, rows, sample.nextObservations, at);
    network.forward(worker.secondWork, target, second(), rows, sample.nextObservations, at);
    for (int i = 0; i < rows; i++) {
      int row = from + i;
      float next = 0;
      // The last observation of a terminated episode may allow nothing: it is worth 0.
      if (sample.discounts[row] != 0) {
        worker.choice.at(worker.actorWork.output(), i * n, sample.nextMasks, row * sample.maskSize);
        next =
            worker.choice.value(
                worker.firstWork.output(), worker.secondWork.output(), i * n, alpha);
      }
      worker.targets[i] = sample.rewards[row] + sample.discounts[row] * next;
    }
  }

  /** The target networks follow by Polyak averaging. */
  void follow() {
    trained.follow(tau);
  }

  double meanLoss() {
    return trained.mean(LOSS);
  }

  double meanValue() {
    return trained.mean(VALUE);
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

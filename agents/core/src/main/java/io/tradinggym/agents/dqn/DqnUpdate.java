package io.tradinggym.agents.dqn;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.ShardedGradient;
import io.tradinggym.agents.nn.optimizer.TrainedNetwork;
import io.tradinggym.agents.policy.Greedy;
import io.tradinggym.agents.policy.Older;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.PolicySpec;
import io.tradinggym.agents.policy.QPolicy;
import io.tradinggym.agents.policy.returns.ReturnLaw;
import io.tradinggym.agents.replay.OffPolicyUpdate;
import io.tradinggym.agents.replay.ReplaySample;
import io.tradinggym.api.Batch;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What DQN learns from a sample. With the target network's values Q' it descends
 *
 * <pre>
 *   loss = mean( w loss(Q(s, a), reward + discount Q'(s', a*)) )
 *   a* = argmax Q'(s', .)                  among the allowed actions
 *   a* = argmax Q (s', .)                  double: the choice and its value come from two networks
 * </pre>
 *
 * where reward and discount may span n steps, w corrects for prioritised draws, and Q is a mean or a distribution of
 * returns, each with a {@link ReturnLoss} of its own.
 *
 * @see <a href="https://arxiv.org/abs/1509.06461">van Hasselt, Guez and Silver (2016)</a>
 */
final class DqnUpdate implements OffPolicyUpdate {
  // What is summed up beside the gradient.
  private static final int LOSS = 0;
  private static final int VALUE = 1;
  private static final int SUMS = 2;

  private final DqnSettings settings;
  private final Discrete actions;
  private final ReturnLaw law;
  private final float[] means;
  private final Network network;
  private final float[] params;
  private final float[] target;
  private final TrainedNetwork trained;
  private final Workspace acting;
  private final List<Worker> workers;
  private final ShardedGradient.Task task = this::shard;
  private double learningRate;
  private double epsilon;
  private boolean learned;

  // The sample at work.
  private ReplaySample sample = new ReplaySample(0, 0, 0, 0);

  DqnUpdate(DqnSettings settings, VectorEnvironment envs, long seed, int threads) {
    this.settings = settings;
    int seen = envs.observationSpace().flatSize();
    actions = Greedy.requireDiscrete(envs.actionSpace());
    law = settings.shape().returns();
    network = settings.shape().network(seen, actions);
    means = new float[actions.n()];
    params = new float[network.parameters()];
    network.initialise(params, 0, RandomStreams.of(seed).stream("parameters")::gaussian);
    target = params.clone();
    trained =
        new TrainedNetwork(
            ParameterLayout.of("q", network),
            params,
            target,
            new TrainedNetwork.Settings(
                settings.adamEpsilon(),
                settings.weightDecay(),
                settings.maxGradientNorm(),
                settings.experience().batch(),
                threads),
            SUMS);
    acting = new Workspace(network, envs.lanes(), Kernels.fastest());
    workers = trained.workers(Worker::new);
  }

  /** One thread's memory. */
  private final class Worker {
    private final Workspace work;
    private final Workspace targetWork;
    private final ReturnLoss loss = ReturnLoss.of(law);
    private final float[] means = new float[actions.n()];
    private final int[] nextAt;
    private final float[] slopes;

    Worker(int rows) {
      work = new Workspace(network, rows, Kernels.fastest());
      targetWork = new Workspace(network, rows, Kernels.fastest());
      nextAt = new int[rows];
      slopes = new float[rows * network.outputs()];
    }
  }

  @Override
  public void explore(
      float[] inputs,
      Batch batch,
      RandomStream[] randoms,
      boolean untrained,
      double progress,
      float[] out) {
    int n = actions.n();
    epsilon = untrained ? 1 : settings.exploration().at(progress);
    if (!untrained) {
      network.forward(acting, params, 0, batch.lanes, inputs, 0);
    }
    for (int lane = 0; lane < batch.lanes; lane++) {
      int at = lane * batch.maskSize;
      int best = -1;
      if (!randoms[lane].bernoulli(epsilon)) {
        law.means(acting.output(), lane * network.outputs(), n, means);
        best = Greedy.choice(means, 0, n, batch.masks, at);
      }
      if (best >= 0) {
        out[lane] = actions.start() + best;
      } else {
        Greedy.sample(actions, randoms[lane], batch, lane, out);
      }
    }
  }

  @Override
  public void learn(ReplaySample drawn, double progress) {
    sample = drawn;
    learningRate = settings.learningRate().at(progress);
    trained.step(sample.rows, task, learningRate);
    learned = true;
  }

  private void shard(ShardedGradient.Shard shard) {
    Worker worker = workers.get(shard.worker());
    int rows = shard.rows();
    int width = network.outputs();
    chooseNext(worker, shard.from(), rows);
    network.forward(
        worker.work, params, 0, rows, sample.observations, shard.from() * network.inputs());
    Arrays.fill(worker.slopes, 0, rows * width, 0);
    for (int i = 0; i < rows; i++) {
      int row = shard.from() + i;
      int at = i * width + ((int) sample.actions[row] - actions.start()) * law.atoms();
      double loss =
          worker.loss.at(
              sample.rewards[row],
              sample.discounts[row],
              worker.targetWork.output(),
              worker.nextAt[i],
              worker.work.output(),
              at,
              sample.weights[row] / sample.rows,
              worker.slopes);
      sample.errors[row] = worker.loss.error();
      shard.sums()[LOSS] += sample.weights[row] * loss;
      shard.sums()[VALUE] += law.mean(worker.work.output(), at);
    }
    network.backward(worker.work, params, 0, worker.slopes, 0, shard.gradient());
  }

  /** Runs the target network, and finds where the outputs of each row's best next action begin. */
  private void chooseNext(Worker worker, int from, int rows) {
    int n = actions.n();
    int width = network.outputs();
    int at = from * network.inputs();
    network.forward(worker.targetWork, target, 0, rows, sample.nextObservations, at);
    float[] choices = worker.targetWork.output();
    if (settings.doubleQ()) {
      network.forward(worker.work, params, 0, rows, sample.nextObservations, at);
      choices = worker.work.output();
    }
    for (int i = 0; i < rows; i++) {
      int row = from + i;
      law.means(choices, i * width, n, worker.means);
      int best = Greedy.choice(worker.means, 0, n, sample.nextMasks, row * sample.maskSize);
      // The last observation of a terminated episode may allow nothing: it is worth 0.
      worker.nextAt[i] =
          best < 0 || sample.discounts[row] == 0
              ? ReturnLoss.NOTHING
              : i * width + best * law.atoms();
    }
  }

  @Override
  public void stepped(long steps, int lanes) {
    long every = settings.targetEvery();
    if (steps / every != (steps - lanes) / every) {
      trained.follow(settings.tau());
    }
  }

  @Override
  public void adopt(Policy older) {
    QPolicy same = Older.as(QPolicy.class, older);
    Older.requireShape(same.shape(), settings.shape());
    trained.adopt(same.parameters());
  }

  @Override
  public Policy policy(PolicySpec spec) {
    return new QPolicy(spec, settings.shape(), params);
  }

  @Override
  public Map<String, Double> metrics() {
    if (!learned) {
      return Map.of();
    }
    return Map.of(
        "loss/value",
        trained.mean(LOSS),
        "value/mean",
        trained.mean(VALUE),
        "policy/epsilon",
        epsilon,
        "update/gradientNorm",
        trained.norm(),
        "update/learningRate",
        learningRate);
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

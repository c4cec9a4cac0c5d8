package io.tradinggym.agents.critic;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.ShardedGradient;
import io.tradinggym.agents.nn.optimizer.TrainedNetwork;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.replay.ReplaySample;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Two critics of state and action, whose smaller value is believed: what SAC and TD3 share. With target networks Q' and
 * the action a' that {@link NextActions} gives at s', worth a bonus b of its own, they descend
 *
 * <pre>
 *   mean( w 1/2 (Q_1(s, a) - y)^2 ) + mean( w 1/2 (Q_2(s, a) - y)^2 )
 *   y = reward + discount (min(Q'_1, Q'_2)(s', a') + b)
 * </pre>
 *
 * @see <a href="https://arxiv.org/abs/1802.09477">Fujimoto et al. (2018), section 4.2: clipped double Q-learning</a>
 */
public final class TwinCritics implements Resumable, AutoCloseable {
  // What is summed up beside the gradient.
  private static final int LOSS = 0;
  private static final int VALUE = 1;
  private static final int SUMS = 2;

  private final int observationSize;
  private final int actionSize;
  private final Network network;
  private final float[] params;
  private final float[] target;
  private final double tau;
  private final TrainedNetwork trained;
  private final NextActions nextActions;
  private final List<Worker> workers;
  private final ShardedGradient.Task task = this::shard;
  private ReplaySample sample = new ReplaySample(0, 0, 0, 0);

  /**
   * Critics with random parameters.
   *
   * @param shape hidden layers of each critic, and its engine
   * @param observationSize floats that a network reads of an observation
   * @param actionSize floats of an action
   * @param batch most rows of a sample, &gt;= 1
   * @param tau how far the target critics move towards the critics in {@link #follow}, in (0, 1]
   * @param adamEpsilon of their Adam, &gt; 0
   * @param nextActions what the targets expect to be done
   * @param random draws the parameters
   * @param threads threads that may help, &gt;= 1; the result is the same for any number
   */
  public TwinCritics(
      Mlp shape,
      int observationSize,
      int actionSize,
      int batch,
      double tau,
      double adamEpsilon,
      NextActions nextActions,
      RandomStream random,
      int threads) {
    this.observationSize = observationSize;
    this.actionSize = actionSize;
    this.nextActions = nextActions;
    network = shape.smallNetwork(observationSize + actionSize, 1);
    ParameterLayout layout =
        ParameterLayout.builder().add("q1", network).add("q2", network).build();
    params = new float[layout.size()];
    network.initialise(params, 0, random::gaussian);
    network.initialise(params, second(), random::gaussian);
    target = params.clone();
    this.tau = tau;
    trained =
        new TrainedNetwork(
            layout,
            params,
            target,
            TrainedNetwork.Settings.unclipped(adamEpsilon, batch, threads),
            SUMS);
    workers = trained.workers(Worker::new);
  }

  /** One thread's memory. */
  private final class Worker {
    private final Workspace firstWork;
    private final Workspace secondWork;
    private final float[] inputs;
    private final float[] targets;
    private final float[] firstSlopes;
    private final float[] secondSlopes;

    Worker(int rows) {
      firstWork = workspace(rows);
      secondWork = workspace(rows);
      inputs = new float[rows * network.inputs()];
      targets = new float[rows];
      firstSlopes = new float[rows];
      secondSlopes = new float[rows];
    }
  }

  /** {@return the network of each critic: observation and action in, value out} */
  public Network network() {
    return network;
  }

  /** {@return the parameters of both critics, live, the first critic's before the second's} */
  public float[] params() {
    return params;
  }

  /** {@return the index in {@link #params()} at which the second critic's parameters begin} */
  public int second() {
    return network.parameters();
  }

  private Workspace workspace(int rows) {
    return new Workspace(network, rows, Kernels.fastest());
  }

  /**
   * Learns from a sample and writes its {@link ReplaySample#errors}.
   *
   * @param drawn a sample of at most {@code batch} rows
   * @param learningRate of this step, &gt; 0
   * @throws ArithmeticException if a loss or the gradient is not finite; the parameters are then unchanged
   */
  public void learn(ReplaySample drawn, double learningRate) {
    sample = drawn;
    trained.step(sample.rows, task, learningRate);
  }

  private void shard(ShardedGradient.Shard shard) {
    Worker worker = workers.get(shard.worker());
    int rows = shard.rows();
    targets(worker, shard.worker(), shard.from(), rows);
    for (int i = 0; i < rows; i++) {
      int row = shard.from() + i;
      int at = i * network.inputs();
      System.arraycopy(
          sample.observations, row * observationSize, worker.inputs, at, observationSize);
      System.arraycopy(
          sample.actions, row * actionSize, worker.inputs, at + observationSize, actionSize);
    }
    network.forward(worker.firstWork, params, 0, rows, worker.inputs, 0);
    network.forward(worker.secondWork, params, second(), rows, worker.inputs, 0);
    for (int i = 0; i < rows; i++) {
      int row = shard.from() + i;
      float weight = sample.weights[row];
      float firstError = worker.firstWork.output()[i] - worker.targets[i];
      float secondError = worker.secondWork.output()[i] - worker.targets[i];
      worker.firstSlopes[i] = weight * firstError / sample.rows;
      worker.secondSlopes[i] = weight * secondError / sample.rows;
      sample.errors[row] = 0.5f * (Math.abs(firstError) + Math.abs(secondError));
      shard.sums()[LOSS] += 0.5 * weight * (firstError * firstError + secondError * secondError);
      shard.sums()[VALUE] += worker.firstWork.output()[i];
    }
    network.backward(worker.firstWork, params, 0, worker.firstSlopes, 0, shard.gradient());
    network.backward(worker.secondWork, params, second(), worker.secondSlopes, 0, shard.gradient());
  }

  private void targets(Worker worker, int number, int from, int rows) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(
          sample.nextObservations,
          (from + i) * observationSize,
          worker.inputs,
          i * network.inputs(),
          observationSize);
    }
    nextActions.write(number, sample, from, rows, worker.inputs, worker.targets);
    network.forward(worker.firstWork, target, 0, rows, worker.inputs, 0);
    network.forward(worker.secondWork, target, second(), rows, worker.inputs, 0);
    for (int i = 0; i < rows; i++) {
      float next =
          Math.min(worker.firstWork.output()[i], worker.secondWork.output()[i]) + worker.targets[i];
      worker.targets[i] = sample.rewards[from + i] + sample.discounts[from + i] * next;
    }
  }

  /** The target networks follow by Polyak averaging. */
  public void follow() {
    trained.follow(tau);
  }

  /** {@return the mean loss of a row of the last sample; 0 before the first} */
  public double meanLoss() {
    return trained.mean(LOSS);
  }

  /** {@return the mean value that the first critic gave the rows of the last sample; 0 before the first} */
  public double meanValue() {
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

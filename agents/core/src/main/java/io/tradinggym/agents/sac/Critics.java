package io.tradinggym.agents.sac;

import io.tradinggym.agents.nn.Adam;
import io.tradinggym.agents.nn.Descent;
import io.tradinggym.agents.nn.Kernels;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.ShardedGradient;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.policy.SquashedGaussian;
import io.tradinggym.agents.replay.ReplaySample;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Two critics of state and action, whose smaller value is believed. With target networks Q' and an action a' drawn from the
 * policy at s', they descend
 *
 * <pre>
 *   mean( w 1/2 (Q_1(s, a) - y)^2 ) + mean( w 1/2 (Q_2(s, a) - y)^2 )
 *   y = reward + discount (min(Q'_1, Q'_2)(s', a') - alpha log pi(a'|s'))
 * </pre>
 */
final class Critics implements Resumable, AutoCloseable {
  // What is summed up beside the gradient.
  private static final int LOSS = 0;
  private static final int VALUE = 1;
  private static final int SUMS = 2;

  private final SquashedGaussian law;
  private final Network actor;
  private final float[] actorParams;
  private final int observationSize;
  private final Network network;
  private final ParameterLayout layout;
  private final float[] params;
  private final float[] target;
  private final float tau;
  private final Descent descent;
  private final Worker[] workers;
  private final ShardedGradient.Task task = this::shard;
  private double[] sums = new double[SUMS];

  // The sample at work.
  private ReplaySample sample = new ReplaySample(0, 0, 0, 0);
  private float[] noise = {};
  private float alpha;

  Critics(
      SacSettings settings,
      int observationSize,
      SquashedGaussian law,
      Network actor,
      float[] actorParams,
      RandomStream random,
      int threads) {
    this.law = law;
    this.actor = actor;
    this.actorParams = actorParams;
    this.observationSize = observationSize;
    network = settings.network().smallNetwork(observationSize + law.size(), 1);
    layout = ParameterLayout.builder().add("q1", network).add("q2", network).build();
    params = new float[layout.size()];
    network.initialise(params, 0, random::gaussian);
    network.initialise(params, second(), random::gaussian);
    target = params.clone();
    tau = (float) settings.tau();
    Adam adam = new Adam(params.length, Kernels.fastest(), settings.adamEpsilon());
    descent = new Descent(layout, params, adam, Double.POSITIVE_INFINITY, SUMS, threads);
    int shardRows = ShardedGradient.shardRows(settings.experience().batch());
    workers = new Worker[descent.workers()];
    Arrays.setAll(workers, i -> new Worker(shardRows));
  }

  /** One thread's memory. */
  private final class Worker {
    private final Workspace actorWork;
    private final Workspace firstWork;
    private final Workspace secondWork;
    private final float[] inputs;
    private final float[] targets;
    private final float[] firstSlopes;
    private final float[] secondSlopes;

    Worker(int rows) {
      actorWork = new Workspace(actor, rows, Kernels.fastest());
      firstWork = workspace(rows);
      secondWork = workspace(rows);
      inputs = new float[rows * network.inputs()];
      targets = new float[rows];
      firstSlopes = new float[rows];
      secondSlopes = new float[rows];
    }
  }

  /** The network of each critic: observation and action in, value out. */
  Network network() {
    return network;
  }

  /** Parameters of both. */
  float[] params() {
    return params;
  }

  /** Where the second critic's parameters begin. */
  int second() {
    return network.parameters();
  }

  private Workspace workspace(int rows) {
    return new Workspace(network, rows, Kernels.fastest());
  }

  void learn(ReplaySample drawn, float[] nextNoise, float temperature, double learningRate) {
    sample = drawn;
    noise = nextNoise;
    alpha = temperature;
    sums = descent.step(sample.rows, task, learningRate);
  }

  private void shard(ShardedGradient.Shard shard) {
    Worker worker = workers[shard.worker()];
    int rows = shard.rows();
    targets(worker, shard.from(), rows);
    for (int i = 0; i < rows; i++) {
      int row = shard.from() + i;
      int at = i * network.inputs();
      System.arraycopy(
          sample.observations, row * observationSize, worker.inputs, at, observationSize);
      System.arraycopy(
          sample.actions, row * law.size(), worker.inputs, at + observationSize, law.size());
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

  private void targets(Worker worker, int from, int rows) {
    actor.forward(
        worker.actorWork, actorParams, 0, rows, sample.nextObservations, from * observationSize);
    for (int i = 0; i < rows; i++) {
      int row = from + i;
      int at = i * network.inputs();
      System.arraycopy(
          sample.nextObservations, row * observationSize, worker.inputs, at, observationSize);
      float logDensity =
          law.draw(
              worker.actorWork.output(),
              i * law.outputs(),
              noise,
              row * law.size(),
              worker.inputs,
              at + observationSize);
      worker.targets[i] = -alpha * logDensity;
    }
    network.forward(worker.firstWork, target, 0, rows, worker.inputs, 0);
    network.forward(worker.secondWork, target, second(), rows, worker.inputs, 0);
    for (int i = 0; i < rows; i++) {
      float next =
          Math.min(worker.firstWork.output()[i], worker.secondWork.output()[i]) + worker.targets[i];
      worker.targets[i] = sample.rewards[from + i] + sample.discounts[from + i] * next;
    }
  }

  /** The target networks follow by Polyak averaging. */
  void follow() {
    Kernels.fastest().blend(params.length, tau, params, target);
  }

  double meanLoss() {
    return sums[LOSS] / sample.rows;
  }

  double meanValue() {
    return sums[VALUE] / sample.rows;
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

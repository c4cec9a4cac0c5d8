package io.tradinggym.agents.ppo;

import io.tradinggym.agents.nn.Adam;
import io.tradinggym.agents.nn.FloatMath;
import io.tradinggym.agents.nn.Gradients;
import io.tradinggym.agents.nn.Kernels;
import io.tradinggym.agents.nn.ShardedGradient;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.policy.ActionDistribution;
import io.tradinggym.agents.policy.ActionHead;
import io.tradinggym.agents.policy.ActorCritic;
import io.tradinggym.agents.rollout.Rollout;
import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What PPO learns from one rollout. With ratio {@code r = pi(a|s) / pi_old(a|s)} and advantage {@code A}, it descends
 *
 * <pre>
 *   loss = mean( -min(r A, clip(r, 1 - epsilon, 1 + epsilon) A) )     the clipped surrogate
 *        + c_v mean( 1/2 (V(s) - return)^2 )                          the critic, optionally clipped likewise
 *        - c_e mean( entropy )
 * </pre>
 *
 * @see <a href="https://iclr-blog-track.github.io/2022/03/25/ppo-implementation-details/">Huang et al. (2022)</a>
 */
final class PpoUpdate implements AutoCloseable {
  // What a shard sums up beside its gradient.
  private static final int POLICY_LOSS = 0;
  private static final int VALUE_LOSS = 1;
  private static final int ENTROPY = 2;
  private static final int KL = 3;
  private static final int CLIPPED = 4;
  private static final int SUMS = 5;

  private final PpoSettings settings;
  private final ActorCritic model;
  private final float[] params;
  private final float[] gradient;
  private final Adam adam;
  private final ShardedGradient sharded;
  private final Worker[] workers;
  private final int[] order;
  private final float[] advantages;
  private final ShardedGradient.Task task = this::shard;
  private final double[] totals = new double[SUMS];
  private long updates;

  // The minibatch at work.
  private Rollout rollout;
  private int start;
  private int size;
  private double clip;
  private double entropyCoefficient;

  PpoUpdate(PpoSettings settings, ActorCritic model, float[] params, Rollout shape, int maskSize, int threads) {
    this.settings = settings;
    this.model = model;
    this.params = params;
    this.rollout = shape;
    gradient = new float[params.length];
    adam = new Adam(params.length, Kernels.fastest(), settings.adamEpsilon());
    sharded = new ShardedGradient(Kernels.fastest(), params.length, SUMS, threads);
    int shardRows = ShardedGradient.shardRows(Math.min(settings.minibatch(), shape.rows));
    workers = new Worker[sharded.workers()];
    Arrays.setAll(workers, i -> new Worker(shardRows, maskSize));
    order = new int[shape.rows];
    advantages = new float[shape.rows];
  }

  /** One thread's memory: the gathered rows of a shard, and the networks' passes. */
  private final class Worker {
    private final Workspace actorWork;
    private final Workspace criticWork;
    private final ActionDistribution distribution = model.head().distribution();
    private final int maskSize;
    private final float[] observations;
    private final float[] actorGradient;
    private final float[] criticGradient;

    Worker(int rows, int maskSize) {
      this.maskSize = maskSize;
      actorWork = new Workspace(model.actor(), rows, Kernels.fastest());
      criticWork = new Workspace(model.critic(), rows, Kernels.fastest());
      observations = new float[rows * model.actor().inputs()];
      actorGradient = new float[rows * model.actor().outputs()];
      criticGradient = new float[rows];
    }
  }

  /** Learns from a rollout and returns the figures of the update. */
  Map<String, Double> learn(Rollout collected, RandomStream random, double progress) {
    rollout = collected;
    clip = settings.clip().at(progress);
    entropyCoefficient = settings.entropy().at(progress);
    double learningRate = settings.learningRate().at(progress);
    int rows = rollout.validRows(order);
    Arrays.fill(totals, 0);
    double norms = 0;
    int minibatches = 0;
    int seen = 0;
    int epochs = 0;
    boolean goOn = rows > 0;
    while (goOn && epochs < settings.epochs()) {
      shuffle(rows, random);
      double kl = 0;
      for (start = 0; start < rows; start += settings.minibatch()) {
        size = Math.min(settings.minibatch(), rows - start);
        normalizeAdvantages();
        Arrays.fill(gradient, 0);
        double[] sums = sharded.accumulate(size, gradient, task);
        norms += Gradients.clip(Kernels.fastest(), gradient, settings.maxGradientNorm());
        requireFinite(sums);
        adam.step(params, gradient, learningRate);
        updates++;
        minibatches++;
        seen += size;
        kl += sums[KL];
        for (int i = 0; i < SUMS; i++) {
          totals[i] += sums[i];
        }
      }
      epochs++;
      goOn = kl / rows <= 1.5 * settings.targetKl();
    }
    return figures(Math.max(1, seen), norms / Math.max(1, minibatches), learningRate, epochs, rows);
  }

  /** Fisher-Yates. */
  private void shuffle(int rows, RandomStream random) {
    for (int i = rows - 1; i > 0; i--) {
      int j = random.integer(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  /** Zero mean and unit deviation (ddof 1) over the minibatch, in the order of its rows. */
  private void normalizeAdvantages() {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < size; i++) {
      double advantage = rollout.advantages[order[start + i]];
      sum += advantage;
      squares += advantage * advantage;
    }
    boolean normalize = settings.normalizeAdvantages() && size > 1;
    double mean = normalize ? sum / size : 0;
    double deviation = normalize ? Math.sqrt(Math.max(0, squares - sum * mean) / (size - 1)) + 1e-8 : 1;
    for (int i = 0; i < size; i++) {
      advantages[i] = (float) ((rollout.advantages[order[start + i]] - mean) / deviation);
    }
  }

  /** Adds the gradient of a shard's rows of the minibatch. */
  private void shard(ShardedGradient.Shard shard) {
    Worker worker = workers[shard.worker()];
    int rows = shard.rows();
    int inputs = model.actor().inputs();
    for (int i = 0; i < rows; i++) {
      int row = order[start + shard.from() + i];
      System.arraycopy(rollout.observations, row * inputs, worker.observations, i * inputs, inputs);
    }
    model.actor().forward(worker.actorWork, params, 0, rows, worker.observations, 0);
    model.critic().forward(worker.criticWork, params, model.criticAt(), rows, worker.observations, 0);
    for (int i = 0; i < rows; i++) {
      policyRow(shard, worker, i);
      valueRow(shard, worker, i);
    }
    model.actor().backward(worker.actorWork, params, 0, worker.actorGradient, 0, shard.gradient());
    model.critic().backward(
        worker.criticWork, params, model.criticAt(), worker.criticGradient, 0, shard.gradient());
  }

  private void policyRow(ShardedGradient.Shard shard, Worker worker, int i) {
    ActionHead head = model.head();
    int row = order[start + shard.from() + i];
    worker.distribution.at(
        worker.actorWork.output(), i * head.outputs(), params, model.headAt(),
        rollout.masks, row * worker.maskSize);
    float logProbability = worker.distribution.logProbability(rollout.actions, row * head.actionSize());
    float entropy = worker.distribution.entropy();
    float logRatio = logProbability - rollout.logProbabilities[row];
    float ratio = FloatMath.exp(logRatio);
    float advantage = advantages[shard.from() + i];
    float bounded = Math.clamp(ratio, (float) (1 - clip), (float) (1 + clip));
    float surrogate = ratio * advantage;
    float clipped = bounded * advantage;
    // The minimum has a slope only where the unclipped term is the smaller one.
    float slope = surrogate <= clipped ? -surrogate / size : 0;
    worker.distribution.backward(
        slope,
        (float) (-entropyCoefficient / size),
        worker.actorGradient,
        i * head.outputs(),
        shard.gradient(),
        model.headAt());
    double[] sums = shard.sums();
    sums[POLICY_LOSS] -= Math.min(surrogate, clipped);
    sums[ENTROPY] += entropy;
    sums[KL] += ratio - 1 - logRatio; // k3 of Schulman (2020): unbiased, never negative
    sums[CLIPPED] += bounded == ratio ? 0 : 1;
  }

  private void valueRow(ShardedGradient.Shard shard, Worker worker, int i) {
    int row = order[start + shard.from() + i];
    float value = worker.criticWork.output()[i];
    float error = value - rollout.returns[row];
    double loss = 0.5 * error * error;
    boolean slopes = true;
    if (settings.valueClip() < Double.POSITIVE_INFINITY) {
      float limit = (float) settings.valueClip();
      float old = rollout.values[row];
      float boundedError = old + Math.clamp(value - old, -limit, limit) - rollout.returns[row];
      double boundedLoss = 0.5 * boundedError * boundedError;
      slopes = loss >= boundedLoss;
      loss = Math.max(loss, boundedLoss);
    }
    worker.criticGradient[i] = slopes ? (float) (settings.valueCoefficient() * error / size) : 0;
    shard.sums()[VALUE_LOSS] += loss;
  }

  /** The NaN guard: stops before the parameters are touched. */
  private void requireFinite(double[] sums) {
    double total = 0;
    for (double sum : sums) {
      total += sum;
    }
    if (!Double.isFinite(total) || !Double.isFinite(Gradients.norm(gradient))) {
      model.layout().requireFinite(gradient, "gradient at update " + updates);
      throw new ArithmeticException("loss at update " + updates + " is " + total + "; check rewards and observations");
    }
  }

  private Map<String, Double> figures(int seen, double norm, double learningRate, int epochs, int rows) {
    Map<String, Double> figures = new TreeMap<>();
    figures.put("loss/policy", totals[POLICY_LOSS] / seen);
    figures.put("loss/value", totals[VALUE_LOSS] / seen);
    figures.put("policy/entropy", totals[ENTROPY] / seen);
    figures.put("policy/approxKl", totals[KL] / seen);
    figures.put("policy/clipFraction", totals[CLIPPED] / seen);
    figures.put("update/gradientNorm", norm);
    figures.put("update/learningRate", learningRate);
    figures.put("update/epochs", (double) epochs);
    figures.put("value/explainedVariance", explainedVariance(rows));
    return figures;
  }

  /** 1 - Var(return - value) / Var(return), with the values before the update; NaN for constant returns. */
  private double explainedVariance(int rows) {
    double sum = 0;
    double squares = 0;
    double errors = 0;
    double errorSquares = 0;
    for (int i = 0; i < rows; i++) {
      double target = rollout.returns[order[i]];
      double error = target - rollout.values[order[i]];
      sum += target;
      squares += target * target;
      errors += error;
      errorSquares += error * error;
    }
    double variance = squares - sum * sum / rows;
    return variance <= 0 ? Double.NaN : 1 - (errorSquares - errors * errors / rows) / variance;
  }

  Adam optimizer() {
    return adam;
  }

  long updates() {
    return updates;
  }

  void updates(long value) {
    updates = value;
  }

  @Override
  public void close() {
    sharded.close();
  }
}

package io.tradinggym.agents.ppo;

import io.tradinggym.agents.nn.kernel.FloatMath;
import io.tradinggym.agents.nn.optimizer.Adam;
import io.tradinggym.agents.policy.ActorCritic;
import io.tradinggym.agents.rollout.ActorCriticStep;
import io.tradinggym.agents.rollout.Rollout;
import io.tradinggym.agents.rollout.RolloutUpdate;
import io.tradinggym.agents.rollout.RowLoss;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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
final class PpoUpdate implements RolloutUpdate {
  // What is summed up beside the gradient.
  private static final int POLICY_LOSS = 0;
  private static final int VALUE_LOSS = 1;
  private static final int ENTROPY = 2;
  private static final int KL = 3;
  private static final int CLIPPED = 4;
  private static final int SUMS = 5;

  private final PpoSettings settings;
  private final Rollout rollout;
  private final ActorCriticStep step;
  private final RandomStream shuffles;
  private final int[] pieces;
  private final int[] order;
  private final float[] advantages;
  private final RowLoss loss = this::loss;
  private final double[] totals = new double[SUMS];
  private final double valueClip;
  private final double valueCoefficient;

  // The minibatch at work.
  private int size;
  private double clip;
  private double entropyCoefficient;

  PpoUpdate(
      PpoSettings settings,
      ActorCritic model,
      float[] params,
      Rollout rollout,
      long seed,
      int threads) {
    this.settings = settings;
    valueClip = settings.valueClip();
    valueCoefficient = settings.valueCoefficient();
    this.rollout = rollout;
    Adam adam = Adam.of(params.length, settings.adamEpsilon(), settings.weightDecay());
    step =
        new ActorCriticStep(
            model, params, rollout, adam, settings.maxGradientNorm(), minibatch(), SUMS, threads);
    shuffles = RandomStreams.of(seed).stream("shuffles");
    pieces = new int[rollout.rows];
    order = new int[rollout.rows];
    advantages = new float[rollout.rows];
  }

  @Override
  public Map<String, Double> learn(double progress) {
    clip = settings.clip().at(progress);
    entropyCoefficient = settings.entropy().at(progress);
    double learningRate = settings.learningRate().at(progress);
    int count = rollout.pieces(pieces);
    int rows = count * rollout.sequence;
    int minibatch = minibatch();
    Arrays.fill(totals, 0);
    double norms = 0;
    int minibatches = 0;
    int seen = 0;
    int epochs = 0;
    boolean goOn = rows > 0;
    while (goOn && epochs < settings.epochs()) {
      shuffle(count);
      rollout.rows(pieces, count, order);
      double kl = 0;
      for (int start = 0; start < rows; start += minibatch) {
        int gathered = Math.min(minibatch, rows - start);
        size = rollout.valid(order, start, gathered);
        rollout.advantages(order, start, gathered, settings.normalizeAdvantages(), advantages);
        double[] sums = step.take(loss, order, start, gathered, learningRate);
        norms += step.norm();
        minibatches++;
        seen += size;
        kl += sums[KL];
        for (int i = 0; i < SUMS; i++) {
          totals[i] += sums[i];
        }
      }
      epochs++;
      goOn = kl / Math.max(1, rollout.valid(order, 0, rows)) <= 1.5 * settings.targetKl();
    }
    return figures(Math.max(1, seen), norms / Math.max(1, minibatches), learningRate, epochs);
  }

  /** Rows of a minibatch: whole sequences, where the agent remembers. */
  private int minibatch() {
    return Math.max(1, settings.minibatch() / rollout.sequence) * rollout.sequence;
  }

  /** Fisher-Yates. */
  private void shuffle(int count) {
    for (int i = count - 1; i > 0; i--) {
      int j = shuffles.integer(i + 1);
      int swapped = pieces[i];
      pieces[i] = pieces[j];
      pieces[j] = swapped;
    }
  }

  private void loss(RowLoss.Term term) {
    policyLoss(term);
    valueLoss(term);
    term.entropySlope = (float) (-entropyCoefficient / size);
    term.sums[ENTROPY] += term.entropy;
  }

  private void policyLoss(RowLoss.Term term) {
    float logRatio = term.logProbability - rollout.logProbabilities[term.row];
    float ratio = FloatMath.exp(logRatio);
    float advantage = advantages[term.position];
    float bounded = Math.clamp(ratio, (float) (1 - clip), (float) (1 + clip));
    float surrogate = ratio * advantage;
    float clipped = bounded * advantage;
    // The minimum has a slope only where the unclipped term is the smaller one.
    term.logProbabilitySlope = surrogate <= clipped ? -surrogate / size : 0;
    term.sums[POLICY_LOSS] -= Math.min(surrogate, clipped);
    term.sums[KL] += ratio - 1 - logRatio; // k3 of Schulman (2020): unbiased, never negative
    term.sums[CLIPPED] += bounded == ratio ? 0 : 1;
  }

  private void valueLoss(RowLoss.Term term) {
    float target = rollout.returns[term.row];
    float error = term.value - target;
    double squared = 0.5 * error * error;
    boolean slopes = true;
    float old = rollout.values[term.row];
    float limit = (float) valueClip;
    // Within the limit both errors are one: old + (value - old), rounded, must not decide.
    if (Math.abs(term.value - old) > limit) {
      float boundedError = old + Math.clamp(term.value - old, -limit, limit) - target;
      double boundedSquare = 0.5 * boundedError * boundedError;
      slopes = squared >= boundedSquare;
      squared = Math.max(squared, boundedSquare);
    }
    term.valueSlope = slopes ? (float) (valueCoefficient * error / size) : 0;
    term.sums[VALUE_LOSS] += squared;
  }

  private Map<String, Double> figures(int seen, double norm, double learningRate, int epochs) {
    Map<String, Double> figures = new TreeMap<>();
    figures.put("loss/policy", totals[POLICY_LOSS] / seen);
    figures.put("loss/value", totals[VALUE_LOSS] / seen);
    figures.put("policy/entropy", totals[ENTROPY] / seen);
    figures.put("policy/approxKl", totals[KL] / seen);
    figures.put("policy/clipFraction", totals[CLIPPED] / seen);
    figures.put("update/gradientNorm", norm);
    figures.put("update/learningRate", learningRate);
    figures.put("update/epochs", (double) epochs);
    figures.put("value/explainedVariance", rollout.explainedVariance());
    return figures;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    step.save(out);
    shuffles.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    step.restore(in);
    shuffles.restore(in);
  }

  @Override
  public void close() {
    step.close();
  }
}

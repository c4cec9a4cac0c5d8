package io.tradinggym.agents.a2c;

import io.tradinggym.agents.policy.ActorCritic;
import io.tradinggym.agents.rollout.ActorCriticStep;
import io.tradinggym.agents.rollout.Rollout;
import io.tradinggym.agents.rollout.RolloutUpdate;
import io.tradinggym.agents.rollout.RowLoss;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What A2C learns from one rollout. With advantage {@code A}, it takes one step down
 *
 * <pre>
 *   loss = - mean( A log pi(a|s) )  +  c_v mean( 1/2 (V(s) - return)^2 )  -  c_e mean( entropy )
 * </pre>
 */
final class A2cUpdate implements RolloutUpdate {
  // What is summed up beside the gradient.
  private static final int POLICY_LOSS = 0;
  private static final int VALUE_LOSS = 1;
  private static final int ENTROPY = 2;
  private static final int SUMS = 3;

  private final A2cSettings settings;
  private final Rollout rollout;
  private final ActorCriticStep step;
  private final int[] pieces;
  private final int[] order;
  private final float[] advantages;
  private final RowLoss loss = this::loss;
  private final double valueCoefficient;

  // The step at work.
  private int rows;
  private double entropyCoefficient;

  A2cUpdate(A2cSettings settings, ActorCritic model, float[] params, Rollout rollout, int threads) {
    this.settings = settings;
    valueCoefficient = settings.valueCoefficient();
    this.rollout = rollout;
    step =
        new ActorCriticStep(
            model,
            params,
            rollout,
            settings.optimizer().create(params.length, settings.optimizerEpsilon()),
            settings.maxGradientNorm(),
            rollout.rows,
            SUMS,
            threads);
    pieces = new int[rollout.rows];
    order = new int[rollout.rows];
    advantages = new float[rollout.rows];
  }

  @Override
  public Map<String, Double> learn(double progress) {
    int gathered = rollout.rows(pieces, rollout.pieces(pieces), order);
    rows = rollout.valid(order, 0, gathered);
    if (rows == 0) {
      return Map.of();
    }
    entropyCoefficient = settings.entropy().at(progress);
    double learningRate = settings.learningRate().at(progress);
    rollout.advantages(order, 0, gathered, settings.normalizeAdvantages(), advantages);
    double[] sums = step.take(loss, order, 0, gathered, learningRate);
    Map<String, Double> figures = new TreeMap<>();
    figures.put("loss/policy", sums[POLICY_LOSS] / rows);
    figures.put("loss/value", sums[VALUE_LOSS] / rows);
    figures.put("policy/entropy", sums[ENTROPY] / rows);
    figures.put("update/gradientNorm", step.norm());
    figures.put("update/learningRate", learningRate);
    figures.put("value/explainedVariance", rollout.explainedVariance());
    return figures;
  }

  private void loss(RowLoss.Term term) {
    float advantage = advantages[term.position];
    float error = term.value - rollout.returns[term.row];
    term.logProbabilitySlope = -advantage / rows;
    term.valueSlope = (float) (valueCoefficient * error / rows);
    term.entropySlope = (float) (-entropyCoefficient / rows);
    term.sums[POLICY_LOSS] -= advantage * term.logProbability;
    term.sums[VALUE_LOSS] += 0.5 * error * error;
    term.sums[ENTROPY] += term.entropy;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    step.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    step.restore(in);
  }

  @Override
  public void close() {
    step.close();
  }
}

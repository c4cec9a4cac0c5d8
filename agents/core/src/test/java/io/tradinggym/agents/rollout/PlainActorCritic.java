package io.tradinggym.agents.rollout;

import io.tradinggym.agents.Plain;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.ActorCritic;
import io.tradinggym.agents.policy.ActorCriticShape;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small actor-critic with a rollout of random transitions, and what the papers' formulas say of each of them. */
public final class PlainActorCritic {
  private static final int INPUTS = 3;

  /** In three lanes 144 rows, which are two shards. */
  private static final int STEPS = 48;

  private static final int LANES = 3;

  public final ActorCritic model;
  public final Rollout rollout;
  public final float[] params;

  /** Rows that count, in order. */
  public final List<Integer> valid = new ArrayList<>();

  /** Three masked choices or two numbers. */
  public PlainActorCritic(boolean discrete) {
    Space actions = discrete ? Discrete.of(3) : Box.of(-1, 1, 2);
    Mlp shape = new Mlp(List.of(4), Activation.TANH);
    model = new ActorCritic(INPUTS, actions, ActorCriticShape.of(shape));
    RandomStream random = RandomStreams.of(discrete ? 1 : 2).stream("test");
    params = model.initialise(random);
    for (int i = 0; i < params.length; i++) {
      params[i] += (float) (0.3 * random.gaussian());
    }
    int maskSize = discrete ? 3 : 0;
    rollout = new Rollout(STEPS, LANES, INPUTS, model.head().actionSize(), maskSize);
    fill(rollout.observations, random);
    fill(rollout.advantages, random);
    fill(rollout.returns, random);
    fill(rollout.values, random);
    fill(rollout.actions, random);
    Arrays.fill(rollout.masks, true);
    for (int row = 0; row < rollout.rows; row++) {
      rollout.valid[row] = row % 5 != 3;
      if (rollout.valid[row]) {
        valid.add(row);
      }
      if (discrete) {
        rollout.actions[row] = random.integer(3);
        rollout.masks[3 * row + ((int) rollout.actions[row] + 1) % 3] = row % 2 == 0;
      }
      rollout.logProbabilities[row] =
          (float) (logProbability(Plain.doubles(params), row) + 0.4 * random.gaussian());
    }
  }

  private static void fill(float[] values, RandomStream random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.gaussian();
    }
  }

  private double[] observation(int row) {
    return Plain.doubles(
        Arrays.copyOfRange(rollout.observations, row * INPUTS, (row + 1) * INPUTS));
  }

  /** The critic's value. */
  public double value(double[] p, int row) {
    return Plain.forward(model.critic(), p, model.criticAt(), observation(row))[0];
  }

  /** log pi(a|s). */
  public double logProbability(double[] p, int row) {
    double[] out = Plain.forward(model.actor(), p, 0, observation(row));
    if (rollout.maskSize > 0) {
      return Math.log(chances(out, row)[(int) rollout.actions[row]]);
    }
    double sum = 0;
    for (int i = 0; i < out.length; i++) {
      double logSd = p[model.headAt() + i];
      double z = (rollout.actions[row * out.length + i] - out[i]) / Math.exp(logSd);
      sum -= 0.5 * z * z + logSd + 0.5 * Math.log(2 * Math.PI);
    }
    return sum;
  }

  /** Entropy of pi(.|s). */
  public double entropy(double[] p, int row) {
    double sum = 0;
    if (rollout.maskSize > 0) {
      for (double chance : chances(Plain.forward(model.actor(), p, 0, observation(row)), row)) {
        sum -= chance > 0 ? chance * Math.log(chance) : 0;
      }
      return sum;
    }
    for (int i = 0; i < model.head().parameters(); i++) {
      sum += 0.5 * Math.log(2 * Math.PI * Math.E) + p[model.headAt() + i];
    }
    return sum;
  }

  private double[] chances(double[] logits, int row) {
    double[] chances = new double[3];
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      chances[i] = rollout.masks[3 * row + i] ? Math.exp(logits[i]) : 0;
      sum += chances[i];
    }
    for (int i = 0; i < 3; i++) {
      chances[i] /= sum;
    }
    return chances;
  }

  /** Advantages of the rows that count, by row; others 0. */
  public double[] advantages(boolean normalize) {
    double[] advantages = new double[rollout.rows];
    double mean = 0;
    double square = 0;
    for (int row : valid) {
      mean += rollout.advantages[row] / (double) valid.size();
    }
    for (int row : valid) {
      square += Math.pow(rollout.advantages[row] - mean, 2) / (valid.size() - 1);
    }
    for (int row : valid) {
      advantages[row] =
          normalize
              ? (rollout.advantages[row] - mean) / Math.sqrt(square)
              : rollout.advantages[row];
    }
    return advantages;
  }

  /** Mean over the rows that count. */
  public double mean(java.util.function.IntToDoubleFunction term) {
    return valid.stream().mapToDouble(term::applyAsDouble).average().orElseThrow();
  }
}

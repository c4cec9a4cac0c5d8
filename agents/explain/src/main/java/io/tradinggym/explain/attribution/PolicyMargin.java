package io.tradinggym.explain.attribution;

import io.tradinggym.agents.policy.Attribution;
import io.tradinggym.agents.policy.Policy;

/**
 * The margin of a policy's decision: the score of what was chosen less the score of the runner-up, or, of a continuous
 * action, the value itself. {@link #choose} says of which decision. A margin above 0 means that the choice stands. For
 * one thread; allocates nothing after it is made.
 */
public final class PolicyMargin implements Differentiable {
  /** No runner-up: the score itself. */
  public static final int NONE = -1;

  private final Attribution attribution;
  private final int inputs;
  private final int rows;
  private final float[] scores;
  private final float[] chunk;
  private final float[] slopes;
  private int chosen;
  private int rival = NONE;

  /**
   * The margin of a policy's decisions, at first of its first score alone.
   *
   * @param policy made of a network
   * @param rows observations that are looked at in one go, &gt;= 1; {@link IntegratedGradients#STEPS} is a good number
   * @throws IllegalArgumentException as {@link Attribution#of}
   */
  public PolicyMargin(Policy policy, int rows) {
    attribution = Attribution.of(policy, rows);
    inputs = policy.observationSpace().size();
    this.rows = rows;
    scores = new float[rows * attribution.scores()];
    chunk = new float[rows * inputs];
    slopes = new float[rows * inputs];
  }

  /** {@return how many scores the policy has} */
  public int scores() {
    return attribution.scores();
  }

  /**
   * Writes all scores at one observation.
   *
   * @param observation one observation, {@link #inputs()} floats
   * @param out receives {@link #scores} floats
   */
  public void scores(float[] observation, float[] out) {
    attribution.scores(observation, 1, out);
  }

  /**
   * What a policy with a memory remembers, see {@link Attribution#remember}.
   *
   * @param memory what the policy remembered before the decision, as an actor of one row saves it
   */
  public void remember(float[] memory) {
    attribution.remember(memory);
  }

  /**
   * Says which decision is looked at.
   *
   * @param index score of what was chosen, from 0
   * @param against score of the runner-up, from 0; {@link #NONE} for the score itself
   * @throws IllegalArgumentException if the two are the same, or there is no such score
   */
  public void choose(int index, int against) {
    if (index == against
        || index < 0
        || index >= scores()
        || against < NONE
        || against >= scores()) {
      throw new IllegalArgumentException(
          "two scores of 0 .. " + (scores() - 1) + " are needed, was " + index + " and " + against);
    }
    chosen = index;
    rival = against;
  }

  /** {@return the index of what was chosen} */
  public int chosen() {
    return chosen;
  }

  /** {@return the index of the runner-up, {@link #NONE} without one} */
  public int rival() {
    return rival;
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public void at(float[] observations, int count, double[] out) {
    int each = scores();
    for (int from = 0; from < count; from += rows) {
      int size = Math.min(rows, count - from);
      System.arraycopy(observations, from * inputs, chunk, 0, size * inputs);
      attribution.scores(chunk, size, scores);
      for (int row = 0; row < size; row++) {
        double score = scores[row * each + chosen];
        out[from + row] = rival == NONE ? score : score - scores[row * each + rival];
      }
    }
  }

  @Override
  public void gradients(float[] observations, int count, float[] out) {
    for (int from = 0; from < count; from += rows) {
      int size = Math.min(rows, count - from);
      System.arraycopy(observations, from * inputs, chunk, 0, size * inputs);
      attribution.gradients(chunk, size, chosen, rival, slopes);
      System.arraycopy(slopes, 0, out, from * inputs, size * inputs);
    }
  }
}

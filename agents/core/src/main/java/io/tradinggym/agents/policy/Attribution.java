package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import java.util.Arrays;

/**
 * Which parts of an observation move a policy's decision. A policy decides by scores: the logit of each discrete choice
 * (PPO, A2C), the value of each action (DQN), or each value of a continuous action, before it is squashed or clipped
 * where the policy does that. For one thread; allocates nothing after it is made.
 *
 * <pre>{@code
 * Attribution why = Attribution.of(policy, 64);
 * why.integrated(observation, new float[observation.length], policy.act(observation), parts);
 * }</pre>
 *
 * <p>A policy with a memory decides by what it remembers as well: {@link #remember} holds that still, and what is told
 * is the part of the present observation.
 *
 * @see <a href="https://arxiv.org/abs/1703.01365">Sundararajan, Taly and Yan (2017), Axiomatic attribution for deep
 *     networks</a>
 */
public final class Attribution {
  private final Score score;
  private final int inputs;
  private final int steps;
  private final Workspace work;
  private final float[] path;
  private final float[] scaled;
  private final float[] slopes;
  private final boolean[] starts;
  private final float[] memory;

  private Attribution(Score score, int inputs, int steps) {
    this.score = score;
    this.inputs = inputs;
    this.steps = steps;
    work = new Workspace(score.network(), steps, Kernels.fastest());
    path = new float[steps * inputs];
    scaled = new float[steps * inputs];
    slopes = new float[steps * score.network().outputs()];
    starts = new boolean[steps];
    memory = new float[score.network().stateSize()];
  }

  /**
   * {@return what can be said of a policy's decisions; for one thread}
   *
   * @param policy made of a network of this library, without choices among its observations
   * @param steps points on the way from baseline to observation of {@link #integrated}, &gt;= 1; 64 is customary
   * @throws IllegalArgumentException if the policy is not made of a network, or sees choices
   */
  public static Attribution of(Policy policy, int steps) {
    if (!(policy instanceof NetworkPolicy known)) {
      throw new IllegalArgumentException(
          "attribution needs a policy made of a network, was " + policy.getClass().getSimpleName());
    }
    if (steps < 1) {
      throw new IllegalArgumentException("steps must be >= 1, was " + steps);
    }
    if (!known.spec().observations().entryByEntry()) {
      throw new IllegalArgumentException(
          "attribution needs observations of numbers, for a choice has no slope; was "
              + policy.observationSpace().toJson()
              + ": train inside FlattenObservation");
    }
    return new Attribution(known.score(), policy.observationSpace().size(), steps);
  }

  /**
   * Sets what a policy with a memory remembers when it sees the observation; at first nothing, as where an episode
   * begins.
   *
   * @param row as {@link Actor#saveMemory} writes it of an actor of one row, before the decision
   */
  public void remember(float[] row) {
    if (row.length < memory.length) {
      throw new IllegalArgumentException(
          "the policy remembers at least " + memory.length + " floats, was given " + row.length);
    }
    System.arraycopy(row, 0, memory, 0, memory.length);
  }

  /** {@return how many scores there are} */
  public int scores() {
    return score.count();
  }

  /**
   * {@return a score at an observation}
   *
   * @param observation one observation, {@code observationSpace().size()} floats
   * @param index which score, 0 to {@link #scores} - 1
   */
  public float score(float[] observation, int index) {
    requireIndex(index);
    System.arraycopy(observation, 0, path, 0, inputs);
    forward(1);
    return score.law().mean(work.output(), index * score.law().atoms());
  }

  /**
   * Writes the scores at several observations.
   *
   * @param observations rows x observation size
   * @param rows &gt;= 1, at most the steps that this was made for
   * @param out receives rows x {@link #scores}
   */
  public void scores(float[] observations, int rows, float[] out) {
    requireRows(rows);
    System.arraycopy(observations, 0, path, 0, rows * inputs);
    forward(rows);
    int width = score.network().outputs();
    for (int row = 0; row < rows; row++) {
      for (int index = 0; index < score.count(); index++) {
        out[row * score.count() + index] =
            score.law().mean(work.output(), row * width + index * score.law().atoms());
      }
    }
  }

  /**
   * Writes the derivatives of a score, or of the difference between two, by every element of several observations.
   *
   * @param observations rows x observation size
   * @param rows &gt;= 1, at most the steps that this was made for
   * @param index which score, 0 to {@link #scores} - 1
   * @param less index of the score to subtract; -1 for none
   * @param out receives rows x observation size
   */
  public void gradients(float[] observations, int rows, int index, int less, float[] out) {
    requireRows(rows);
    System.arraycopy(observations, 0, path, 0, rows * inputs);
    backward(rows, index, less);
    System.arraycopy(work.inputGradient(), 0, out, 0, rows * inputs);
  }

  private void requireRows(int rows) {
    if (rows < 1 || rows > steps) {
      throw new IllegalArgumentException("rows must be 1 .. " + steps + ", was " + rows);
    }
  }

  /**
   * Writes the derivative of a score by every element of the observation.
   *
   * @param observation one observation, {@code observationSpace().size()} floats
   * @param index which score, 0 to {@link #scores} - 1
   * @param out receives as many floats as an observation has
   */
  public void gradient(float[] observation, int index, float[] out) {
    requireIndex(index);
    System.arraycopy(observation, 0, path, 0, inputs);
    backward(1, index);
    System.arraycopy(work.inputGradient(), 0, out, 0, inputs);
  }

  /**
   * Writes integrated gradients: what every element contributes to the difference between the scores of observation and
   * baseline, {@code (x - b) x mean gradient on the straight line between them} (midpoint rule). They sum to that
   * difference as the steps grow.
   *
   * @param observation one observation, {@code observationSpace().size()} floats
   * @param baseline what the observation is compared with, as long
   * @param index which score, 0 to {@link #scores} - 1
   * @param out receives as many floats as an observation has
   */
  public void integrated(float[] observation, float[] baseline, int index, float[] out) {
    requireIndex(index);
    for (int step = 0; step < steps; step++) {
      float part = (step + 0.5f) / steps;
      for (int i = 0; i < inputs; i++) {
        path[step * inputs + i] = baseline[i] + part * (observation[i] - baseline[i]);
      }
    }
    backward(steps, index);
    float[] gradient = work.inputGradient();
    for (int i = 0; i < inputs; i++) {
      double sum = 0;
      for (int step = 0; step < steps; step++) {
        sum += gradient[step * inputs + i];
      }
      out[i] = (float) (sum / steps * (observation[i] - baseline[i]));
    }
  }

  private void requireIndex(int index) {
    if (index < 0 || index >= score.count()) {
      throw new IllegalArgumentException(
          "there are scores 0 .. " + (score.count() - 1) + ", was asked for " + index);
    }
  }

  private void forward(int rows) {
    float[] seen = path;
    if (!score.observations().plain()) {
      score.observations().encode(path, 0, rows, scaled, 0);
      seen = scaled;
    }
    // All points of a path begin with the one memory.
    work.sequences().set(rows, starts, 0, memory, 0, 0, false);
    score.network().forward(work, score.params(), 0, rows, seen, 0);
  }

  private void backward(int rows, int index) {
    backward(rows, index, -1);
  }

  private void backward(int rows, int index, int less) {
    requireIndex(index);
    forward(rows);
    int width = score.network().outputs();
    int atoms = score.law().atoms();
    Arrays.fill(slopes, 0, rows * width, 0);
    for (int row = 0; row < rows; row++) {
      if (less >= 0) {
        requireIndex(less);
        int at = row * width + less * atoms;
        score.law().meanSlopes(work.output(), at, slopes);
        for (int i = at; i < at + atoms; i++) {
          slopes[i] = -slopes[i];
        }
      }
      score.law().meanSlopes(work.output(), row * width + index * atoms, slopes);
    }
    score.network().backwardToInputs(work, score.params(), 0, slopes, 0, null);
    score.observations().chain(path, rows, work.inputGradient());
  }
}

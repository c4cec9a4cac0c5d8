package io.tradinggym.agents.replay;

/**
 * Ridge regression of rewards on what was seen and done, a line in the observation for each action: in the dual form,
 *
 * <pre>
 *   k((x, a), (x', a')) = (1 + x.x') (1 + s(a, a'))     s = 1 if choices are equal, else 0; the product of quantities
 *   reward(x, a) = mean + k(.)' (K + I)^-1 (rewards - mean)
 * </pre>
 *
 * Scratch, fitted again and again.
 */
final class RewardFit {
  private final int inputs;
  private final int actionSize;
  private final boolean choices;
  private final float[] rows;
  private final float[] actions;
  private final double[] rewards;
  private final double[] weights;
  private final double[] factor;
  private final int capacity;
  private int size;
  private double mean;

  /**
   * Room for some transitions.
   *
   * @param choices whether actions are choices; else they are quantities of the size 1
   */
  RewardFit(int capacity, int inputs, int actionSize, boolean choices) {
    this.capacity = capacity;
    this.inputs = inputs;
    this.actionSize = actionSize;
    this.choices = choices;
    rows = new float[Math.multiplyExact(capacity, inputs)];
    actions = new float[Math.multiplyExact(capacity, actionSize)];
    rewards = new double[capacity];
    weights = new double[capacity];
    factor = new double[Math.multiplyExact(capacity, capacity)];
  }

  /** Fits to the slots of a list, or, if they are more than it holds, to some of them at even distances. */
  void fit(Replay replay, Fingerprints scales, int[] slots, int count) {
    size = Math.min(capacity, count);
    mean = 0;
    for (int i = 0; i < size; i++) {
      int slot = slots[(int) ((long) i * count / size)];
      replay.look(slot, rows, i * inputs, actions, i * actionSize);
      scales.standardise(rows, i * inputs);
      rewards[i] = replay.reward(slot);
      mean += rewards[i] / size;
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        factor[i * capacity + j] = kernel(i, rows, j * inputs, actions, j * actionSize);
      }
      factor[i * capacity + i] += 1;
      weights[i] = rewards[i] - mean;
    }
    solve();
  }

  boolean fitted() {
    return size > 0;
  }

  /** What is expected of an observation, standardised, and an action. */
  double predict(float[] observation, float[] action) {
    double sum = mean;
    for (int i = 0; i < size; i++) {
      sum += weights[i] * kernel(i, observation, 0, action, 0);
    }
    return sum;
  }

  private double kernel(int row, float[] observation, int at, float[] action, int actionAt) {
    float seen = 1;
    for (int i = 0; i < inputs; i++) {
      seen += rows[row * inputs + i] * observation[at + i];
    }
    float done = 1;
    for (int i = 0; i < actionSize; i++) {
      float mine = actions[row * actionSize + i];
      float other = action[actionAt + i];
      done += choices ? (mine == other ? 1 : 0) : mine * other;
    }
    return (double) seen * done;
  }

  /** Cholesky's factor of K + I, then the two triangles. */
  private void solve() {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = factor[i * capacity + j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i * capacity + k] * factor[j * capacity + k];
        }
        factor[i * capacity + j] = i == j ? Math.sqrt(sum) : sum / factor[j * capacity + j];
      }
    }
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        weights[i] -= factor[i * capacity + k] * weights[k];
      }
      weights[i] /= factor[i * capacity + i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        weights[i] -= factor[k * capacity + i] * weights[k];
      }
      weights[i] /= factor[i * capacity + i];
    }
  }
}

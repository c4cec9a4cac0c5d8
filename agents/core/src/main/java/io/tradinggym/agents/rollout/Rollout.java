package io.tradinggym.agents.rollout;

/**
 * Transitions of {@code steps} steps in {@code lanes} lanes, row {@code step x lanes + lane}, filled in order and
 * reused by the next iteration. The arrays are public on purpose: updates read them in tight loops.
 */
public final class Rollout {
  /** Steps of each lane. */
  public final int steps;

  /** Number of lanes. */
  public final int lanes;

  /** Transitions: steps x lanes, row = step x lanes + lane. */
  public final int rows;

  /** Steps of a lane that are learned from together, because the agent remembers; 1 if it does not. */
  public final int sequence;

  /** Booleans of a mask; 0 without masks. */
  public final int maskSize;

  /** What the policy saw, normalised. */
  public final float[] observations;

  /** What it did, before clipping. */
  public final float[] actions;

  /** Logarithm of the probability (density) of each action when it was chosen. */
  public final float[] logProbabilities;

  /** What it was allowed to do; empty without masks. */
  public final boolean[] masks;

  /**
   * Rewards as learned from: scaled, and with the value of the last observation added where an episode was truncated.
   */
  public final float[] rewards;

  /** Whether the episode ended with this transition. */
  public final boolean[] ended;

  /** False for the steps in which a lane was only reset: no action led anywhere. */
  public final boolean[] valid;

  /** Whether the observation is the first of an episode; kept where the agent remembers. */
  public final boolean[] starts;

  /** What each lane remembered at the start of its sequences, (sequence x lanes + lane) x state size. */
  public final float[] states;

  /** What the critic gave each observation. */
  public final float[] values;

  /** What {@link #estimateAdvantages} made of rewards and values. */
  public final float[] advantages;

  /** Targets of the critic: advantage + value. */
  public final float[] returns;

  /**
   * Room for so many transitions of an agent that remembers nothing.
   *
   * @param steps of each lane, &gt;= 1
   * @param lanes number of lanes, &gt;= 1
   * @param observationSize floats that a network reads of an observation
   * @param actionSize floats of an action
   * @param maskSize booleans of a mask; 0 without masks
   */
  public Rollout(int steps, int lanes, int observationSize, int actionSize, int maskSize) {
    this(steps, lanes, observationSize, actionSize, maskSize, 1, 0);
  }

  /**
   * Room for so many transitions.
   *
   * @param steps of each lane, &gt;= 1
   * @param lanes number of lanes, &gt;= 1
   * @param observationSize floats that a network reads of an observation
   * @param actionSize floats of an action
   * @param maskSize booleans of a mask; 0 without masks
   * @param sequence steps of a lane that are learned from together, a divisor of {@code steps}
   * @param stateSize floats that a lane remembers, &gt;= 0
   */
  public Rollout(
      int steps,
      int lanes,
      int observationSize,
      int actionSize,
      int maskSize,
      int sequence,
      int stateSize) {
    this.steps = steps;
    this.sequence = sequence;
    this.lanes = lanes;
    this.maskSize = maskSize;
    rows = Math.multiplyExact(steps, lanes);
    observations = new float[Math.multiplyExact(rows, observationSize)];
    actions = new float[Math.multiplyExact(rows, actionSize)];
    logProbabilities = new float[rows];
    masks = new boolean[Math.multiplyExact(rows, maskSize)];
    rewards = new float[rows];
    ended = new boolean[rows];
    valid = new boolean[rows];
    starts = new boolean[rows];
    states = new float[Math.multiplyExact(rows / sequence, stateSize)];
    values = new float[rows];
    advantages = new float[rows];
    returns = new float[rows];
  }

  /**
   * Generalised advantage estimation, backwards through each lane: {@code delta_t = r_t + gamma V_{t+1} - V_t}, {@code
   * A_t = delta_t + gamma lambda A_{t+1}}, both cut where an episode ended.
   *
   * @param lastValues what the critic gives the observation after the last step, by lane
   * @param gamma discount, in (0, 1]
   * @param lambda of generalised advantage estimation, in [0, 1]
   * @see <a href="https://arxiv.org/abs/1506.02438">Schulman et al. (2016)</a>
   */
  public void estimateAdvantages(float[] lastValues, double gamma, double lambda) {
    for (int lane = 0; lane < lanes; lane++) {
      double nextValue = lastValues[lane];
      double nextAdvantage = 0;
      for (int row = rows - lanes + lane; row >= 0; row -= lanes) {
        double goesOn = ended[row] ? 0 : 1;
        double delta = rewards[row] + gamma * goesOn * nextValue - values[row];
        nextAdvantage = delta + gamma * lambda * goesOn * nextAdvantage;
        nextValue = values[row];
        advantages[row] = (float) nextAdvantage;
        returns[row] = (float) (nextAdvantage + values[row]);
      }
    }
  }

  /**
   * Writes the first rows of what minibatches are drawn from, in order: all sequences where the agent remembers,
   * else all valid rows.
   *
   * @param out receives the first rows of the pieces; {@link #rows} long is enough
   * @return how many pieces there are
   */
  public int pieces(int[] out) {
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (sequence == 1 ? valid[row] : row / lanes % sequence == 0) {
        out[count++] = row;
      }
    }
    return count;
  }

  /**
   * Writes the rows of some pieces, piece by piece: {@link #sequence} of each.
   *
   * @param pieces first rows of the pieces
   * @param count how many pieces, &gt;= 0
   * @param out receives count x {@link #sequence} rows
   * @return how many rows were written
   */
  public int rows(int[] pieces, int count, int[] out) {
    for (int i = 0; i < count; i++) {
      for (int t = 0; t < sequence; t++) {
        out[i * sequence + t] = pieces[i] + t * lanes;
      }
    }
    return count * sequence;
  }

  /**
   * {@return how many of some rows are valid}
   *
   * @param order rows of the rollout
   * @param start index in {@code order} of the first
   * @param size how many of them, &gt;= 0
   */
  public int valid(int[] order, int start, int size) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += valid[order[start + i]] ? 1 : 0;
    }
    return count;
  }

  /**
   * {@return how much of the returns' variance the values explain, {@code 1 - Var(return - value) / Var(return)}; NaN
   * for constant returns}
   */
  public double explainedVariance() {
    int count = 0;
    double sum = 0;
    double squares = 0;
    double errors = 0;
    double errorSquares = 0;
    for (int row = 0; row < rows; row++) {
      if (valid[row]) {
        double target = returns[row];
        double error = target - values[row];
        count++;
        sum += target;
        squares += target * target;
        errors += error;
        errorSquares += error * error;
      }
    }
    double variance = squares - sum * sum / count;
    return variance > 0 ? 1 - (errorSquares - errors * errors / count) / variance : Double.NaN;
  }

  /**
   * Writes the advantages of some rows.
   *
   * @param order rows of the rollout
   * @param start index in {@code order} of the first
   * @param size how many of them, &gt;= 1
   * @param normalize to zero mean and unit deviation (ddof 1) over the valid ones, summed in the order of the rows; a
   *     single row never is
   * @param out receives {@code size} advantages, from 0
   */
  public void advantages(int[] order, int start, int size, boolean normalize, float[] out) {
    double mean = 0;
    double deviation = 1;
    int count = normalize ? valid(order, start, size) : 0;
    if (count > 1) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < size; i++) {
        int row = order[start + i];
        double advantage = valid[row] ? advantages[row] : 0;
        sum += advantage;
        squares += advantage * advantage;
      }
      mean = sum / count;
      deviation = Math.sqrt(Math.max(0, squares - sum * mean) / (count - 1)) + 1e-8;
    }
    for (int i = 0; i < size; i++) {
      out[i] = (float) ((advantages[order[start + i]] - mean) / deviation);
    }
  }
}

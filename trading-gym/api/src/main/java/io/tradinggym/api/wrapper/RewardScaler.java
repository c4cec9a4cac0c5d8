package io.tradinggym.api.wrapper;

import io.tradinggym.api.Batch;
import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Divides rewards by the standard deviation of the discounted return so far: R = gamma R + r in each lane, r' = clip(r
 * / sqrt(variance of all R seen + 1e-8), -clip, clip). The mean is not taken off, so the sign of a reward stays. The
 * one rule behind {@link NormalizeReward} and the learners' own scaling.
 *
 * <p>R starts at 0 with every episode, whatever the autoreset mode; a reset that NEXT_STEP does in place of a step
 * brings no reward and counts for nothing. The rewards of a step count before they are scaled, in the order of lanes. A
 * reward that is no finite float counts for nothing and passes unscaled: whoever looks for it finds it in its own lane.
 *
 * @see <a href="https://arxiv.org/abs/1811.02553">Engstrom et al. (2020), Implementation matters, section 3</a>
 */
public final class RewardScaler implements Resumable {
  /** Where scaled rewards are customarily clipped. */
  public static final double CLIP = 10;

  private static final double EPSILON = 1e-8;

  private final double gamma;
  private final double clip;
  private final double[] returns;
  private final RunningMoments moments = new RunningMoments(1);

  /**
   * A scale for so many lanes; {@code gamma} in [0, 1], {@code clip} &gt; 0.
   *
   * @param lanes number of lanes, &gt;= 1
   * @param gamma discount of the return, in [0, 1]
   * @param clip largest absolute value of a scaled reward, &gt; 0
   * @throws IllegalArgumentException if one is out of its range
   */
  public RewardScaler(int lanes, double gamma, double clip) {
    requireRanges(gamma, clip);
    this.gamma = gamma;
    this.clip = clip;
    returns = new double[lanes];
  }

  static void requireRanges(double gamma, double clip) {
    if (!(gamma >= 0 && gamma <= 1)) {
      throw new IllegalArgumentException("gamma must be in [0, 1], was " + gamma);
    }
    if (!(clip > 0)) {
      throw new IllegalArgumentException("clip must be > 0, was " + clip);
    }
  }

  /** {@return the mean and variance of the discounted return so far} */
  public RunningMoments moments() {
    return moments;
  }

  /** All lanes begin an episode. */
  public void begin() {
    Arrays.fill(returns, 0);
  }

  /**
   * The marked lanes begin an episode.
   *
   * @param lanes true for those that begin, one entry a lane
   */
  public void begin(boolean[] lanes) {
    for (int lane = 0; lane < returns.length; lane++) {
      returns[lane] = lanes[lane] ? 0 : returns[lane];
    }
  }

  /**
   * Takes the rewards of a step into account.
   *
   * @param batch that a step filled; only read
   * @param learn false if the scale must stay as it is
   */
  public void update(Batch batch, boolean learn) {
    for (int lane = 0; lane < returns.length; lane++) {
      boolean ended = batch.ends[lane] != 0;
      boolean stepped = ended || !batch.first[lane];
      if (stepped && isFinite(batch.rewards[lane])) {
        returns[lane] = returns[lane] * gamma + batch.rewards[lane];
        if (learn) {
          moments.add(returns[lane]);
        }
      }
      if (!stepped || ended) {
        returns[lane] = 0;
      }
    }
    moments.merge();
  }

  /**
   * {@return a reward on the scale as it stands, at most {@code clip} in size}
   *
   * @param reward as the environment gave it
   */
  public double scale(double reward) {
    return isFinite(reward)
        ? Math.clamp(reward * (1 / Math.sqrt(moments.variance(0) + EPSILON)), -clip, clip)
        : reward;
  }

  private static boolean isFinite(double reward) {
    return Float.isFinite((float) reward);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    moments.save(out);
    for (double value : returns) {
      out.writeDouble(value);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    moments.restore(in);
    for (int lane = 0; lane < returns.length; lane++) {
      returns[lane] = in.readDouble();
    }
  }
}

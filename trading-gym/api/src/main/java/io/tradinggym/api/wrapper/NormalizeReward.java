package io.tradinggym.api.wrapper;

import io.tradinggym.api.Batch;
import io.tradinggym.api.Options;
import io.tradinggym.api.Snapshots;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.VectorWrapper;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * Divides rewards by the standard deviation of the discounted return so far: R = gamma R + r in each lane, r' = clip(r
 * / sqrt(variance of all R seen + 1e-8), -clip, clip). The mean is not taken off, so the sign of a reward stays.
 *
 * <p>R starts at 0 with every episode, whatever the autoreset mode; a reset that NEXT_STEP does in place of a step
 * brings no reward and counts for nothing. Statistics are updated before they are used, in the order of lanes. For
 * evaluation: save {@link #statistics}, restore them there, and {@link #freeze}.
 *
 * @see <a href="https://arxiv.org/abs/1811.02553">Engstrom et al. (2020), Implementation matters, section 3</a>
 */
public final class NormalizeReward extends VectorDecorator {
  private static final double EPSILON = 1e-8;

  private final double gamma;
  private final double clip;
  private final double[] returns;
  private final RunningMoments moments = new RunningMoments(1);
  private boolean frozen;

  /** Wraps an environment; {@code gamma} in [0, 1], {@code clip} > 0. */
  public NormalizeReward(VectorEnvironment inner, double gamma, double clip) {
    super(
        inner,
        Settings.with(
                inner.spec(),
                "NormalizeReward",
                Map.of("gamma", String.valueOf(gamma), "clip", String.valueOf(clip)))
            .rewardThreshold(Double.NaN)
            .build());
    check(gamma, clip);
    this.gamma = gamma;
    this.clip = clip;
    returns = new double[inner.lanes()];
  }

  /** Rewards scaled by the return with this discount, in [0, 1], and clipped at 10. */
  public static VectorWrapper by(double gamma) {
    return by(gamma, 10);
  }

  /** Rewards scaled by the return with this discount, in [0, 1], and clipped at {@code clip} > 0. */
  public static VectorWrapper by(double gamma, double clip) {
    check(gamma, clip);
    return inner -> new NormalizeReward(inner, gamma, clip);
  }

  private static void check(double gamma, double clip) {
    if (!(gamma >= 0 && gamma <= 1)) {
      throw new IllegalArgumentException("gamma must be in [0, 1], was " + gamma);
    }
    if (!(clip > 0)) {
      throw new IllegalArgumentException("clip must be > 0, was " + clip);
    }
  }

  /** Mean and variance of the discounted return so far; they can be saved and restored on their own. */
  public RunningMoments statistics() {
    return moments;
  }

  /** From now on the statistics stay as they are. */
  public void freeze() {
    frozen = true;
  }

  /** From now on the statistics are updated again. */
  public void unfreeze() {
    frozen = false;
  }

  @Override
  public void reset(long seed, Options options, Batch out) {
    inner.reset(seed, options, out);
    Arrays.fill(returns, 0);
  }

  @Override
  public void reset(boolean[] lanes, Batch out) {
    inner.reset(lanes, out);
    for (int lane = 0; lane < returns.length; lane++) {
      returns[lane] = lanes[lane] ? 0 : returns[lane];
    }
  }

  @Override
  public void step(float[] actions, Batch out) {
    inner.step(actions, out);
    for (int lane = 0; lane < returns.length; lane++) {
      boolean ended = out.ends[lane] != 0;
      boolean stepped = ended || !out.first[lane];
      if (stepped) {
        returns[lane] = returns[lane] * gamma + out.rewards[lane];
        if (!frozen) {
          moments.add(returns[lane]);
        }
      }
      if (!stepped || ended) {
        returns[lane] = 0;
      }
    }
    moments.merge();
    double scale = 1 / Math.sqrt(moments.variance(0) + EPSILON);
    for (int lane = 0; lane < returns.length; lane++) {
      out.rewards[lane] = Math.clamp(out.rewards[lane] * scale, -clip, clip);
    }
  }

  @Override
  public VectorEnvironment fork() {
    NormalizeReward copy = new NormalizeReward(inner.fork(), gamma, clip);
    Snapshots.copy(moments, copy.moments);
    System.arraycopy(returns, 0, copy.returns, 0, returns.length);
    copy.frozen = frozen;
    return copy;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    super.save(out);
    moments.save(out);
    for (double value : returns) {
      out.writeDouble(value);
    }
    out.writeBoolean(frozen);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    super.restore(in);
    moments.restore(in);
    for (int i = 0; i < returns.length; i++) {
      returns[i] = in.readDouble();
    }
    frozen = in.readBoolean();
  }
}

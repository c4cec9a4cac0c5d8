package io.tradinggym.api.wrapper;

import io.tradinggym.api.Batch;
import io.tradinggym.api.Options;
import io.tradinggym.api.Snapshots;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.VectorWrapper;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/**
 * Divides rewards by the standard deviation of the discounted return so far, by a {@link RewardScaler}. For evaluation
 * the statistics travel as {@link WrapperStatistics}.
 */
public final class NormalizeReward extends VectorDecorator implements StatisticalWrapper {
  private final double gamma;
  private final double clip;
  private final RewardScaler scaler;
  private boolean frozen;

  /**
   * Wraps an environment; {@code gamma} in [0, 1], {@code clip} > 0.
   *
   * @param inner the environment that is wrapped
   * @param gamma discount of the return whose deviation is the scale, in [0, 1]
   * @param clip largest absolute value of a scaled reward, &gt; 0
   */
  public NormalizeReward(VectorEnvironment inner, double gamma, double clip) {
    super(
        inner,
        Settings.with(
                inner.spec(),
                "NormalizeReward",
                Map.of("gamma", String.valueOf(gamma), "clip", String.valueOf(clip)))
            .rewardThreshold(Double.NaN)
            .build());
    this.gamma = gamma;
    this.clip = clip;
    scaler = new RewardScaler(inner.lanes(), gamma, clip);
  }

  /**
   * {@return a wrapper that scales rewards by the return with this discount and clips them at 10}
   *
   * @param gamma discount of the return whose deviation is the scale, in [0, 1]
   */
  public static VectorWrapper by(double gamma) {
    return by(gamma, RewardScaler.CLIP);
  }

  /**
   * {@return a wrapper that scales rewards by the return with this discount and clips them at {@code clip}}
   *
   * @param gamma discount of the return whose deviation is the scale, in [0, 1]
   * @param clip largest absolute value of a scaled reward, &gt; 0
   */
  public static VectorWrapper by(double gamma, double clip) {
    RewardScaler.requireRanges(gamma, clip);
    return inner -> new NormalizeReward(inner, gamma, clip);
  }

  /** Mean and variance of the discounted return so far; they can be saved and restored on their own. */
  @Override
  public RunningMoments statistics() {
    return scaler.moments();
  }

  @Override
  public void freeze() {
    frozen = true;
  }

  @Override
  public void unfreeze() {
    frozen = false;
  }

  @Override
  public void reset(long seed, Options options, Batch out) {
    inner.reset(seed, options, out);
    scaler.begin();
  }

  @Override
  public void reset(boolean[] lanes, Batch out) {
    inner.reset(lanes, out);
    scaler.begin(lanes);
  }

  @Override
  public void step(float[] actions, Batch out) {
    inner.step(actions, out);
    scaler.update(out, !frozen);
    for (int lane = 0; lane < out.lanes; lane++) {
      out.rewards[lane] = scaler.scale(out.rewards[lane]);
    }
  }

  @Override
  public VectorEnvironment fork() {
    NormalizeReward copy = new NormalizeReward(inner.fork(), gamma, clip);
    Snapshots.copy(scaler, copy.scaler);
    copy.frozen = frozen;
    return copy;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    super.save(out);
    scaler.save(out);
    out.writeBoolean(frozen);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    super.restore(in);
    scaler.restore(in);
    frozen = in.readBoolean();
  }
}

package io.tradinggym.api.wrapper;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.LaneWrapper;
import io.tradinggym.api.random.RandomStream;
import java.util.Map;
import java.util.Optional;

/** Clips the reward to [low, high]. */
public final class ClipReward extends LogicWrapper {
  private final double low;
  private final double high;

  /**
   * Wraps a law; {@code low < high}.
   *
   * @param inner the law that is wrapped
   * @param low smallest reward that is let through, &lt; high
   * @param high largest reward that is let through
   */
  public ClipReward(EnvironmentLogic inner, double low, double high) {
    super(
        inner,
        Settings.with(
                inner.spec(),
                "ClipReward",
                Map.of("low", String.valueOf(low), "high", String.valueOf(high)))
            .rewardThreshold(Double.NaN)
            .build());
    Settings.requireRange("ClipReward", low, high);
    this.low = low;
    this.high = high;
  }

  /**
   * {@return a wrapper that clips rewards to [low, high]}
   *
   * @param low smallest reward that is let through, &lt; high
   * @param high largest reward that is let through
   */
  public static LaneWrapper to(double low, double high) {
    Settings.requireRange("ClipReward", low, high);
    return inner -> new ClipReward(inner, low, high);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    EndReason end = inner.step(action, random, frame);
    frame.reward(Math.clamp(frame.reward(), low, high));
    return end;
  }

  @Override
  protected Optional<LaneState> ownState() {
    return LaneState.none();
  }
}

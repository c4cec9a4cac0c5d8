package io.tradinggym.api.wrapper;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.LaneWrapper;
import io.tradinggym.api.random.RandomStream;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Puts the reward through a function. It holds code, so it cannot be rebuilt from a spec. */
public final class TransformReward extends LogicWrapper {
  private final DoubleUnaryOperator function;

  /**
   * Wraps a law; the function has no state and allocates nothing.
   *
   * @param inner the law that is wrapped
   * @param function has no state, allocates nothing and is shared by all lanes
   */
  public TransformReward(EnvironmentLogic inner, DoubleUnaryOperator function) {
    super(
        inner,
        Settings.withCode(inner.spec(), "TransformReward").rewardThreshold(Double.NaN).build());
    this.function = function;
  }

  /**
   * {@return a wrapper that puts rewards through this function}
   *
   * @param function has no state, allocates nothing and is shared by all lanes
   */
  public static LaneWrapper by(DoubleUnaryOperator function) {
    return inner -> new TransformReward(inner, function);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    EndReason end = inner.step(action, random, frame);
    frame.reward(function.applyAsDouble(frame.reward()));
    return end;
  }

  @Override
  protected Optional<LaneState> ownState() {
    return LaneState.none();
  }
}

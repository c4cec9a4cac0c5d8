package io.tradinggym.api.wrapper;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.LaneWrapper;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Takes any numbers as action and clips them to the bounds of the inner Box. */
public final class ClipAction extends LogicWrapper {
  private final Box bounds;
  private final float[] clipped;
  private final Action cursor = new Action();

  /**
   * Wraps a law whose action space is a Box.
   *
   * @param inner whose action space is a Box
   * @throws IllegalArgumentException if it is another
   */
  public ClipAction(EnvironmentLogic inner) {
    super(
        inner,
        Settings.with(inner.spec(), "ClipAction", Map.of())
            .action(unbounded(Settings.box(inner.spec().action(), "ClipAction", "action")))
            .build());
    bounds = Settings.box(inner.spec().action(), "ClipAction", "action");
    clipped = new float[bounds.size()];
  }

  /** {@return a wrapper that clips actions to the bounds of the Box} */
  public static LaneWrapper clipped() {
    return ClipAction::new;
  }

  private static Box unbounded(Box box) {
    float[] low = new float[box.size()];
    float[] high = new float[box.size()];
    Arrays.fill(low, Float.NEGATIVE_INFINITY);
    Arrays.fill(high, Float.POSITIVE_INFINITY);
    return Box.of(low, high, box.shape());
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = action.get(i);
    }
    bounds.clip(clipped, 0);
    return inner.step(cursor.at(clipped, 0), random, frame);
  }

  @Override
  protected Optional<LaneState> ownState() {
    return LaneState.none();
  }
}

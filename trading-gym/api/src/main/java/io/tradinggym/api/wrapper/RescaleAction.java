package io.tradinggym.api.wrapper;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.LaneWrapper;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import java.util.Map;
import java.util.Optional;

/**
 * Takes actions on [low, high] and maps them linearly onto the finite bounds of the inner Box; what lies outside is
 * clipped.
 */
public final class RescaleAction extends LogicWrapper {
  private final double low;
  private final double high;
  private final Box bounds;
  private final float[] scaled;
  private final Action cursor = new Action();

  /**
   * Wraps a law whose action space is a Box with finite bounds; {@code low < high}.
   *
   * @param inner whose action space is a Box of finite bounds
   * @param low what stands for the lower bounds of the inner space, &lt; high
   * @param high what stands for the upper bounds
   * @throws IllegalArgumentException if these, or the space, are not so
   */
  public RescaleAction(EnvironmentLogic inner, double low, double high) {
    super(
        inner,
        Settings.with(
                inner.spec(),
                "RescaleAction",
                Map.of("low", String.valueOf(low), "high", String.valueOf(high)))
            .action(Box.of(low, high, finite(inner).shape()))
            .build());
    Settings.requireRange("RescaleAction", low, high);
    this.low = low;
    this.high = high;
    bounds = finite(inner);
    scaled = new float[bounds.size()];
  }

  /**
   * {@return a wrapper that takes actions on [low, high]}
   *
   * @param low what stands for the lower bounds of the inner space, &lt; high
   * @param high what stands for the upper bounds
   */
  public static LaneWrapper to(double low, double high) {
    Settings.requireRange("RescaleAction", low, high);
    return inner -> new RescaleAction(inner, low, high);
  }

  private static Box finite(EnvironmentLogic inner) {
    Box box = Settings.box(inner.spec().action(), "RescaleAction", "action");
    for (int i = 0; i < box.size(); i++) {
      if (Float.isInfinite(box.low(i)) || Float.isInfinite(box.high(i))) {
        throw new IllegalArgumentException(
            "RescaleAction needs finite bounds, entry "
                + i
                + " has "
                + box.low(i)
                + " and "
                + box.high(i));
      }
    }
    return box;
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = bounds.at(i, (action.continuous(i) - low) / (high - low));
    }
    return inner.step(cursor.at(scaled, 0), random, frame);
  }

  @Override
  protected Optional<LaneState> ownState() {
    return LaneState.none();
  }
}

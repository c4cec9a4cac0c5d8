package io.tradinggym.api.wrapper;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneWrapper;
import io.tradinggym.api.space.Space;
import java.util.Map;

/** Turns any observation into a vector of numbers, choices one-hot: what a network reads. */
public final class FlattenObservation extends ObservationWrapper {
  private final Space space;
  private final float[] flat;

  /**
   * Wraps a law.
   *
   * @param inner the law that is wrapped
   */
  public FlattenObservation(EnvironmentLogic inner) {
    super(
        inner,
        Settings.with(inner.spec(), "FlattenObservation", Map.of())
            .observation(inner.spec().observation().flat())
            .build());
    space = inner.spec().observation();
    flat = new float[space.flatSize()];
  }

  /** {@return a wrapper that flattens observations} */
  public static LaneWrapper flattened() {
    return FlattenObservation::new;
  }

  @Override
  protected void observe(float[] observation, boolean first, Frame out) {
    space.flatten(observation, 0, flat, 0);
    out.observe(0, flat, 0, flat.length);
  }
}

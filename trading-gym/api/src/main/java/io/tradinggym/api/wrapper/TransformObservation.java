package io.tradinggym.api.wrapper;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneWrapper;
import io.tradinggym.api.space.Space;

/** Puts the observation through a function. It holds code, so it cannot be rebuilt from a spec. */
public final class TransformObservation extends ObservationWrapper {
  private final Function function;
  private final float[] result;

  /** Turns one observation into another. Without state; allocates nothing. */
  @FunctionalInterface
  public interface Function {
    /**
     * Reads {@code in} (not to be written) and fills {@code out}, which holds the last result.
     *
     * @param in an element of the inner observation space; only read
     * @param out receives an element of the new space
     */
    void apply(float[] in, float[] out);
  }

  /**
   * Wraps a law; the space is the one the function's results lie in.
   *
   * @param inner the law that is wrapped
   * @param space where the results lie
   * @param function has no state, allocates nothing and is shared by all lanes
   */
  public TransformObservation(EnvironmentLogic inner, Space space, Function function) {
    super(
        inner, Settings.withCode(inner.spec(), "TransformObservation").observation(space).build());
    this.function = function;
    result = new float[space.size()];
  }

  /**
   * {@return a wrapper that puts observations through this function}
   *
   * @param space where the results lie
   * @param function has no state, allocates nothing and is shared by all lanes
   */
  public static LaneWrapper by(Space space, Function function) {
    return inner -> new TransformObservation(inner, space, function);
  }

  @Override
  protected void observe(float[] observation, boolean first, Frame out) {
    function.apply(observation, result);
    out.observe(0, result, 0, result.length);
  }
}

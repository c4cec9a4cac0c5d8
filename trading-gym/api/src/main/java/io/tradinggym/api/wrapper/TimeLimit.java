package io.tradinggym.api.wrapper;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.LaneWrapper;
import java.util.Map;
import java.util.Optional;

/**
 * Truncates episodes after so many steps, in place of the environment's own limit. It only states the limit in the
 * spec: the engine keeps it, so it holds in every autoreset mode.
 */
public final class TimeLimit extends LogicWrapper {
  /**
   * Wraps a law; {@code steps} >= 1.
   *
   * @param inner the law that is wrapped
   * @param steps after how many an episode is cut off, &gt;= 1
   * @throws IllegalArgumentException if it is less, or a {@link TimeAwareObservation} inside shows another limit
   */
  public TimeLimit(EnvironmentLogic inner, int steps) {
    super(
        inner,
        Settings.with(inner.spec(), "TimeLimit", Map.of("steps", String.valueOf(steps)))
            .maxSteps(checked(steps, inner.spec()))
            .build());
  }

  /**
   * {@return a wrapper that cuts episodes off after so many steps}
   *
   * @param steps after how many an episode is cut off, &gt;= 1
   */
  public static LaneWrapper of(int steps) {
    checked(steps);
    return inner -> new TimeLimit(inner, steps);
  }

  private static int checked(int steps, EnvironmentSpec inner) {
    boolean counted =
        inner.wrappers().stream().anyMatch(w -> w.name().equals("TimeAwareObservation"));
    if (counted && steps != inner.maxSteps()) {
      throw new IllegalArgumentException(
          "TimeLimit goes inside TimeAwareObservation, which shows the share of a limit of "
              + inner.maxSteps()
              + " steps; a limit of "
              + steps
              + " outside it would make that share wrong");
    }
    return checked(steps);
  }

  private static int checked(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps must be >= 1, was " + steps);
    }
    return steps;
  }

  @Override
  protected Optional<LaneState> ownState() {
    return LaneState.none();
  }
}

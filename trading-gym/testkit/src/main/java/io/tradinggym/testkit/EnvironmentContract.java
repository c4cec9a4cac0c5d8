package io.tradinggym.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.check.EnvironmentChecker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every environment owes its users. Extend it and return yours:
 *
 * <pre>{@code
 * class ThermostatTest extends EnvironmentContract {
 *   @Override protected EnvironmentLogic environment() { return new Thermostat(); }
 * }
 * }</pre>
 */
public abstract class EnvironmentContract {
  private static final int SHARED_STEPS = 60;

  /** For subclasses. */
  protected EnvironmentContract() {}

  /** {@return the environment under test, a new one every time} */
  protected abstract EnvironmentLogic environment();

  /** {@return how many steps each trial takes, &gt;= 1} */
  protected int steps() {
    return 300;
  }

  /** All checks of {@link EnvironmentChecker}: determinism, spaces, masks, forks, allocation, closing. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, -7, Long.MAX_VALUE})
  void passesTheChecker(long seed) {
    EnvironmentChecker.of(this::environment).seed(seed).steps(steps()).check().requirePassed();
  }

  @Test
  void lanesAndThreadsDoNotChangeTheBits() {
    List<Trace> five = Trace.of(this::environment, 11, 5, 1, steps());
    assertSame(five.subList(0, 1), Trace.of(this::environment, 11, 1, 1, steps()));
    assertSame(five, Trace.of(this::environment, 11, 5, 2, steps()));
    assertSame(five, Trace.of(this::environment, 11, 5, 5, steps()));
  }

  /** Of environments that have a {@link io.tradinggym.api.LaneState}. */
  @ParameterizedTest
  @CsvSource({"NEXT_STEP, 1", "SAME_STEP, 1", "DISABLED, 1", "NEXT_STEP, 3"})
  void lanesThatShareOneLogicHaveTheBitsOfTheirOwn(AutoReset mode, int threads) {
    try (EnvironmentLogic logic = environment()) {
      if (logic.laneState().isEmpty() || !logic.resumable()) {
        return;
      }
    }
    try (SharedLanes lanes = new SharedLanes(this::environment, mode, threads)) {
      lanes.play(SHARED_STEPS);
    }
  }

  @Test
  void theSpecNeverChanges() {
    try (EnvironmentLogic logic = environment()) {
      assertThat(logic.spec()).isSameAs(logic.spec());
    }
  }

  private static void assertSame(List<Trace> actual, List<Trace> expected) {
    for (int lane = 0; lane < expected.size(); lane++) {
      assertThat(actual.get(lane).firstDifference(expected.get(lane)))
          .as("first step in which lane %d differs", lane)
          .isEqualTo(-1);
    }
  }
}

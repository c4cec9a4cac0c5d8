package io.tradinggym.agents.train;

/** Checks settings. */
public final class Require {
  private Require() {}

  /**
   * Returns if a rule holds.
   *
   * @param rule such as "gamma must be in (0, 1]"
   * @param value what was given
   * @throws IllegalArgumentException with the rule and the value
   */
  public static void that(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", was " + value);
    }
  }

  /**
   * Returns if a schedule starts above 0 and ends at 0 or above, both finite.
   *
   * @throws IllegalArgumentException with the setting's name and the schedule
   */
  public static void positive(String name, Schedule schedule) {
    that(
        schedule.at(0) > 0 && schedule.at(1) >= 0 && isFinite(schedule),
        name + " must be > 0 (it may end at 0) and finite",
        schedule);
  }

  /**
   * Returns if a schedule starts and ends at 0 or above, both finite.
   *
   * @throws IllegalArgumentException with the setting's name and the schedule
   */
  public static void atLeast0(String name, Schedule schedule) {
    that(
        schedule.at(0) >= 0 && schedule.at(1) >= 0 && isFinite(schedule),
        name + " must be >= 0 and finite",
        schedule);
  }

  private static boolean isFinite(Schedule schedule) {
    return Double.isFinite(schedule.at(0)) && Double.isFinite(schedule.at(1));
  }
}

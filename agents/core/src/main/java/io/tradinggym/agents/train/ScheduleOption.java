package io.tradinggym.agents.train;

import io.tradinggym.api.Option;

/** Settings that change on the way: options that read {@code 3e-4 .. 0}. */
public final class ScheduleOption {
  private ScheduleOption() {}

  /**
   * {@return a schedule that starts above 0 and ends at 0 or above}
   *
   * @param name of the setting
   * @param byDefault the schedule if it is not given
   * @param meaning one sentence
   */
  public static Option<Schedule> positive(String name, Schedule byDefault, String meaning) {
    return option(name, byDefault, meaning)
        .must("> 0 (it may end at 0) and finite", s -> s.at(0) > 0 && s.at(1) >= 0 && isFinite(s));
  }

  /**
   * {@return a schedule that starts and ends at 0 or above}
   *
   * @param name of the setting
   * @param byDefault the schedule if it is not given
   * @param meaning one sentence
   */
  public static Option<Schedule> atLeast0(String name, Schedule byDefault, String meaning) {
    return option(name, byDefault, meaning)
        .must(">= 0 and finite", s -> s.at(0) >= 0 && s.at(1) >= 0 && isFinite(s));
  }

  private static Option<Schedule> option(String name, Schedule byDefault, String meaning) {
    return new Option<>(name, Schedule.class, byDefault, meaning, Schedule::parse);
  }

  private static boolean isFinite(Schedule schedule) {
    return Double.isFinite(schedule.at(0)) && Double.isFinite(schedule.at(1));
  }
}

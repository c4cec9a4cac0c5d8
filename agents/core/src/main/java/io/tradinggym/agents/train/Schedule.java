package io.tradinggym.agents.train;

import io.tradinggym.api.util.Require;

/**
 * How a setting changes while training goes on. The schedules made here print as {@link #parse} reads them, so that a
 * configuration can hold them.
 */
@FunctionalInterface
public interface Schedule extends Progressive {
  /**
   * {@return the value at a point of the training}
   *
   * @param progress 0 at the start, 1 at the end
   */
  double at(double progress);

  /**
   * {@return a schedule that is always the same}
   *
   * @param value at every point of the training
   */
  static Schedule constant(double value) {
    return new Constant(value);
  }

  /**
   * Falls in a straight line to 0.
   *
   * @param from the value at the start
   * @return the schedule
   */
  static Schedule linear(double from) {
    return linear(from, 0);
  }

  /**
   * Goes in a straight line from one value to another.
   *
   * @param from the value at the start
   * @param to the value at the end
   * @return the schedule
   */
  static Schedule linear(double from, double to) {
    return new Linear(from, to);
  }

  /**
   * Goes in a straight line from one value to another over the first part of the training, and stays there.
   *
   * @param from the value at the start
   * @param to the value at the end
   * @param part of the training after which the value stays, in (0, 1]
   * @return the schedule
   */
  static Schedule ramp(double from, double to, double part) {
    return new Ramp(from, to, part);
  }

  /**
   * Reads {@code 0.1} (always the same), {@code 0.1 .. 0.01} (a straight line) or {@code 0.1 .. 0.01 over 0.5} (over
   * the first half of the training, constant from there).
   *
   * @param text as it was written
   * @return the schedule
   * @throws IllegalArgumentException naming the text and the forms
   */
  static Schedule parse(String text) {
    return ScheduleText.parse(text);
  }

  /**
   * A schedule that does not change.
   *
   * @param value at every point of the training
   */
  record Constant(double value) implements Schedule {
    @Override
    public double at(double progress) {
      return value;
    }

    @Override
    public boolean changes() {
      return false;
    }

    @Override
    public String toString() {
      return String.valueOf(value);
    }
  }

  /**
   * A straight line.
   *
   * @param from the value at the start
   * @param to the value at the end
   */
  record Linear(double from, double to) implements Schedule {
    @Override
    public double at(double progress) {
      return from + (to - from) * Math.clamp(progress, 0, 1);
    }

    @Override
    public boolean changes() {
      return from != to;
    }

    @Override
    public String toString() {
      return from + " .. " + to;
    }
  }

  /**
   * A straight line, then a constant.
   *
   * @param from the value at the start
   * @param to the value at the end
   * @param part of the training after which the value stays, in (0, 1]
   */
  record Ramp(double from, double to, double part) implements Schedule {
    /** Checks the part. */
    public Ramp {
      Require.that(part > 0 && part <= 1, "the part of the training must be in (0, 1]", part);
    }

    @Override
    public double at(double progress) {
      return from + (to - from) * Math.clamp(progress / part, 0, 1);
    }

    @Override
    public boolean changes() {
      return from != to;
    }

    @Override
    public String toString() {
      return from + " .. " + to + " over " + part;
    }
  }
}

package io.tradinggym.agents.train;

/** How a setting changes while training goes on. */
@FunctionalInterface
public interface Schedule {
  /**
   * The value at a point of the training.
   *
   * @param progress 0 at the start, 1 at the end
   */
  double at(double progress);

  /** Always the same. */
  static Schedule constant(double value) {
    return new Constant(value);
  }

  /** Falls in a straight line to 0. */
  static Schedule linear(double from) {
    return linear(from, 0);
  }

  /** Goes in a straight line from one value to another. */
  static Schedule linear(double from, double to) {
    return new Linear(from, to);
  }

  /** A schedule that does not change. */
  record Constant(double value) implements Schedule {
    @Override
    public double at(double progress) {
      return value;
    }
  }

  /** A straight line. */
  record Linear(double from, double to) implements Schedule {
    @Override
    public double at(double progress) {
      return from + (to - from) * Math.clamp(progress, 0, 1);
    }
  }
}

package io.tradinggym.allocator.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A detector whose state is its statistic. */
abstract class SumDetector implements ChangeDetector {
  private final double start;
  private final double threshold;
  private double statistic;

  SumDetector(double start, double threshold) {
    this.start = start;
    this.threshold = Check.positive("threshold", threshold);
    statistic = start;
  }

  /** The statistic after x. */
  abstract double next(double statistic, double x);

  @Override
  public final boolean update(double x) {
    statistic = next(statistic, Check.finite("x", x));
    return statistic > threshold;
  }

  @Override
  public final double statistic() {
    return statistic;
  }

  @Override
  public final double threshold() {
    return threshold;
  }

  @Override
  public final void reset() {
    statistic = start;
  }

  @Override
  public final void save(DataOutput out) throws IOException {
    out.writeDouble(statistic);
  }

  @Override
  public final void restore(DataInput in) throws IOException {
    statistic = in.readDouble();
  }
}

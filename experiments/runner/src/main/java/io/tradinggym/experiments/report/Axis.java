package io.tradinggym.experiments.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The time axis of the sample episode: dates where history was replayed, numbers of bars where a model drew the prices,
 * because its dates are made up.
 */
record Axis(List<Long> times, boolean simulated) {
  /** Positions of all steps. */
  List<Double> positions() {
    return simulated
        ? IntStream.range(0, times.size()).mapToObj(t -> (double) t).toList()
        : times.stream().map(Long::doubleValue).toList();
  }

  /** A mark of the axis. */
  String mark(double position) {
    return simulated ? "bar " + Math.round(position) : Text.mark(position, times);
  }

  /** A step, exactly. */
  String exact(int step) {
    return simulated ? "bar " + step : Text.day(times.get(step));
  }
}

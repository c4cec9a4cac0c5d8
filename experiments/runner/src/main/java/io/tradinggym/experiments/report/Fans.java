package io.tradinggym.experiments.report;

import io.tradinggym.experiments.report.ReportData.Fan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Quantiles of many series, step by step. A series that ended early stays at its last value. */
final class Fans {
  private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

  private Fans() {}

  static Fan of(List<double[]> series) {
    int length = series.stream().mapToInt(values -> values.length).max().orElse(0);
    List<List<Double>> quantiles = new ArrayList<>();
    for (double ignored : LEVELS) {
      quantiles.add(new ArrayList<>(length));
    }
    double[] column = new double[series.size()];
    for (int t = 0; t < length; t++) {
      for (int i = 0; i < column.length; i++) {
        double[] values = series.get(i);
        column[i] = values[Math.min(t, values.length - 1)];
      }
      Arrays.sort(column);
      for (int level = 0; level < LEVELS.length; level++) {
        quantiles.get(level).add(quantile(column, LEVELS[level]));
      }
    }
    return new Fan(
        quantiles.get(0), quantiles.get(1), quantiles.get(2), quantiles.get(3), quantiles.get(4));
  }

  /** Linear interpolation between order statistics. */
  private static double quantile(double[] sorted, double level) {
    double at = level * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}

package io.tradinggym.experiments.statistics.seeds;

import io.tradinggym.api.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Share of runs above each threshold, falling from 1 to 0: shows the whole distribution where an average hides it.
 *
 * @param points in order of the thresholds, which ascend
 */
public record PerformanceProfile(List<Point> points) {
  /**
   * One threshold.
   *
   * @param share of runs with a score > threshold, with its pointwise interval
   */
  public record Point(double threshold, Interval share) {}

  public PerformanceProfile {
    points = List.copyOf(points);
    for (int i = 1; i < points.size(); i++) {
      if (!(points.get(i).threshold() > points.get(i - 1).threshold())) {
        throw new IllegalArgumentException(
            "thresholds must ascend, "
                + points.get(i).threshold()
                + " follows "
                + points.get(i - 1).threshold());
      }
    }
  }

  /** Measures the profile. The resamples are the same at every threshold, so the ends of the intervals fall as well. */
  public static PerformanceProfile of(
      Scores scores, double[] thresholds, Bootstrap bootstrap, RandomStream random) {
    RandomStream resamples = random.fork();
    List<Point> points = new ArrayList<>();
    for (double threshold : thresholds) {
      // The first threshold draws from the caller's stream, which so moves on.
      RandomStream draws = points.isEmpty() ? random : resamples.fork();
      points.add(
          new Point(threshold, bootstrap.interval(scores, Aggregate.above(threshold), draws)));
    }
    return new PerformanceProfile(points);
  }
}

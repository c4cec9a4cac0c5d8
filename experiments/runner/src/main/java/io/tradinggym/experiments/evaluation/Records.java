package io.tradinggym.experiments.evaluation;

import io.tradinggym.experiments.statistics.Metric;
import io.tradinggym.experiments.statistics.PerformanceReport;
import io.tradinggym.experiments.statistics.TrackRecord;
import io.tradinggym.experiments.statistics.TradingActivity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Episodes of trading as track records, and the mean of their figures. */
final class Records {
  private static final double MILLIS_PER_YEAR = 365.25 * 86_400_000;

  private Records() {}

  /** The figures of an episode beside the same path bought and held, if that lasted as long. */
  static PerformanceReport of(
      Trajectory episode, @Nullable Trajectory held, double periodsPerYear) {
    double[] equity = episode.equity();
    TrackRecord record =
        TrackRecord.of(times(episode, periodsPerYear), equity, periodsPerYear)
            .withActivity(activity(episode, equity));
    if (held == null || held.steps() < episode.steps()) {
      return PerformanceReport.of(record);
    }
    return PerformanceReport.of(record.withBenchmark(Arrays.copyOf(held.equity(), equity.length)));
  }

  private static long[] times(Trajectory episode, double periodsPerYear) {
    if (episode.hasTimes()) {
      return Arrays.stream(episode.times()).mapToLong(time -> (long) time).toArray();
    }
    long[] times = new long[episode.steps() + 1];
    Arrays.setAll(times, t -> Math.round(t * MILLIS_PER_YEAR / periodsPerYear));
    return times;
  }

  /** What is not reported counts as 0; decision prices are not reported, so the shortfall is unknown. */
  private static TradingActivity activity(Trajectory episode, double[] equity) {
    double turnover = 0;
    if (episode.has("traded")) {
      double[] traded = episode.info("traded");
      for (int t = 1; t < equity.length; t++) {
        turnover += traded[t] / 2 / equity[t - 1];
      }
    }
    return new TradingActivity(costs(episode), episode.total("traded"), turnover, Double.NaN);
  }

  /** All that was paid, or, where trades are not shown, what is reported of it. */
  private static double costs(Trajectory episode) {
    EpisodeCosts all = episode.booked().costs();
    return all == null ? episode.total("fees") + episode.total("carry") : all.total();
  }

  /** Mean of every metric over reports of the same kind; undefined values are left out. */
  static List<Metric> mean(List<PerformanceReport> reports) {
    List<Metric> means = new ArrayList<>();
    for (Metric metric : reports.getFirst().metrics()) {
      double mean =
          reports.stream()
              .flatMap(report -> report.metrics().stream())
              .filter(other -> other.name().equals(metric.name()) && other.defined().isPresent())
              .mapToDouble(Metric::value)
              .average()
              .orElse(Double.NaN);
      means.add(new Metric(metric.name(), metric.label(), mean, metric.unit(), metric.better()));
    }
    return means;
  }
}

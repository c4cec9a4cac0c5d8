package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.SeedSummary;
import io.tradinggym.experiments.statistics.seeds.Interval;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the seeds did, each counted once: what benchmarks of learners compare. */
final class SeedLine {
  private SeedLine() {}

  /**
   * Prints it where scores are sums of rewards.
   *
   * @param bar that each seed should reach; null takes the environment's own
   */
  static void print(PrintWriter out, Evaluation evaluation, @Nullable Double bar) {
    if (evaluation.trades()) {
      return;
    }
    SeedSummary seeds = SeedSummary.of(evaluation.agent());
    Interval mean = seeds.interquartileMean();
    out.printf(
        Locale.ROOT,
        "%nMean return of a seed: interquartile mean %.2f, 95 %% interval [%.2f, %.2f].",
        mean.point(),
        mean.lower(),
        mean.upper());
    double asked = bar == null ? evaluation.environment().rewardThreshold() : bar;
    if (!Double.isNaN(asked)) {
      out.printf(
          Locale.ROOT,
          " The bar of %s is reached by %d of %d.",
          asked == Math.rint(asked) ? String.valueOf((long) asked) : String.valueOf(asked),
          seeds.reaching(asked),
          seeds.means().length);
    }
    out.println();
    StringBuilder each = new StringBuilder("Each seed:");
    for (double value : seeds.means()) {
      each.append(String.format(Locale.ROOT, " %.1f", value));
    }
    out.println(each);
  }
}

package io.tradinggym.experiments.cli;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.config.EvaluationConfig;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.SeedSummary;
import io.tradinggym.experiments.statistics.seeds.Bootstrap;
import io.tradinggym.experiments.statistics.seeds.Interval;
import io.tradinggym.experiments.statistics.seeds.MeanTest;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the seeds did, each counted once: what benchmarks of learners compare. */
final class SeedLine {
  private static final int LEAST_FOR_A_TEST = 3;

  private SeedLine() {}

  /**
   * Prints it: returns against the bar where scores are sums of rewards, a test of the Sharpe ratio where they trade.
   */
  static void print(PrintWriter out, Evaluation evaluation, EvaluationConfig config) {
    if (!evaluation.trades()) {
      returns(out, evaluation, config.bar());
    } else if (config.ownPaths()) {
      sharpe(out, evaluation.bySeed(evaluation.agent(), "sharpe"));
    }
  }

  private static void returns(PrintWriter out, Evaluation evaluation, @Nullable Double bar) {
    SeedSummary seeds = SeedSummary.of(evaluation.agent());
    Interval mean = seeds.interquartileMean();
    out.printf(
        Locale.ROOT,
        "%nMean return of a seed: interquartile mean %s, 95 %% interval [%s, %s].",
        sum(mean.point()),
        sum(mean.lower()),
        sum(mean.upper()));
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
    each(out, SeedLine::sum, seeds.means());
  }

  private static void sharpe(PrintWriter out, double[] seeds) {
    double[] defined = Arrays.stream(seeds).filter(Double::isFinite).toArray();
    if (defined.length < LEAST_FOR_A_TEST) {
      return;
    }
    MeanTest test =
        MeanTest.of(
            defined, 0, Bootstrap.DEFAULT, RandomStreams.of(defined.length).stream("sharpe"));
    out.printf(
        Locale.ROOT,
        "%nSharpe ratio of a seed, each on paths of its own: mean %.3f, standard error %.3f, p ="
            + " %.2f against 0 (t-test over %d seeds).%n",
        test.mean(),
        test.standardError(),
        test.pValue(),
        defined.length);
    each(out, sharpe -> String.format(Locale.ROOT, "%.2f", sharpe), seeds);
  }

  private static void each(PrintWriter out, DoubleFunction<String> text, double[] seeds) {
    out.println(
        Arrays.stream(seeds).mapToObj(text).collect(Collectors.joining(" ", "Each seed: ", "")));
  }

  /** A sum of rewards: to two decimals, small ones to four. */
  static String sum(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.4f" : "%.2f", value);
  }
}

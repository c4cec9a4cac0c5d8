package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.evaluation.Controls;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.evaluation.Standing;
import io.tradinggym.experiments.report.Text;
import io.tradinggym.experiments.statistics.Metric;
import io.tradinggym.experiments.statistics.seeds.Interval;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table at the end. */
final class ResultTable {
  private static final int NAME = 14;
  private static final int INTERVAL = 22;
  private static final int LAST = 10;
  private static final double ROUNDING = 1e-9;

  private final Evaluation evaluation;
  private final String path;

  /** Of agents that never saw these paths. */
  ResultTable(Evaluation evaluation) {
    this(evaluation, "unseen path");
  }

  /**
   * Of anybody.
   *
   * @param path what one of the paths is called
   */
  ResultTable(Evaluation evaluation, String path) {
    this.evaluation = evaluation;
    this.path = path;
  }

  /**
   * A row: who, score, interval, columns of their own, and how often the agent, whose name is in the head, beat it.
   */
  private String row(String middle) {
    int name = Columns.width(NAME, evaluation.standings().stream().map(Standing::name));
    int interval = Columns.width(INTERVAL, evaluation.standings().stream().map(this::interval));
    int last = Columns.width(LAST, Stream.of(evaluation.agent().name()));
    return "%-" + name + "s %10s  %-" + interval + "s " + middle + " %" + last + "s%n";
  }

  void print(PrintWriter out) {
    int seeds = evaluation.agent().scores().length;
    int paths = evaluation.agent().scores()[0].length;
    out.printf(
        "%s on %s, %s. Score: %s; interquartile mean and 95 %% interval over seeds and paths.%n%n",
        evaluation.environment().id(),
        Text.count(paths, path),
        Text.count(seeds, "seed"),
        evaluation.trades() ? "total return" : "sum of rewards");
    if (!evaluation.trades()) {
      task(out);
      return;
    }
    String row = row("%9s %9s %9s");
    out.printf(row, "", "score", "95 % interval", "Sharpe", "drawdown", "turnover", "beaten by");
    out.printf(row, "", "", "", "", "", "a year", evaluation.agent().name());
    for (Standing standing : evaluation.standings()) {
      List<Metric> figures = evaluation.metrics(standing);
      out.printf(
          row,
          standing.name(),
          score(standing.headline().point()),
          interval(standing),
          figure("%.2f", Metric.named(figures, "sharpe"), 1),
          figure("%.1f%%", Metric.named(figures, "max_drawdown"), 100),
          figure("%.1f", Metric.named(figures, "turnover"), 1),
          beaten(standing));
    }
    skewed(out);
    evaluation
        .named(Controls.BUY_AND_HOLD.title())
        .filter(held -> !evaluation.isAgent(held))
        .ifPresent(held -> difference(held, out));
  }

  /**
   * Who sells options gains a little on most paths and loses much on few: the middle half would be all that one sees.
   */
  private void skewed(PrintWriter out) {
    String means =
        evaluation.standings().stream()
            .filter(ResultTable::skewed)
            .map(one -> one.name() + " " + score(mean(one)))
            .collect(Collectors.joining(", "));
    if (!means.isEmpty()) {
      out.printf("%nMeans of all paths, rare losses and gains included: %s.%n", means);
    }
  }

  /** Whether the mean lies outside the headline's interval, by more than rounding. */
  private static boolean skewed(Standing standing) {
    Interval headline = standing.headline();
    double mean = mean(standing);
    return Math.abs(mean - headline.point()) > ROUNDING
        && (mean < headline.lower() || mean > headline.upper());
  }

  private static double mean(Standing standing) {
    return Arrays.stream(standing.scores()).flatMapToDouble(Arrays::stream).average().orElse(0);
  }

  /** Of tasks whose scores are no returns. The mean tells of rare disasters, which the middle half leaves out. */
  private void task(PrintWriter out) {
    String row = row("%10s");
    out.printf(row, "", "score", "95 % interval", "mean", "beaten by");
    out.printf(row, "", "", "", "", evaluation.agent().name());
    for (Standing standing : evaluation.standings()) {
      out.printf(
          row,
          standing.name(),
          score(standing.headline().point()),
          interval(standing),
          score(mean(standing)),
          beaten(standing));
    }
  }

  private String interval(Standing standing) {
    return "["
        + score(standing.headline().lower())
        + ", "
        + score(standing.headline().upper())
        + "]";
  }

  private String beaten(Standing standing) {
    return evaluation.isAgent(standing)
        ? ""
        : figure("%.0f%%", evaluation.chanceToBeat(standing), 100);
  }

  private void difference(Standing held, PrintWriter out) {
    Interval difference = evaluation.difference(held);
    String verdict =
        difference.lower() > 0
            ? "%s beats %s"
            : difference.upper() < 0 ? "%s does worse than %s" : "%s does not beat %s";
    out.printf(
        Locale.ROOT,
        "%n" + verdict + ": difference on the same paths %+.1f %% a year, 95 %% [%.1f, %.1f].%n",
        evaluation.agent().name(),
        held.name(),
        100 * difference.point(),
        100 * difference.lower(),
        100 * difference.upper());
  }

  private String score(double value) {
    return evaluation.trades() ? figure("%.1f%%", value, 100) : SeedLine.sum(value);
  }

  private static String figure(String format, double value, double factor) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value * factor);
  }
}

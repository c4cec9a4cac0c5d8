package io.tradinggym.experiments.report;

import io.tradinggym.experiments.report.ReportData.Sample;
import io.tradinggym.experiments.statistics.Returns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The returns of the sample episode: their Sharpe ratio in a moving window, and how they spread. */
final class ReturnCharts {
  private static final int LONGEST_WINDOW = 126;
  private static final int LEAST_WINDOW = 10;
  private static final int PARTS = 3;
  private static final int BINS = 31;
  private static final int WIDTH = 760;
  private static final int HEIGHT = 200;
  private static final int LEFT = 74;
  private static final int RIGHT = 14;
  private static final int TOP = 24;
  private static final int BOTTOM = 26;

  private final Sample sample;
  private final Axis axis;
  private final double[] returns;

  ReturnCharts(Sample sample, Axis axis) {
    this.sample = sample;
    this.axis = axis;
    returns = Returns.ofEquity(sample.equity().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Bars of the moving window: half a year of days, or a third of a short episode. */
  int window() {
    return Math.min(LONGEST_WINDOW, returns.length / PARTS);
  }

  /** Whether there are bars enough for a window that says something. */
  boolean rolls() {
    return window() >= LEAST_WINDOW;
  }

  /** Sharpe ratio a year of the bars up to each one, risk-free rate 0; NaN before the first whole window. */
  List<Double> rollingSharpe() {
    int window = window();
    List<Double> values = new ArrayList<>();
    values.add(Double.NaN);
    for (int t = 1; t <= returns.length; t++) {
      values.add(
          t < window
              ? Double.NaN
              : Returns.sharpe(
                  Arrays.copyOfRange(returns, t - window, t), 0, sample.periodsPerYear()));
    }
    return values;
  }

  String sharpe(String badge) {
    return new LineChart("Rolling Sharpe ratio", HEIGHT, axis.positions(), axis::mark, Text::number)
        .badge(badge)
        .line("Sharpe ratio of " + window() + " bars", "agent", rollingSharpe())
        .html();
  }

  /** How many returns lie in each of {@value #BINS} bins of equal width around 0. */
  static int[] counts(double[] returns, double reach) {
    int[] counts = new int[BINS];
    for (double value : returns) {
      int bin = (int) Math.floor((value + reach) / (2 * reach) * BINS);
      counts[Math.clamp(bin, 0, BINS - 1)]++;
    }
    return counts;
  }

  private static int centre(Scale across, int bin) {
    return (int) Math.round(across.pixel(bin + 0.5));
  }

  String histogram(String badge) {
    double reach = Arrays.stream(returns).map(Math::abs).max().orElse(0);
    if (!(reach > 0)) {
      return "<p class=\"lead\">All returns are zero.</p>";
    }
    int[] counts = counts(returns, reach);
    int most = Arrays.stream(counts).max().orElse(1);
    Scale up = new Scale(0, most, HEIGHT - BOTTOM, TOP);
    Scale across = new Scale(0, BINS, LEFT, WIDTH - RIGHT);
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    StringBuilder bars = new StringBuilder();
    for (int bin = 0; bin < BINS; bin++) {
      double from = -reach + 2 * reach * bin / BINS;
      names.add(Text.percent(from) + " to " + Text.percent(from + 2 * reach / BINS));
      values.add(Text.count(counts[bin], "bar"));
      bars.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"bar %s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
              bin < BINS / 2 ? "loss" : bin > BINS / 2 ? "gain" : "flat",
              across.pixel(bin) + 1,
              up.pixel(counts[bin]),
              across.pixel(1) - across.pixel(0) - 2,
              HEIGHT - BOTTOM - up.pixel(counts[bin])));
    }
    StringBuilder svg =
        new StringBuilder(LineChart.open("Returns of a bar", WIDTH, HEIGHT))
            .append(
                new ReadOut(names)
                    .line("", "agent", values)
                    .attributes(centre(across, 0), centre(across, BINS - 1)))
            .append(">")
            .append(bars);
    for (int i = 0; i <= 4; i++) {
      double at = (double) BINS * i / 4;
      svg.append(
          String.format(
              Locale.ROOT,
              "<text class=\"x\" text-anchor=\"%s\" x=\"%.1f\" y=\"%d\">%s</text>",
              i == 0 ? "start" : i == 4 ? "end" : "middle",
              across.pixel(at),
              HEIGHT - 6,
              Text.percent(-reach + 2 * reach * i / 4)));
    }
    return svg.append(LineChart.hair(TOP, HEIGHT - BOTTOM))
        .append(LineChart.badge(badge, LEFT, 0))
        .append("</svg></div>")
        .toString();
  }
}

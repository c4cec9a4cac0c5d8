package io.tradinggym.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Candles with lines and a band over them, as inline SVG. Colours are CSS classes. */
public final class CandleChart {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 300;
  private static final int LEFT = 74;
  private static final int RIGHT = 14;
  private static final int TOP = 24;
  private static final int BOTTOM = 26;
  private static final int DATES = 6;

  private final String title;
  private final List<double[]> candles;
  private final IntFunction<String> date;
  private final List<Line> lines = new ArrayList<>();
  private double[] low = new double[0];
  private double[] high = new double[0];
  private String badge = "";

  private record Line(String name, String style, double[] values) {}

  /**
   * A chart.
   *
   * @param candles open, high, low and close of each bar
   * @param date of a bar, in words
   */
  public CandleChart(String title, List<double[]> candles, IntFunction<String> date) {
    this.title = title;
    this.candles = List.copyOf(candles);
    this.date = date;
  }

  /** A line over the bars, with a place in the legend. NaN is left out. */
  public CandleChart line(String name, String style, double[] values) {
    lines.add(new Line(name, style, values.clone()));
    return this;
  }

  /** A band over the bars, such as Bollinger's. */
  public CandleChart band(double[] lower, double[] upper) {
    low = lower.clone();
    high = upper.clone();
    return this;
  }

  /** A word in the corner, such as SIMULATED. */
  public CandleChart badge(String word) {
    badge = word;
    return this;
  }

  /** The chart as a fragment of HTML. */
  public String html() {
    double width = (double) (WIDTH - LEFT - RIGHT) / candles.size();
    Scale up = vertical();
    StringBuilder svg = new StringBuilder(LineChart.open(title, WIDTH, HEIGHT)).append('>');
    for (double tick : up.ticks(5)) {
      svg.append(
          format(
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text class=\"y\""
                  + " x=\"%d\" y=\"%.1f\">%s</text>",
              LEFT,
              WIDTH - RIGHT,
              up.pixel(tick),
              up.pixel(tick),
              LEFT - 8,
              up.pixel(tick) + 4,
              Text.number(tick)));
    }
    for (int i = 0; i < DATES; i++) {
      int bar = (int) ((candles.size() - 1L) * i / (DATES - 1));
      svg.append(
          format(
              "<text text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
              Math.clamp(x(bar, width), LEFT + 20, WIDTH - RIGHT - 20),
              HEIGHT - 8,
              Text.escape(date.apply(bar))));
    }
    band(svg, up, width);
    for (int bar = 0; bar < candles.size(); bar++) {
      candle(svg, candles.get(bar), x(bar, width), width, up);
    }
    for (Line line : lines) {
      path(svg, line, up, width);
    }
    svg.append(LineChart.badge(badge, LEFT, 0));
    return svg.append("</svg></div>").append(legend()).toString();
  }

  private Scale vertical() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double[] candle : candles) {
      least = Math.min(least, candle[2]);
      most = Math.max(most, candle[1]);
    }
    for (double each : low) {
      least = Double.isNaN(each) ? least : Math.min(least, each);
    }
    for (double each : high) {
      most = Double.isNaN(each) ? most : Math.max(most, each);
    }
    return Scale.around(least, most, HEIGHT - BOTTOM, TOP);
  }

  private static double x(int bar, double width) {
    return LEFT + (bar + 0.5) * width;
  }

  private static void candle(StringBuilder svg, double[] candle, double x, double width, Scale up) {
    String style = candle[3] >= candle[0] ? "gain" : "loss";
    double top = up.pixel(Math.max(candle[0], candle[3]));
    double bottom = up.pixel(Math.min(candle[0], candle[3]));
    svg.append(
        format(
            "<rect class=\"bar %s\" x=\"%.1f\" y=\"%.1f\" width=\"1\" height=\"%.1f\"/>"
                + "<rect class=\"bar %s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
            style,
            x - 0.5,
            up.pixel(candle[1]),
            Math.max(1, up.pixel(candle[2]) - up.pixel(candle[1])),
            style,
            x - 0.35 * width,
            top,
            0.7 * width,
            Math.max(1, bottom - top)));
  }

  private void band(StringBuilder svg, Scale up, double width) {
    if (low.length == 0) {
      return;
    }
    StringBuilder points = new StringBuilder();
    for (int bar = 0; bar < high.length; bar++) {
      point(points, bar, high[bar], up, width);
    }
    for (int bar = low.length - 1; bar >= 0; bar--) {
      point(points, bar, low[bar], up, width);
    }
    svg.append("<polygon class=\"band agent\" points=\"").append(points).append("\"/>");
  }

  private static void point(StringBuilder points, int bar, double value, Scale up, double width) {
    if (!Double.isNaN(value)) {
      points.append(format("%.1f,%.1f ", x(bar, width), up.pixel(value)));
    }
  }

  private void path(StringBuilder svg, Line line, Scale up, double width) {
    StringBuilder points = new StringBuilder();
    for (int bar = 0; bar < line.values.length; bar++) {
      double value = line.values[bar];
      point(
          points,
          bar,
          Double.isNaN(value) ? value : Math.clamp(value, up.from(), up.to()),
          up,
          width);
    }
    svg.append(format("<polyline class=\"line thin %s\" points=\"%s\"/>", line.style, points));
  }

  private String legend() {
    StringBuilder list = new StringBuilder("<ul class=\"legend\">");
    for (Line line : lines) {
      list.append(format("<li class=\"%s\">%s</li>", line.style, Text.escape(line.name)));
    }
    return list.append("</ul>").toString();
  }

  @SuppressWarnings("AnnotateFormatMethod") // The annotation is of a library that is not needed.
  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}

package io.tradinggym.experiments.report;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * Everybody's score with its interval, one row each, on one axis. Whoever is far off the others' scale is named beside
 * it.
 */
final class IntervalChart {
  private static final int WIDTH = 760;
  private static final int ROW = 34;
  private static final int LEAST_LEFT = 120;
  private static final int MOST_LEFT = 320;

  /** Width of a letter of names on narrow screens, where they are largest. */
  private static final int LETTER = 9;

  private static final int RIGHT = 40;
  private static final int AXIS = 26;
  private static final int ABOVE = 18;
  private static final double FAR = 4;

  private final List<ReportData.Contender> contenders;
  private final DoubleFunction<String> text;
  private final String badge;
  private final int top;
  private final int left;

  /**
   * A chart.
   *
   * @param text of a score
   * @param badge word above the rows; empty for none
   */
  IntervalChart(List<ReportData.Contender> contenders, DoubleFunction<String> text, String badge) {
    this.contenders = contenders;
    this.text = text;
    this.badge = badge;
    top = badge.isEmpty() ? 0 : ABOVE;
    int longest = contenders.stream().mapToInt(one -> one.name().length()).max().orElse(0);
    left = Math.clamp(10 + (long) LETTER * longest, LEAST_LEFT, MOST_LEFT);
  }

  String html() {
    Scale across = scale();
    int height = top + contenders.size() * ROW + AXIS;
    StringBuilder svg =
        new StringBuilder(LineChart.open("group", "Scores with 95 % intervals", WIDTH, height))
            .append('>');
    for (double tick : across.ticks(6)) {
      String x = Text.pixel(across.pixel(tick));
      svg.append("<line class=\"grid\" x1=\"")
          .append(x)
          .append("\" x2=\"")
          .append(x)
          .append("\" y1=\"")
          .append(top + 4)
          .append("\" y2=\"")
          .append(height - AXIS)
          .append("\"/><text class=\"x\" text-anchor=\"middle\" x=\"")
          .append(x)
          .append("\" y=\"")
          .append(height - 6)
          .append("\">")
          .append(text.apply(tick))
          .append("</text>");
    }
    for (int i = 0; i < contenders.size(); i++) {
      row(svg, contenders.get(i), i, across);
    }
    svg.append(LineChart.badge(badge, left, 0)).append("</svg></div><ul class=\"legend\">");
    for (int i = 0; i < contenders.size(); i++) {
      String name = contenders.get(i).name();
      svg.append(LineChart.place(name, Page.style(name, i)));
    }
    return svg.append("</ul>").toString();
  }

  /** The scale of all but the oracle, if the oracle would flatten the others. */
  private Scale scale() {
    double low = 0;
    double high = 0;
    for (ReportData.Contender contender : contenders) {
      if (!contender.name().equals("oracle")) {
        low = Math.min(low, contender.low());
        high = Math.max(high, contender.high());
      }
    }
    for (ReportData.Contender contender : contenders) {
      if (contender.high() < low + FAR * (high - low)) {
        high = Math.max(high, contender.high());
      }
    }
    return Scale.around(low, high, left, WIDTH - RIGHT);
  }

  private void row(StringBuilder svg, ReportData.Contender contender, int row, Scale across) {
    double y = top + row * ROW + ROW / 2.0 + 2;
    String style = Page.style(contender.name(), row);
    svg.append(
        String.format(
            Locale.ROOT,
            "<g data-name=\"%s\" data-tip=\"%s\" tabindex=\"0\" role=\"img\" aria-label=\"%s\""
                + " class=\"%s\"><rect class=\"row\" x=\"0\""
                + " y=\"%.1f\" width=\"%d\" height=\"%d\"/><text class=\"name\" x=\"%d\""
                + " y=\"%.1f\">%s</text>",
            Text.escape(contender.name()),
            Text.escape(read(contender)),
            Text.escape(contender.name() + ": " + read(contender)),
            style,
            y - ROW / 2.0,
            WIDTH,
            ROW,
            left - 10,
            y + 4,
            Text.escape(contender.name())));
    svg.append(contender.score() > across.to() ? far(contender, y) : whole(contender, y, across));
    svg.append("</g>");
  }

  private String read(ReportData.Contender contender) {
    return text.apply(contender.score())
        + ", 95 % between "
        + text.apply(contender.low())
        + " and "
        + text.apply(contender.high());
  }

  private String far(ReportData.Contender contender, double y) {
    return String.format(
        Locale.ROOT,
        "<text class=\"far\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s, off the scale"
            + " &#8594;</text>",
        WIDTH - RIGHT,
        y + 4,
        text.apply(contender.score()));
  }

  private static String whole(ReportData.Contender contender, double y, Scale across) {
    return String.format(
        Locale.ROOT,
        "<line class=\"interval\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>"
            + "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"5\"/>",
        across.pixel(contender.low()),
        across.pixel(contender.high()),
        y,
        y,
        across.pixel(contender.score()),
        y);
  }
}

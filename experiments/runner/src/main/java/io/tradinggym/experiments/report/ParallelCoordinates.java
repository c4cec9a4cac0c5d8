package io.tradinggym.experiments.report;

import java.util.List;
import java.util.Locale;

/**
 * Trials as lines across upright axes, one for each setting and one for the score, as inline SVG: the better the trial,
 * the stronger its line. Where strong lines run together, the search found something.
 */
final class ParallelCoordinates {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 300;
  private static final int SIDE = 60;
  private static final int TOP = 34;
  private static final int BOTTOM = 24;
  private static final int ROW = 18;
  private static final double FAINTEST = 0.08;

  private final List<Axis> axes;
  private final StringBuilder lines = new StringBuilder();

  /**
   * An axis.
   *
   * @param name above it
   * @param low text below it
   * @param high text at its top
   */
  record Axis(String name, String low, String high) {}

  /** A chart without lines. */
  ParallelCoordinates(List<Axis> axes) {
    this.axes = axes;
  }

  /**
   * A trial.
   *
   * @param places on each axis in [0, 1]; NaN where the setting does not matter
   * @param strength in [0, 1], 1 for the best trial
   * @param best whether it is the one that was taken
   * @param text for whoever points at it
   */
  ParallelCoordinates line(double[] places, double strength, boolean best, String text) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < places.length; i++) {
      if (!Double.isNaN(places[i])) {
        points.append(Text.pixel(x(i))).append(',').append(Text.pixel(y(places[i]))).append(' ');
      }
    }
    lines
        .append("<polyline class=\"line ")
        .append(best ? "agent" : "a0 thin")
        .append("\" style=\"opacity:")
        .append(String.format(Locale.ROOT, "%.2f", best ? 1 : FAINTEST + (1 - FAINTEST) * strength))
        .append("\" points=\"")
        .append(points.toString().strip())
        .append("\"><title>")
        .append(Text.escape(text))
        .append("</title></polyline>");
    return this;
  }

  private double x(int axis) {
    return SIDE + (double) axis * (WIDTH - 2 * SIDE) / Math.max(1, axes.size() - 1);
  }

  private static double y(double place) {
    return HEIGHT - BOTTOM - place * (HEIGHT - TOP - BOTTOM);
  }

  /**
   * The chart.
   *
   * @param badge word in the corner; empty for none
   */
  String html(String badge) {
    int above = badge.isEmpty() ? 0 : ROW;
    StringBuilder svg =
        new StringBuilder("<div class=\"zoom\"><svg class=\"chart\" role=\"img\" viewBox=\"0 ")
            .append(-above)
            .append(' ')
            .append(WIDTH)
            .append(' ')
            .append(HEIGHT + above)
            .append("\"><title>Settings and scores of all trials</title>");
    for (int i = 0; i < axes.size(); i++) {
      String at = Text.pixel(x(i));
      svg.append("<line class=\"grid\" x1=\"")
          .append(at)
          .append("\" x2=\"")
          .append(at)
          .append("\" y1=\"")
          .append(TOP)
          .append("\" y2=\"")
          .append(HEIGHT - BOTTOM)
          .append("\"/>");
      label(svg, at, 12, axes.get(i).name());
      label(svg, at, TOP - 8, axes.get(i).high());
      label(svg, at, HEIGHT - BOTTOM + 14, axes.get(i).low());
    }
    return svg.append(lines)
        .append(LineChart.badge(badge, 0, -above))
        .append("</svg></div>")
        .toString();
  }

  private static void label(StringBuilder svg, String x, int y, String text) {
    svg.append("<text text-anchor=\"middle\" x=\"")
        .append(x)
        .append("\" y=\"")
        .append(y)
        .append("\">")
        .append(Text.escape(text))
        .append("</text>");
  }
}

package io.tradinggym.experiments.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * Lines, bands and marks over one axis, as inline SVG. Colours are CSS classes. The values ride along, thinned out, for
 * the page's pointer read-out.
 */
public final class LineChart {
  private static final int WIDTH = 760;
  private static final int LEFT = 74;
  private static final int RIGHT = 14;
  private static final int TOP = 24;
  private static final int BOTTOM = 26;
  private static final int MOST_POINTS = 400;

  private final String title;
  private final int height;
  private final List<Double> x;
  private final DoubleFunction<String> xText;
  private final DoubleFunction<String> yText;
  private final List<Series> series = new ArrayList<>();
  private final List<Band> bands = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private String badge = "";

  /** A line of the chart; a companion is switched with the line of its name, and has no place of its own. */
  private record Series(
      String name, String style, List<Double> x, List<Double> y, boolean companion) {
    /** The value at an x of the chart: the last one known there; NaN before the first. */
    double at(double wanted) {
      int found = Collections.binarySearch(x, wanted);
      int last = found >= 0 ? found : -found - 2;
      return last < 0 ? Double.NaN : y.get(last);
    }
  }

  private record Band(String style, List<Double> low, List<Double> high) {}

  private record Mark(String style, double x, double y, boolean up, String text) {}

  /**
   * A chart without lines yet.
   *
   * @param height pixels
   * @param x values of the axis, at least one
   * @param xText how they are written
   * @param yText how values are written
   */
  public LineChart(
      String title,
      int height,
      List<Double> x,
      DoubleFunction<String> xText,
      DoubleFunction<String> yText) {
    this.title = title;
    this.height = height;
    this.x = x;
    this.xText = xText;
    this.yText = yText;
  }

  /** A line over the chart's own x, with a place in legend and read-out. */
  public LineChart line(String name, String style, List<Double> y) {
    series.add(new Series(name, style, x, y, false));
    return this;
  }

  /** A line over an x of its own, ascending; read out are its last values. */
  LineChart freeLine(String name, String style, List<Double> ownX, List<Double> y) {
    series.add(new Series(name, style, ownX, y, false));
    return this;
  }

  /** A line that goes with another of the same name: switched on and off with it, not read out. */
  LineChart companion(String name, String style, List<Double> ownX, List<Double> y) {
    series.add(new Series(name, style, ownX, y, true));
    return this;
  }

  LineChart band(String style, List<Double> low, List<Double> high) {
    bands.add(new Band(style, low, high));
    return this;
  }

  /** A triangle, pointing up or down. */
  LineChart mark(String style, double atX, double atY, boolean up, String text) {
    marks.add(new Mark(style, atX, atY, up, text));
    return this;
  }

  /** The chart as a fragment of HTML. */
  public String html() {
    Scale across =
        new Scale(x.getFirst(), Math.max(x.getLast(), x.getFirst() + 1), LEFT, WIDTH - RIGHT);
    Scale up = vertical();
    StringBuilder svg = new StringBuilder();
    svg.append(open(title, WIDTH, height)).append(values()).append('>');
    axes(svg, across, up);
    for (Band band : bands) {
      area(svg, band, across, up);
    }
    for (Series line : series) {
      path(svg, line, across, up);
    }
    for (Mark mark : marks) {
      triangle(svg, mark, across, up);
    }
    return svg.append(hair(TOP, height - BOTTOM))
        .append(badge(badge, LEFT, 0))
        .append("</svg></div>")
        .append(legend())
        .toString();
  }

  /** The beginning of a chart, its tag still open: attributes may follow. */
  static String open(String title, int width, int height) {
    return open("img", title, width, height);
  }

  /** The same in another role: parts of an image are nothing to those who listen. */
  static String open(String role, String title, int width, int height) {
    return String.format(
        Locale.ROOT,
        "<div class=\"zoom\"><svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"%s\""
            + " aria-label=\"%s\"",
        width,
        height,
        role,
        Text.escape(title));
  }

  /** The line under the pointer. */
  static String hair(int top, int bottom) {
    return "<line class=\"hair\" y1=\"" + top + "\" y2=\"" + bottom + "\"/>";
  }

  /**
   * A word above the plot, such as SIMULATED; nothing if it is empty. It stands at the left, where narrow screens begin
   * to scroll.
   */
  static String badge(String text, int left, int top) {
    return text.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "<text class=\"badge\" x=\"%d\" y=\"%d\">%s</text>",
            left,
            top + 12,
            Text.escape(text));
  }

  /** A word that stands over the plot. */
  public LineChart badge(String text) {
    badge = text;
    return this;
  }

  private Scale vertical() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Series line : series) {
      for (double value : line.y) {
        low = Double.isNaN(value) ? low : Math.min(low, value);
        high = Double.isNaN(value) ? high : Math.max(high, value);
      }
    }
    for (Band band : bands) {
      for (int i = 0; i < band.low.size(); i++) {
        low = Math.min(low, band.low.get(i));
        high = Math.max(high, band.high.get(i));
      }
    }
    return low > high
        ? new Scale(0, 1, height - BOTTOM, TOP)
        : Scale.around(low, high, height - BOTTOM, TOP);
  }

  private void axes(StringBuilder svg, Scale across, Scale up) {
    for (double tick : up.ticks(5)) {
      String y = Text.pixel(up.pixel(tick));
      svg.append("<line class=\"grid\" x1=\"")
          .append(LEFT)
          .append("\" x2=\"")
          .append(WIDTH - RIGHT)
          .append("\" y1=\"")
          .append(y)
          .append("\" y2=\"")
          .append(y)
          .append("\"/>");
      svg.append("<text class=\"y\" x=\"")
          .append(LEFT - 6)
          .append("\" y=\"")
          .append(Text.pixel(up.pixel(tick) + 4))
          .append("\">")
          .append(yText.apply(tick))
          .append("</text>");
    }
    int labels = Math.clamp(x.size(), 2, 7); // Numbers of a few trials would repeat.
    for (int i = 0; i < labels; i++) {
      double value = across.from() + (across.to() - across.from()) * i / (labels - 1);
      String anchor = i == 0 ? "start" : i == labels - 1 ? "end" : "middle";
      svg.append("<text class=\"x\" text-anchor=\"")
          .append(anchor)
          .append("\" x=\"")
          .append(Text.pixel(across.pixel(value)))
          .append("\" y=\"")
          .append(height - 6)
          .append("\">")
          .append(xText.apply(value))
          .append("</text>");
    }
  }

  private void area(StringBuilder svg, Band band, Scale across, Scale up) {
    StringBuilder points = new StringBuilder();
    for (int i : kept(x.size())) {
      points
          .append(Text.pixel(across.pixel(x.get(i))))
          .append(',')
          .append(Text.pixel(up.pixel(band.high.get(i))))
          .append(' ');
    }
    for (int i : kept(x.size()).reversed()) {
      points
          .append(Text.pixel(across.pixel(x.get(i))))
          .append(',')
          .append(Text.pixel(up.pixel(band.low.get(i))))
          .append(' ');
    }
    svg.append("<polygon class=\"band ")
        .append(band.style)
        .append("\" points=\"")
        .append(points)
        .append("\"/>");
  }

  private static void path(StringBuilder svg, Series line, Scale across, Scale up) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i : kept(line.y.size())) {
      double value = line.y.get(i);
      if (!Double.isNaN(value)) {
        path.append(pen ? "L" : "M")
            .append(Text.pixel(across.pixel(line.x.get(i))))
            .append(' ')
            .append(Text.pixel(up.pixel(value)));
      }
      pen = !Double.isNaN(value);
    }
    svg.append("<path data-name=\"")
        .append(Text.escape(line.name))
        .append("\" class=\"line ")
        .append(line.style)
        .append("\" d=\"")
        .append(path)
        .append("\"/>");
  }

  private static void triangle(StringBuilder svg, Mark mark, Scale across, Scale up) {
    double cx = across.pixel(mark.x);
    double cy = up.pixel(mark.y) + (mark.up ? 9 : -9);
    double tip = mark.up ? cy - 5 : cy + 5;
    double base = mark.up ? cy + 3 : cy - 3;
    svg.append(
        String.format(
            Locale.ROOT,
            "<polygon class=\"mark %s\" points=\"%.1f,%.1f %.1f,%.1f"
                + " %.1f,%.1f\"><title>%s</title></polygon>",
            mark.style,
            cx,
            tip,
            cx - 4,
            base,
            cx + 4,
            base,
            Text.escape(mark.text)));
  }

  private String values() {
    List<Integer> kept = kept(x.size());
    ReadOut readOut = new ReadOut(kept.stream().map(i -> xText(x.get(i))).toList());
    for (Series line : series) {
      if (!line.companion && !line.name.isEmpty()) {
        readOut.line(
            line.name, line.style, kept.stream().map(i -> yText.apply(line.at(x.get(i)))).toList());
      }
    }
    return readOut.attributes(LEFT, WIDTH - RIGHT);
  }

  /** A date is read out to the day though the axis shows the month. */
  private String xText(double value) {
    return value > 1e11 ? Text.day(value) : xText.apply(value);
  }

  private String legend() {
    StringBuilder html = new StringBuilder("<ul class=\"legend\">");
    for (Series line : series) {
      if (!line.name.isEmpty() && !line.companion) {
        html.append(place(line.name, line.style));
      }
    }
    return html.append("</ul>").toString();
  }

  /** A place in a legend that switches what has its name on and off. */
  static String place(String name, String style) {
    return "<li class=\""
        + style
        + "\"><button type=\"button\" aria-pressed=\"true\">"
        + Text.escape(name)
        + "</button></li>";
  }

  /** Indices of at most so many points, first and last among them. */
  static List<Integer> kept(int size) {
    int count = Math.min(size, MOST_POINTS);
    List<Integer> indices = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      indices.add(count == 1 ? 0 : (int) ((long) i * (size - 1) / (count - 1)));
    }
    return indices;
  }
}

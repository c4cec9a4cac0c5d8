package io.tradinggym.examples.lessons.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Lines, points and bars over one pair of axes, as SVG. As the last expression of a cell it is what the cell shows.
 *
 * <pre>
 * new Picture("Equity", "day", "USD").line("agent", equity).line("hold", held)
 * </pre>
 */
public final class Picture {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 330;
  private static final int LEFT = 62;
  private static final int RIGHT = 14;
  private static final int TOP = 34;
  private static final int BOTTOM = 44;
  private static final int MOST_POINTS = 500;
  private static final List<String> COLOURS =
      List.of(
          "#3366cc", "#dc6a1e", "#2a9d62", "#b03a8c", "#8a6d1f", "#5b5b5b", "#c23b3b", "#2b98b0");

  private final String title;
  private final String xLabel;
  private final String yLabel;
  private final List<Marks> series = new ArrayList<>();
  private final List<Double> rules = new ArrayList<>();
  private List<String> categories = List.of();
  private boolean logarithmic;

  private enum Kind {
    LINE,
    POINTS,
    BARS
  }

  private record Marks(Kind kind, String name, double[] x, double[] y) {}

  /**
   * @param title one line over the picture
   * @param xLabel what goes to the right, with its unit
   * @param yLabel what goes up, with its unit
   */
  public Picture(String title, String xLabel, String yLabel) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
  }

  /** A line through values at 0, 1, 2 and so on. */
  public Picture line(String name, double... y) {
    return line(name, IntStream.range(0, y.length).asDoubleStream().toArray(), y);
  }

  /**
   * A line; NaN leaves a gap.
   *
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public Picture line(String name, double[] x, double[] y) {
    return add(Kind.LINE, name, x, y);
  }

  /** Single points. */
  public Picture points(String name, double[] x, double[] y) {
    return add(Kind.POINTS, name, x, y);
  }

  /** One bar for each name; several calls stand side by side. */
  public Picture bars(String name, List<String> names, double... y) {
    categories = List.copyOf(names);
    return add(Kind.BARS, name, IntStream.range(0, y.length).asDoubleStream().toArray(), y);
  }

  /** A dashed line across at this height. */
  public Picture rule(double y) {
    rules.add(y);
    return this;
  }

  /** Equal ratios are equal distances upwards; what is not above 0 is left out. */
  public Picture logarithmic() {
    logarithmic = true;
    return this;
  }

  private Picture add(Kind kind, String name, double[] x, double[] y) {
    if (x.length != y.length || x.length == 0) {
      throw new IllegalArgumentException(
          name + " needs as many x as y, and one at least; got " + x.length + " and " + y.length);
    }
    series.add(new Marks(kind, name, x.clone(), y.clone()));
    return this;
  }

  /** The picture, to stand within a page or alone in a file. */
  public String svg() {
    double[] yRange = yRange();
    double[] xRange = xRange();
    StringBuilder svg = new StringBuilder();
    put(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"", WIDTH, HEIGHT);
    put(
        svg,
        " role=\"img\" aria-label=\"%s\" font-family=\"sans-serif\" font-size=\"12\">",
        escape(title));
    put(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
    put(
        svg,
        "<text x=\"%d\" y=\"18\" font-size=\"14\" font-weight=\"bold\">%s</text>",
        LEFT,
        escape(title));
    axes(svg, xRange, yRange);
    int bars = (int) series.stream().filter(marks -> marks.kind == Kind.BARS).count();
    int bar = 0;
    for (int i = 0; i < series.size(); i++) {
      Marks marks = series.get(i);
      String colour = colour(marks.name);
      switch (marks.kind) {
        case LINE -> path(svg, marks, colour, xRange, yRange);
        case POINTS -> points(svg, marks, colour, xRange, yRange);
        case BARS -> bars(svg, marks, colour, bar++, bars, xRange, yRange);
      }
    }
    legend(svg);
    return svg.append("</svg>").toString();
  }

  private void axes(StringBuilder svg, double[] xs, double[] ys) {
    List<Double> up = logarithmic ? Ticks.logarithmic(ys[0], ys[1]) : Ticks.linear(ys[0], ys[1]);
    for (double tick : up) {
      double y = up(tick, ys);
      put(
          svg,
          "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>",
          LEFT,
          WIDTH - RIGHT,
          y,
          y);
      put(
          svg,
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT - 6,
          y + 4,
          Ticks.text(tick));
    }
    if (categories.isEmpty()) {
      for (double tick : Ticks.linear(xs[0], xs[1])) {
        put(
            svg,
            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
            across(tick, xs),
            HEIGHT - BOTTOM + 16,
            Ticks.text(tick));
      }
    }
    for (int i = 0; i < categories.size(); i++) {
      put(
          svg,
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
          across(i, xs),
          HEIGHT - BOTTOM + 16,
          escape(categories.get(i)));
    }
    for (double rule : rules) {
      put(
          svg,
          "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#222222\""
              + " stroke-dasharray=\"5 4\"/>",
          LEFT,
          WIDTH - RIGHT,
          up(rule, ys),
          up(rule, ys));
    }
    put(
        svg,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#444444\">%s</text>",
        WIDTH - RIGHT,
        HEIGHT - 8,
        escape(xLabel));
    put(
        svg,
        "<text x=\"%d\" y=\"18\" text-anchor=\"end\" fill=\"#444444\">%s</text>",
        WIDTH - RIGHT,
        escape(yLabel));
  }

  private void path(StringBuilder svg, Marks marks, String colour, double[] xs, double[] ys) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i : kept(marks.x.length)) {
      boolean shown = shown(marks.y[i]);
      if (shown) {
        put(path, "%s%.1f %.1f", pen ? "L" : "M", across(marks.x[i], xs), up(marks.y[i], ys));
      }
      pen = shown;
    }
    put(svg, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\"/>", path, colour);
  }

  private void points(StringBuilder svg, Marks marks, String colour, double[] xs, double[] ys) {
    for (int i = 0; i < marks.x.length; i++) {
      if (shown(marks.y[i])) {
        put(
            svg,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\" fill-opacity=\"0.7\"/>",
            across(marks.x[i], xs),
            up(marks.y[i], ys),
            colour);
      }
    }
  }

  private void bars(
      StringBuilder svg, Marks marks, String colour, int place, int of, double[] xs, double[] ys) {
    double slot = (across(1, xs) - across(0, xs)) * 0.8;
    double zero = up(logarithmic ? ys[0] : Math.max(ys[0], Math.min(0, ys[1])), ys);
    for (int i = 0; i < marks.x.length; i++) {
      if (shown(marks.y[i])) {
        double y = up(marks.y[i], ys);
        put(
            svg,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
            across(i, xs) - slot / 2 + slot * place / of,
            Math.min(y, zero),
            slot / of * 0.94,
            Math.abs(zero - y),
            colour);
      }
    }
  }

  private void legend(StringBuilder svg) {
    List<String> names = names();
    if (names.size() < 2) {
      return;
    }
    int x = LEFT + 8;
    for (String name : names) {
      put(
          svg,
          "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>",
          x,
          TOP - 8,
          colour(name));
      put(svg, "<text x=\"%d\" y=\"%d\">%s</text>", x + 16, TOP + 2, escape(name));
      x += 34 + 7 * name.length();
    }
  }

  /** A line and points of one name are one thing. */
  private List<String> names() {
    return series.stream().map(marks -> marks.name).distinct().toList();
  }

  private String colour(String name) {
    return COLOURS.get(names().indexOf(name) % COLOURS.size());
  }

  private double[] xRange() {
    if (!categories.isEmpty()) {
      return new double[] {-0.6, categories.size() - 0.4};
    }
    double low = series.stream().flatMapToDouble(m -> Arrays.stream(m.x)).min().orElse(0);
    double high = series.stream().flatMapToDouble(m -> Arrays.stream(m.x)).max().orElse(1);
    return new double[] {low, high > low ? high : low + 1};
  }

  private double[] yRange() {
    List<Double> all = new ArrayList<>(rules);
    for (Marks marks : series) {
      Arrays.stream(marks.y).filter(this::shown).forEach(all::add);
      if (marks.kind == Kind.BARS && !logarithmic) {
        all.add(0.0);
      }
    }
    double low = all.stream().mapToDouble(y -> y).min().orElse(0);
    double high = all.stream().mapToDouble(y -> y).max().orElse(1);
    if (logarithmic) {
      return new double[] {low / 1.1, Math.max(high, low * 1.01) * 1.1};
    }
    double room = high > low ? (high - low) * 0.05 : Math.max(1e-9, Math.abs(high) * 0.1);
    boolean fromZero = low == 0;
    return new double[] {fromZero ? 0 : low - room, high + room * 2};
  }

  private boolean shown(double y) {
    return Double.isFinite(y) && (!logarithmic || y > 0);
  }

  private static double across(double x, double[] range) {
    return LEFT + (x - range[0]) / (range[1] - range[0]) * (WIDTH - LEFT - RIGHT);
  }

  private double up(double y, double[] range) {
    double part =
        logarithmic
            ? Math.log(y / range[0]) / Math.log(range[1] / range[0])
            : (y - range[0]) / (range[1] - range[0]);
    return HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP - 8);
  }

  private static int[] kept(int size) {
    int count = Math.min(size, MOST_POINTS);
    return IntStream.range(0, count)
        .map(i -> count == 1 ? 0 : (int) ((long) i * (size - 1) / (count - 1)))
        .toArray();
  }

  @SuppressWarnings("AnnotateFormatMethod") // The annotation is of a library that is not needed.
  private static void put(StringBuilder to, String format, Object... values) {
    to.append(String.format(Locale.ROOT, format, values));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** The title: what a console shows. */
  @Override
  public String toString() {
    return "[picture: " + title + "]";
  }
}

package io.tradinggym.experiments.report;

import java.util.List;
import java.util.function.DoubleFunction;

/** What each fold learned from, was chosen by and was tested on, as bars over time, inline SVG. */
public final class FoldTimeline {
  private static final int WIDTH = 760;
  private static final int LEFT = 74;
  private static final int RIGHT = 14;
  private static final int ROW = 18;
  private static final int BAR = 11;
  private static final int BELOW = 24;

  private FoldTimeline() {}

  /**
   * A fold: epoch milliseconds, or numbers of bars where a model drew them.
   *
   * @param from first bar learned from
   * @param learned last one
   * @param choosing first bar that the policy was chosen by, after what is purged between
   * @param chosen last one; {@code learned} and {@code choosing} where none was
   * @param test first bar of the test
   * @param to last one
   */
  public record Span(
      double from, double learned, double choosing, double chosen, double test, double to) {}

  /**
   * The bars.
   *
   * @param text of a place on the axis
   * @param badge word in the corner; empty for none
   */
  static String html(List<Span> folds, DoubleFunction<String> text, String badge) {
    double low = folds.stream().mapToDouble(Span::from).min().orElse(0);
    double high = folds.stream().mapToDouble(Span::to).max().orElse(1);
    Scale x = new Scale(low, Math.max(high, low + 1), LEFT, WIDTH - RIGHT);
    int top = badge.isEmpty() ? 0 : ROW;
    int height = top + folds.size() * ROW + BELOW;
    StringBuilder svg =
        new StringBuilder("<div class=\"zoom\"><svg class=\"chart\" role=\"img\" viewBox=\"0 0 ")
            .append(WIDTH)
            .append(' ')
            .append(height)
            .append("\"><title>Folds over time</title>");
    for (int i = 0; i < folds.size(); i++) {
      Span fold = folds.get(i);
      int y = top + i * ROW + 4;
      svg.append("<text x=\"0\" y=\"").append(y + BAR - 1).append("\">fold ").append(i + 1);
      svg.append("</text>");
      bar(svg, x, fold.from(), fold.learned(), y, "#5b7fb5", "learned from", text);
      if (fold.chosen() > fold.learned()) {
        bar(svg, x, fold.choosing(), fold.chosen(), y, "#c9a227", "chosen by", text);
      }
      bar(svg, x, fold.test(), fold.to(), y, "#3a9a5b", "tested", text);
    }
    int base = height - 6;
    svg.append("<text x=\"").append(LEFT).append("\" y=\"").append(base).append("\">");
    svg.append(text.apply(low)).append("</text><text text-anchor=\"end\" x=\"");
    svg.append(WIDTH - RIGHT).append("\" y=\"").append(base).append("\">");
    return svg.append(text.apply(high))
        .append("</text>")
        .append(LineChart.badge(badge, LEFT, 0))
        .append("</svg></div>")
        .toString();
  }

  private static void bar(
      StringBuilder svg,
      Scale x,
      double from,
      double to,
      int y,
      String colour,
      String what,
      DoubleFunction<String> text) {
    svg.append("<rect x=\"")
        .append(Text.pixel(x.pixel(from)))
        .append("\" y=\"")
        .append(y)
        .append("\" width=\"")
        .append(Text.pixel(Math.max(1, x.pixel(to) - x.pixel(from))))
        .append("\" height=\"")
        .append(BAR)
        .append("\" fill=\"")
        .append(colour)
        .append("\"><title>")
        .append(what)
        .append(": ")
        .append(text.apply(from))
        .append(" to ")
        .append(text.apply(to))
        .append("</title></rect>");
  }
}

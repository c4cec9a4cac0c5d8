package io.tradinggym.experiments.report;

import java.util.Arrays;
import java.util.List;

/** How often values fell where, as upright bars, inline SVG. */
final class Histogram {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 160;
  private static final int SIDE = 20;
  private static final int BELOW = 22;
  private static final int ABOVE = 14;

  private Histogram() {}

  /**
   * A chart.
   *
   * @param name of the value
   * @param bins middle of each bar, as text
   * @param counts height of each
   * @param badge word in the corner; empty for none
   */
  static String html(String name, List<String> bins, int[] counts, String badge) {
    int most = Math.max(1, Arrays.stream(counts).max().orElse(1));
    double step = (double) (WIDTH - 2 * SIDE) / counts.length;
    List<String> values = Arrays.stream(counts).mapToObj(String::valueOf).toList();
    StringBuilder svg =
        new StringBuilder(LineChart.open("Distribution of the " + name, WIDTH, HEIGHT))
            .append(
                new ReadOut(bins)
                    .line("", "agent", values)
                    .attributes((int) (SIDE + step / 2), (int) (WIDTH - SIDE - step / 2)))
            .append('>');
    for (int i = 0; i < counts.length; i++) {
      double height = (double) counts[i] / most * (HEIGHT - BELOW - ABOVE);
      String middle = Text.pixel(SIDE + (i + 0.5) * step);
      svg.append("<rect fill=\"#5b7fb5\" x=\"")
          .append(Text.pixel(SIDE + i * step + 1))
          .append("\" width=\"")
          .append(Text.pixel(step - 2))
          .append("\" y=\"")
          .append(Text.pixel(HEIGHT - BELOW - height))
          .append("\" height=\"")
          .append(Text.pixel(height))
          .append("\"/>");
      if (i % 2 == 0) {
        svg.append("<text text-anchor=\"middle\" x=\"")
            .append(middle)
            .append("\" y=\"")
            .append(HEIGHT - 6)
            .append("\">")
            .append(Text.escape(bins.get(i)))
            .append("</text>");
      }
      if (counts[i] > 0) {
        svg.append("<text text-anchor=\"middle\" x=\"")
            .append(middle)
            .append("\" y=\"")
            .append(Text.pixel(HEIGHT - BELOW - height - 3))
            .append("\">")
            .append(counts[i])
            .append("</text>");
      }
    }
    return svg.append(LineChart.hair(ABOVE, HEIGHT - BELOW))
        .append(LineChart.badge(badge, SIDE, 0))
        .append("</svg></div>")
        .toString();
  }
}

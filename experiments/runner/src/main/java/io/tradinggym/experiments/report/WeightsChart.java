package io.tradinggym.experiments.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What was held over time as inline SVG: weights stacked on one another, cash on top; short positions below the line.
 */
final class WeightsChart {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 220;
  private static final int LEFT = 74;
  private static final int RIGHT = 14;
  private static final int TOP = 24;
  private static final int BOTTOM = 26;

  private final ReportData.Sample sample;
  private final Axis axis;

  WeightsChart(ReportData.Sample sample, Axis axis) {
    this.sample = sample;
    this.axis = axis;
  }

  String html() {
    List<Integer> kept = LineChart.kept(sample.times().size());
    double most = 1;
    double least = 0;
    for (int t : kept) {
      double longs = 0;
      double shorts = 0;
      for (ReportData.Asset asset : sample.assets()) {
        double weight = asset.weights().get(t);
        longs += Math.max(0, weight);
        shorts += Math.min(0, weight);
      }
      most = Math.max(most, longs);
      least = Math.min(least, shorts);
    }
    Scale up = new Scale(least, most, HEIGHT - BOTTOM, TOP);
    Scale across = new Scale(0, Math.max(1, kept.size() - 1), LEFT, WIDTH - RIGHT);
    StringBuilder svg =
        new StringBuilder(LineChart.open("Weights over time", WIDTH, HEIGHT))
            .append(readOut(kept))
            .append('>');
    double[] longs = new double[kept.size()];
    double[] shorts = new double[kept.size()];
    List<String> legend = new ArrayList<>();
    for (int i = 0; i < sample.assets().size(); i++) {
      ReportData.Asset asset = sample.assets().get(i);
      String style = "a" + i % Page.PALETTE;
      layer(svg, asset.name(), style, kept, asset.weights(), 1, longs, across, up);
      if (least < 0) {
        layer(svg, asset.name(), style, kept, asset.weights(), -1, shorts, across, up);
      }
      legend.add(LineChart.place(asset.name(), style));
    }
    frame(svg, kept, up);
    return svg.append(LineChart.hair(TOP, HEIGHT - BOTTOM))
        .append(LineChart.badge(Origin.badge(axis.simulated()), LEFT, 0))
        .append("</svg></div><ul class=\"legend\">")
        .append(String.join("", legend))
        .append("<li class=\"cash\">cash</li></ul>")
        .toString();
  }

  private String readOut(List<Integer> kept) {
    ReadOut readOut = new ReadOut(kept.stream().map(axis::exact).toList());
    for (int i = 0; i < sample.assets().size(); i++) {
      List<Double> weights = sample.assets().get(i).weights();
      readOut.line(
          sample.assets().get(i).name(),
          "a" + i % Page.PALETTE,
          kept.stream().map(t -> Text.percent(weights.get(t))).toList());
    }
    return readOut.attributes(LEFT, WIDTH - RIGHT);
  }

  private static void layer(
      StringBuilder svg,
      String name,
      String style,
      List<Integer> kept,
      List<Double> weights,
      int side,
      double[] floor,
      Scale across,
      Scale up) {
    StringBuilder top = new StringBuilder();
    StringBuilder bottom = new StringBuilder();
    for (int i = 0; i < kept.size(); i++) {
      String x = Text.pixel(across.pixel(i));
      bottom.insert(0, x + "," + Text.pixel(up.pixel(floor[i])) + " ");
      floor[i] += side * Math.max(0, side * weights.get(kept.get(i)));
      top.append(x).append(',').append(Text.pixel(up.pixel(floor[i]))).append(' ');
    }
    svg.append("<polygon data-name=\"")
        .append(Text.escape(name))
        .append("\" class=\"layer ")
        .append(style)
        .append("\" points=\"")
        .append(top)
        .append(bottom)
        .append("\"/>");
  }

  private void frame(StringBuilder svg, List<Integer> kept, Scale up) {
    for (double tick : up.ticks(4)) {
      svg.append("<text class=\"y\" x=\"")
          .append(LEFT - 6)
          .append("\" y=\"")
          .append(Text.pixel(up.pixel(tick) + 4))
          .append("\">")
          .append(Math.round(tick * 100))
          .append(" %</text>");
    }
    int labels = 7;
    for (int i = 0; i < labels; i++) {
      String anchor = i == 0 ? "start" : i == labels - 1 ? "end" : "middle";
      double at = LEFT + (WIDTH - RIGHT - LEFT) * (double) i / (labels - 1);
      int step = kept.get((kept.size() - 1) * i / (labels - 1));
      svg.append("<text class=\"x\" text-anchor=\"")
          .append(anchor)
          .append("\" x=\"")
          .append(Text.pixel(at))
          .append("\" y=\"")
          .append(HEIGHT - 6)
          .append("\">")
          .append(axis.mark(axis.positions().get(step)))
          .append("</text>");
    }
  }
}

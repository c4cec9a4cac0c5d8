package io.tradinggym.data.feature;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;

/**
 * A ta4j indicator as a column. It is shown one bar at a time and asked for that bar, so that an indicator which looks
 * ahead finds nothing there. Slow beside the fused columns, and it allocates.
 */
final class Ta4jColumn implements Kernel {
  private static final NumFactory NUMBERS = DoubleNumFactory.getInstance();

  /** Bars of the trial; who has no number by then has none for its own reasons. */
  private static final int LONGEST = 2_000;

  private final Graph graph;
  private final String text;
  private BarSeries series;
  private Indicator<?> indicator;

  private Ta4jColumn(Graph graph, String text) {
    this.graph = graph;
    this.text = text;
    series = empty();
    indicator = Ta4jIndicator.parse(text, series);
  }

  static Column of(Graph g, String text) {
    return g.column("ta4j:" + text, warmUp(text), new Ta4jColumn(g, text), g.close());
  }

  /** What the indicator says of itself, or longer: nested ones say too little, so that it is tried on waves. */
  private static int warmUp(String text) {
    BarSeries waves = empty();
    append(waves, 0, 100, 101, 99, 100, 1_000);
    Indicator<?> tried = Ta4jIndicator.parse(text, waves);
    int stated = Math.max(0, tried.getCountOfUnstableBars());
    int bar = 0;
    while (bar < LONGEST && (bar < stated || Double.isNaN(number(tried.getValue(bar))))) {
      bar++;
      double close = 100 + bar % 7 + bar % 11;
      append(waves, bar * 86_400_000L, close - 1, close + 1, close - 2, close, 1_000 + bar % 5);
    }
    return bar;
  }

  private static BarSeries empty() {
    return new BaseBarSeriesBuilder().withNumFactory(NUMBERS).build();
  }

  @Override
  public void fill(double[] out, int from, int to) {
    if (series.getBarCount() > from) {
      series = empty();
      indicator = Ta4jIndicator.parse(text, series);
    }
    for (int t = series.getBarCount(); t < to; t++) {
      append(
          series,
          graph.times()[t],
          graph.open().values()[t],
          graph.high().values()[t],
          graph.low().values()[t],
          graph.close().values()[t],
          graph.volume().values()[t]);
      double value = number(indicator.getValue(t));
      if (t >= from) {
        out[t] = value;
      }
    }
  }

  private static double number(@Nullable Object value) {
    return switch (value) {
      case Num num -> num.doubleValue();
      case Boolean flag -> flag ? 1 : 0;
      case Number plain -> plain.doubleValue();
      case null, default ->
          throw new IllegalArgumentException(
              "a ta4j indicator must give numbers or flags, was " + value);
    };
  }

  private static void append(
      BarSeries series, long time, double o, double h, double l, double c, double v) {
    Instant end = Instant.ofEpochMilli(time);
    int last = series.getBarCount() - 1;
    Duration period =
        last < 0 ? Duration.ofDays(1) : Duration.between(series.getBar(last).getEndTime(), end);
    series.addBar(
        new BaseBar(
            period,
            end.minus(period),
            end,
            NUMBERS.numOf(o),
            NUMBERS.numOf(h),
            NUMBERS.numOf(l),
            NUMBERS.numOf(c),
            NUMBERS.numOf(v),
            NUMBERS.numOf(c * v),
            0));
  }
}

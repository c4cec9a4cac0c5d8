package io.tradinggym.examples.lessons.twin;

import io.tradinggym.data.feature.Catalog;
import io.tradinggym.data.feature.FeatureColumns;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.examples.lessons.kit.Simulated;
import io.tradinggym.experiments.statistics.Returns;
import io.tradinggym.experiments.statistics.Sample;
import io.tradinggym.market.process.GeometricBrownian;
import java.util.List;

/** Lesson 3: rules from technical indicators, sought on the first half of a history and held to the second. */
public final class IndicatorHunt {
  private static final String INDICATORS =
      "rsi(5), rsi(9), rsi(14), rsi(21), rsi(28), smaDistance(5), smaDistance(10),"
          + " smaDistance(20), smaDistance(50), smaDistance(100), smaDistance(150),"
          + " smaDistance(200), emaDistance(5), emaDistance(10), emaDistance(20), emaDistance(50),"
          + " emaDistance(100), roc(1), roc(2), roc(3), roc(5), roc(10), roc(20), roc(40),"
          + " roc(60)";

  private static final int WARM_UP = 250;

  private IndicatorHunt() {}

  /**
   * What a rule earned.
   *
   * @param name indicator, and the side that is taken when it is high
   * @param before Sharpe ratio a year on the first half
   * @param after the same on the second half
   */
  public record Rule(String name, double before, double after) {}

  /**
   * Fifty rules on noise: each of 25 indicators, followed and faded. Long above the median of the first half, else
   * short; no costs.
   *
   * @param bars of each history, &gt; 300
   * @param seed of the history
   */
  public static List<Rule> rules(int bars, long seed) {
    PriceBars history = Simulated.bars(GeometricBrownian.noise(1, 0.2, 252), bars, seed);
    FeatureColumns columns = new FeatureColumns(Catalog.standard().parse(INDICATORS));
    columns.compute(history);
    int middle = (WARM_UP + bars) / 2;
    List<Rule> rules = new java.util.ArrayList<>();
    for (int f = 0; f < columns.names().size(); f++) {
      double[] known = new double[middle - WARM_UP];
      for (int i = 0; i < known.length; i++) {
        known[i] = columns.value(f, WARM_UP + i);
      }
      double median = Sample.quantile(known, 0.5);
      for (int side = -1; side <= 1; side += 2) {
        rules.add(
            new Rule(
                (side > 0 ? "follow " : "fade ") + columns.names().get(f),
                sharpe(columns, f, side, median, history, WARM_UP, middle),
                sharpe(columns, f, side, median, history, middle, bars - 1)));
      }
    }
    return rules;
  }

  private static double sharpe(
      FeatureColumns columns, int f, int side, double median, PriceBars bars, int from, int to) {
    double[] returns = new double[to - from];
    for (int i = 0; i < returns.length; i++) {
      int bar = from + i;
      int position = columns.value(f, bar) > median ? side : -side;
      returns[i] = position * (bars.close(bar + 1) / bars.close(bar) - 1);
    }
    return Returns.sharpe(returns, 0, 252);
  }
}

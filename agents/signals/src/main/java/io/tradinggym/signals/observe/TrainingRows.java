package io.tradinggym.signals.observe;

import io.tradinggym.data.feature.FeatureColumns;
import io.tradinggym.data.feature.NamedFeature;
import io.tradinggym.data.label.HorizonLabels;
import io.tradinggym.data.label.Label;
import io.tradinggym.data.label.Uniqueness;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.Sources;
import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Clock;
import io.tradinggym.signals.model.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Features, outcomes and weights of one path of an asset.
 *
 * @param table a row a bar
 * @param targets 1 where the close is higher after the horizon, 0 where it is not, NaN where that is not known
 * @param weights uniqueness of the outcomes
 */
record TrainingRows(Table table, float[] targets, float[] weights) {
  /** Fewer bars than this teach nothing. */
  static final int LEAST = 250;

  /** The rows of bars, or null if there are too few. */
  static @Nullable TrainingRows of(
      PriceBars bars, List<NamedFeature> features, Sources sources, int horizon) {
    if (bars.size() < LEAST) {
      return null;
    }
    FeatureColumns columns = new FeatureColumns(features, sources);
    columns.compute(bars);
    List<Label> labels = HorizonLabels.direction(bars, horizon);
    double[] unique = Uniqueness.of(labels).weights();
    float[] targets = new float[bars.size()];
    float[] weights = new float[bars.size()];
    Arrays.fill(targets, Float.NaN);
    Arrays.fill(weights, 1);
    for (int i = 0; i < unique.length; i++) {
      targets[labels.get(i).entry()] = labels.get(i).outcome();
      weights[labels.get(i).entry()] = (float) unique[i];
    }
    return new TrainingRows(Table.of(columns, bars, 0), targets, weights);
  }

  /** An asset's bars from its first trade on, as an observer of the market sees them one by one. */
  static PriceBars bars(Bars bars, Clock clock, int asset) {
    PriceBars out = new PriceBars();
    for (int bar = 0; bar < bars.length(); bar++) {
      if (out.size() > 0 || bars.traded(asset, bar)) {
        clock.set(bar);
        append(out, clock.view(), asset);
      }
    }
    return out;
  }

  /** The present bar. */
  static void append(PriceBars out, AsOf view, int asset) {
    out.append(
        view.closeTime(),
        view.open(asset, 0),
        view.high(asset, 0),
        view.low(asset, 0),
        view.close(asset, 0),
        view.volume(asset, 0));
  }

  /** Rows whose outcome is known and that have so many bars before them. */
  int[] known(int lookBack) {
    return IntStream.range(lookBack, targets.length)
        .filter(row -> !Float.isNaN(targets[row]))
        .toArray();
  }

  /** Several paths one after the other: no outcome of one reaches into the next. */
  static TrainingRows stacked(List<TrainingRows> paths) {
    int rows = paths.stream().mapToInt(path -> path.targets.length).sum();
    int width = paths.getFirst().table.width();
    long[] times = new long[rows];
    float[] values = new float[rows * width];
    float[] targets = new float[rows];
    float[] weights = new float[rows];
    int at = 0;
    for (TrainingRows path : paths) {
      int count = path.targets.length;
      System.arraycopy(path.table.times(), 0, times, at, count);
      System.arraycopy(path.table.values(), 0, values, at * width, count * width);
      System.arraycopy(path.targets, 0, targets, at, count);
      System.arraycopy(path.weights, 0, weights, at, count);
      at += count;
    }
    return new TrainingRows(
        new Table(paths.getFirst().table.names(), times, values), targets, weights);
  }
}

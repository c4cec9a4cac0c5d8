package io.tradinggym.market.feature;

import io.tradinggym.market.data.Bars;
import io.tradinggym.market.instrument.Instrument;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Those features of a {@link FeatureTable} that see nothing but closes and volumes of their own asset, computed asset
 * by asset and feature by feature over pieces of a path.
 */
final class FeaturePaths {
  private final FeatureSet set;
  private final double[] tick;
  private final int[] columns;
  private final PathState[] states;
  private final int[] warmUp;

  FeaturePaths(FeatureSet set, List<Instrument> instruments) {
    this.set = set;
    tick = instruments.stream().mapToDouble(instrument -> instrument.toPrice(1)).toArray();
    List<Feature> features = set.features();
    Feature.State[] all = features.stream().map(Feature::create).toArray(Feature.State[]::new);
    columns = IntStream.range(0, all.length).filter(i -> all[i] instanceof PathState).toArray();
    states = Arrays.stream(columns).mapToObj(i -> all[i]).toArray(PathState[]::new);
    warmUp = Arrays.stream(columns).map(i -> features.get(i).warmUp()).toArray();
  }

  int size() {
    return columns.length;
  }

  /** Writes into a table whose rows are the bars, each with all features of asset 0, then of asset 1, and so on. */
  void fill(Bars bars, Scratch scratch, float[] table) {
    for (int asset = 0; asset < tick.length; asset++) {
      int first = 0;
      while (first < bars.length() && !bars.traded(asset, first)) {
        clear(table, first++, asset);
      }
      scratch.path.read(bars, asset, first, tick[asset]);
      for (PathState state : states) {
        state.reset();
      }
      int length = bars.length() - first;
      for (int from = 0; from < length; from += Path.BLOCK) {
        int to = Math.min(from + Path.BLOCK, length);
        float[] values = scratch.values(columns.length);
        for (int i = 0; i < columns.length; i++) {
          states[i].fill(scratch.path, from, to, scratch.column);
          set.scale(columns[i], scratch.column, to - from, values, i * Path.BLOCK);
          int blank = Math.clamp(warmUp[i] - from, 0, to - from);
          Arrays.fill(values, i * Path.BLOCK, i * Path.BLOCK + blank, 0);
        }
        for (int bar = from; bar < to; bar++) {
          write(values, bar - from, table, first + bar, asset);
        }
      }
    }
  }

  private void write(float[] values, int at, float[] table, int bar, int asset) {
    int to = row(bar, asset);
    for (int i = 0; i < columns.length; i++) {
      float value = values[i * Path.BLOCK + at];
      if (Float.isNaN(value)) {
        throw FeatureRow.noNumber(set, columns[i], asset, bar);
      }
      table[to + columns[i]] = value;
    }
  }

  private void clear(float[] table, int bar, int asset) {
    int to = row(bar, asset);
    for (int column : columns) {
      table[to + column] = 0;
    }
  }

  private int row(int bar, int asset) {
    return (bar * tick.length + asset) * set.size();
  }

  /** What a thread computes with. */
  static final class Scratch {
    final Path path = new Path();
    final double[] column = new double[Path.BLOCK];
    private float[] values = {};

    private float[] values(int features) {
      if (values.length < features * Path.BLOCK) {
        values = new float[features * Path.BLOCK];
      }
      return values;
    }
  }
}

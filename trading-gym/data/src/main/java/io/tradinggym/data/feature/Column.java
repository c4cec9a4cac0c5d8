package io.tradinggym.data.feature;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers of one asset, one a bar: prices, what is joined to them and what is computed. NaN before the first bar. */
public final class Column {
  /** First bar of a column that has no value yet. */
  static final int NEVER = Integer.MAX_VALUE / 2;

  private final String key;
  private final int lag;
  private final @Nullable Kernel kernel;
  private final Column[] inputs;
  private double[] values = new double[0];
  private int first;

  Column(String key, int lag, @Nullable Kernel kernel, Column... inputs) {
    this.key = key;
    this.lag = lag;
    this.kernel = kernel;
    this.inputs = inputs;
    first = lag;
    for (Column input : inputs) {
      first = Math.max(first, input.first + lag);
    }
  }

  /** {@return what the column is, unique in its graph, such as {@code close}} */
  public String key() {
    return key;
  }

  /** {@return the numbers, at least as many as bars; the array changes when bars are added} */
  public double[] values() {
    return values;
  }

  /** {@return the index, from 0, of the first bar with a value} */
  public int first() {
    return first;
  }

  void first(int bar) {
    first = bar;
  }

  void reserve(int bars) {
    if (values.length < bars) {
      int had = values.length;
      values = Arrays.copyOf(values, Math.max(bars, had + had / 2));
    }
  }

  /** Computes bars {@code from .. to - 1}. */
  void advance(int from, int to) {
    if (kernel == null) {
      return;
    }
    int start = 0;
    for (Column input : inputs) {
      start = Math.max(start, input.first);
    }
    first = Math.min(start + lag, NEVER);
    int begin = Math.max(from, Math.min(first, to));
    Arrays.fill(values, from, begin, Double.NaN);
    if (begin < to) {
      kernel.fill(values, begin, to);
    }
  }
}

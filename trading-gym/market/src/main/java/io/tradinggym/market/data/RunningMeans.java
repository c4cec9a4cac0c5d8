package io.tradinggym.market.data;

import java.util.Arrays;

/**
 * Sums of the latest closes, carried from bar to bar. They are whole numbers of ticks, so a sum that was carried and
 * one that was made anew are the same. One place for each length that is asked for, by asset.
 */
final class RunningMeans {
  /** A bar that no sum stands at. */
  private static final int NOWHERE = -2;

  private final Bars bars;
  private final int assets;
  private int[] lengths = {};
  private int[] at = {};
  private long[] sums = {};

  RunningMeans(Bars bars) {
    this.bars = bars;
    assets = bars.assets();
  }

  void clear() {
    Arrays.fill(at, NOWHERE);
  }

  /** Sum of {@code count} closes up to a bar. */
  long sum(int asset, int count, int bar) {
    int slot = slot(count) * assets + asset;
    if (at[slot] == bar) {
      return sums[slot];
    }
    long sum;
    if (at[slot] == bar - 1 && bar >= count) {
      sum = sums[slot] + bars.close(asset, bar) - bars.close(asset, bar - count);
    } else {
      sum = 0;
      for (int i = bar - count + 1; i <= bar; i++) {
        sum += bars.close(asset, i);
      }
    }
    at[slot] = bar;
    sums[slot] = sum;
    return sum;
  }

  private int slot(int count) {
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] == count) {
        return i;
      }
    }
    int slot = lengths.length;
    lengths = Arrays.copyOf(lengths, slot + 1);
    lengths[slot] = count;
    sums = Arrays.copyOf(sums, sums.length + assets);
    at = Arrays.copyOf(at, at.length + assets);
    Arrays.fill(at, at.length - assets, at.length, NOWHERE);
    return slot;
  }
}

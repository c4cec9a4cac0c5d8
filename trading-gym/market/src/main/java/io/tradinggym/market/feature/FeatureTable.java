package io.tradinggym.market.feature;

import io.tradinggym.api.Frame;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Clock;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.instrument.Instrument;
import java.util.List;

/**
 * Features of every asset at every bar of an episode, each known at its bar's close. The memory is one array in which a
 * window of bars lies in one piece, so that an observation is one copy:
 *
 * <pre>
 *   | bar 0: asset 0 f0 f1 f2, asset 1 f0 f1 f2 | bar 1: asset 0 f0 f1 f2, asset 1 ... | ...
 * </pre>
 */
public final class FeatureTable {
  private final FeatureSet set;
  private final FeatureRow row;
  private final Bars bars;
  private final Clock clock;
  private final float[] values;
  private boolean settled;

  /**
   * A table for bars, all zero until {@link #refill}.
   *
   * @param set the features
   * @param instruments what is traded, in order
   * @param bars the bars
   */
  public FeatureTable(FeatureSet set, List<Instrument> instruments, Bars bars) {
    this.set = set;
    this.bars = bars;
    row = new FeatureRow(set, bars.assets());
    clock = new Clock(bars, instruments);
    values = new float[Math.multiplyExact(row.size(), bars.length())];
  }

  /** Computes all bars, after a tape has drawn a new path; history is computed once. Allocates nothing. */
  public void refill() {
    if (settled) {
      return;
    }
    row.reset();
    for (int bar = 0; bar < bars.length(); bar++) {
      clock.set(bar);
      row.next(clock.view(), values, bar * row.size());
    }
    settled = bars instanceof MarketData;
  }

  /** {@return what the columns are} */
  public FeatureSet set() {
    return set;
  }

  /** {@return the first bar at whose close all features of an asset that trades from the first bar on are known} */
  public int warmUp() {
    return set.warmUp();
  }

  /** {@return the numbers in one bar: assets x features} */
  public int rowSize() {
    return row.size();
  }

  /**
   * {@return one value}
   *
   * @param asset index of the asset, from 0
   * @param bar index of the bar, from 0
   * @param feature index of the feature, from 0
   */
  public float value(int asset, int bar, int feature) {
    return values[bar * row.size() + asset * set.size() + feature];
  }

  /**
   * Writes the rows of the bars {@code from .. from + count - 1}, the oldest first, into an observation.
   *
   * @param frame the observation
   * @param at index of the first number written
   * @param from the beginning, included
   * @param count how many, &gt;= 1
   */
  public void observe(Frame frame, int at, int from, int count) {
    frame.observe(at, values, from * row.size(), count * row.size());
  }
}

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
  private static final ThreadLocal<FeaturePaths.Scratch> SCRATCH =
      ThreadLocal.withInitial(FeaturePaths.Scratch::new);

  private final FeatureSet set;
  private final FeaturePaths paths;
  private final FeatureRow row;
  private final Bars bars;
  private final Clock clock;
  private final float[] values;
  private boolean settled;

  /**
   * A table for bars, all zero until {@link #refill}.
   *
   * @param set the columns; all of them have learned
   * @param instruments of the bars, by asset
   * @param bars of one lane; their content may change before a {@link #refill}
   */
  public FeatureTable(FeatureSet set, List<Instrument> instruments, Bars bars) {
    this.set = set;
    this.bars = bars;
    paths = new FeaturePaths(set, instruments);
    row = FeatureRow.besidePaths(set, bars.assets());
    clock = new Clock(bars, instruments);
    values = new float[Math.multiplyExact(row.size(), bars.length())];
  }

  /** Computes all bars, after a tape has drawn a new path; history is computed once. Allocates nothing. */
  public void refill() {
    if (settled) {
      return;
    }
    boolean history = bars instanceof MarketData;
    // history may be long and is read once: nothing of it is kept
    paths.fill(bars, history ? new FeaturePaths.Scratch() : SCRATCH.get(), values);
    if (paths.size() < set.size()) {
      refillByBar();
    }
    settled = history;
  }

  /** {@return whether all is computed for good: history that does not change} */
  public boolean isSettled() {
    return settled;
  }

  private void refillByBar() {
    clock.rewind();
    row.reset();
    for (int bar = 0; bar < bars.length(); bar++) {
      clock.set(bar);
      row.next(clock.view(), values, bar * row.size());
    }
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
   * {@return one value, at most {@link FeatureRow#LIMIT} in size; 0 before its warm-up}
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
   * @param frame whose observation is written
   * @param at index in the observation of the first number written
   * @param from index of the first bar, from 0
   * @param count bars, &gt;= 1
   */
  public void observe(Frame frame, int at, int from, int count) {
    frame.observe(at, values, from * row.size(), count * row.size());
  }
}

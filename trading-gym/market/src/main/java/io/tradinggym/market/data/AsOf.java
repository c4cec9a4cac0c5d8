package io.tradinggym.market.data;

import io.tradinggym.market.instrument.Instrument;
import java.util.List;

/**
 * Market data as of now: the only handle that features and signals are given. It counts backwards from now, {@code 0}
 * is the bar that has just closed, and there is no way to ask for a later one.
 */
public final class AsOf {
  private final Bars bars;
  private final double[] tick;
  private int now;

  /**
   * A view at the first bar; whoever owns the clock moves it.
   *
   * @param instruments of the bars, by asset
   */
  AsOf(Bars bars, List<Instrument> instruments) {
    this.bars = bars;
    tick = instruments.stream().mapToDouble(instrument -> instrument.toPrice(1)).toArray();
  }

  /** Moves the clock. Only its owner, in this package's {@link Clock}, can. */
  void now(int bar) {
    now = bar;
  }

  /** Bars that have closed, this one included: {@code barsAgo} may be at most one less. */
  public int known() {
    return now + 1;
  }

  /** When the present bar closed, epoch milliseconds UTC. */
  public long closeTime() {
    return bars.closeTime(now);
  }

  /** First price of a bar. */
  public double open(int asset, int barsAgo) {
    return bars.open(asset, bar(barsAgo)) * tick[asset];
  }

  /** Highest price of a bar. */
  public double high(int asset, int barsAgo) {
    return bars.high(asset, bar(barsAgo)) * tick[asset];
  }

  /** Lowest price of a bar. */
  public double low(int asset, int barsAgo) {
    return bars.low(asset, bar(barsAgo)) * tick[asset];
  }

  /** Last price of a bar. */
  public double close(int asset, int barsAgo) {
    return bars.close(asset, bar(barsAgo)) * tick[asset];
  }

  /** Traded quantity of a bar, lots. */
  public double volume(int asset, int barsAgo) {
    return bars.volume(asset, bar(barsAgo));
  }

  /** Whether the asset traded in a bar. */
  public boolean traded(int asset, int barsAgo) {
    return bars.traded(asset, bar(barsAgo));
  }

  private int bar(int barsAgo) {
    if (barsAgo < 0) {
      throw new IllegalArgumentException(
          "barsAgo must be >= 0: the future is not known, was " + barsAgo);
    }
    if (barsAgo > now) {
      throw new IllegalArgumentException(
          "barsAgo must be at most " + now + " (the first bar), was " + barsAgo);
    }
    return now - barsAgo;
  }
}

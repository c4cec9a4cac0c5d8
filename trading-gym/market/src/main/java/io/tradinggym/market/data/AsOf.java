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
  private final RunningMeans means;
  private int now;

  /**
   * A view at the first bar; whoever owns the clock moves it.
   *
   * @param instruments of the bars, by asset
   */
  AsOf(Bars bars, List<Instrument> instruments) {
    this.bars = bars;
    tick = instruments.stream().mapToDouble(instrument -> instrument.toPrice(1)).toArray();
    means = new RunningMeans(bars);
  }

  /** Forgets what was summed up of bars that are others now. */
  void forget() {
    means.clear();
  }

  /** Moves the clock. Only its owner, in this package's {@link Clock}, can. */
  void now(int bar) {
    now = bar;
  }

  /** {@return the bars that have closed, this one included: {@code barsAgo} may be at most one less} */
  public int known() {
    return now + 1;
  }

  /** {@return the number of assets} */
  public int assets() {
    return tick.length;
  }

  /** {@return when the present bar closed, epoch milliseconds UTC} */
  public long closeTime() {
    return bars.closeTime(now);
  }

  /**
   * {@return the first price of a bar, in the instrument's currency; 0 before the asset is listed}
   *
   * @param asset index of the asset, from 0
   * @param barsAgo 0 = the present bar, at most {@link #known} - 1
   */
  public double open(int asset, int barsAgo) {
    return bars.open(asset, bar(barsAgo)) * tick[asset];
  }

  /**
   * {@return the highest price of a bar, in the instrument's currency; 0 before the asset is listed}
   *
   * @param asset index of the asset, from 0
   * @param barsAgo 0 = the present bar, at most {@link #known} - 1
   */
  public double high(int asset, int barsAgo) {
    return bars.high(asset, bar(barsAgo)) * tick[asset];
  }

  /**
   * {@return the lowest price of a bar, in the instrument's currency; 0 before the asset is listed}
   *
   * @param asset index of the asset, from 0
   * @param barsAgo 0 = the present bar, at most {@link #known} - 1
   */
  public double low(int asset, int barsAgo) {
    return bars.low(asset, bar(barsAgo)) * tick[asset];
  }

  /**
   * {@return the last price of a bar, in the instrument's currency; 0 before the asset is listed}
   *
   * @param asset index of the asset, from 0
   * @param barsAgo 0 = the present bar, at most {@link #known} - 1
   */
  public double close(int asset, int barsAgo) {
    return bars.close(asset, bar(barsAgo)) * tick[asset];
  }

  /**
   * {@return the last price of the present bar, in the instrument's currency; 0 before the asset is listed}
   *
   * @param asset index of the asset, from 0
   */
  public double close(int asset) {
    return bars.close(asset, now) * tick[asset];
  }

  /**
   * Mean of the latest closes, summed in whole ticks, so that it is the same however the view came here. Asked at every
   * bar it takes the same time for any number of them.
   *
   * @param asset index of the asset, from 0
   * @param count closes, this one included, >= 1
   * @return in the instrument's currency; NaN where fewer are known, or the asset was not listed all that time
   */
  public double mean(int asset, int count) {
    if (count > now + 1 || bars.close(asset, bar(count - 1)) == 0) {
      return Double.NaN;
    }
    return (double) means.sum(asset, count, now) / count * tick[asset];
  }

  /**
   * {@return the highest of so many latest highs, this bar's included, in the instrument's currency; NaN where fewer
   * are known}
   *
   * @param asset index of the asset, from 0
   * @param count bars, this one included, &gt;= 1
   */
  public double highest(int asset, int count) {
    if (count > now + 1) {
      return Double.NaN;
    }
    long highest = Long.MIN_VALUE;
    for (int bar = bar(count - 1); bar <= now; bar++) {
      highest = Math.max(highest, bars.high(asset, bar));
    }
    return highest * tick[asset];
  }

  /**
   * {@return the lowest of so many latest lows, this bar's included, in the instrument's currency; NaN where fewer are
   * known, 0 where the asset was not listed all that time}
   *
   * @param asset index of the asset, from 0
   * @param count bars, this one included, &gt;= 1
   */
  public double lowest(int asset, int count) {
    if (count > now + 1) {
      return Double.NaN;
    }
    long lowest = Long.MAX_VALUE;
    for (int bar = bar(count - 1); bar <= now; bar++) {
      lowest = Math.min(lowest, bars.low(asset, bar));
    }
    return lowest * tick[asset];
  }

  /**
   * Return over so many bars, close to close.
   *
   * @param asset index of the asset, from 0
   * @param count bars, >= 1
   * @return simple return as a fraction; NaN where fewer are known, or the asset was not listed all that time
   */
  public double change(int asset, int count) {
    if (count > now) {
      return Double.NaN;
    }
    double before = bars.close(asset, bar(count));
    return before == 0 ? Double.NaN : bars.close(asset, now) / before - 1;
  }

  /**
   * {@return the traded quantity of a bar, lots}
   *
   * @param asset index of the asset, from 0
   * @param barsAgo 0 = the present bar, at most {@link #known} - 1
   */
  public double volume(int asset, int barsAgo) {
    return bars.volume(asset, bar(barsAgo));
  }

  /**
   * {@return whether the asset traded in a bar}
   *
   * @param asset index of the asset, from 0
   * @param barsAgo 0 = the present bar, at most {@link #known} - 1
   */
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

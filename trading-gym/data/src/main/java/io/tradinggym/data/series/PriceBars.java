package io.tradinggym.data.series;

import io.tradinggym.market.data.Series;
import java.util.Arrays;

/**
 * Bars of one asset in order of time, each known at its close. Prices are as their provider gave them, not rounded to
 * ticks. Bars can be appended, as a live feed does; bars that are there do not change.
 */
public final class PriceBars {
  private long[] closeTimes;
  private double[] open;
  private double[] high;
  private double[] low;
  private double[] close;
  private double[] volume;
  private int size;

  /** No bars yet. */
  public PriceBars() {
    this(
        new long[16],
        new double[16],
        new double[16],
        new double[16],
        new double[16],
        new double[16],
        0);
  }

  private PriceBars(
      long[] closeTimes,
      double[] open,
      double[] high,
      double[] low,
      double[] close,
      double[] volume,
      int size) {
    this.closeTimes = closeTimes;
    this.open = open;
    this.high = high;
    this.low = low;
    this.close = close;
    this.volume = volume;
    this.size = size;
  }

  /**
   * {@return the bars of a series, copied}
   *
   * @param series of one asset
   */
  public static PriceBars of(Series series) {
    return of(
        series.closeTimes(),
        series.open(),
        series.high(),
        series.low(),
        series.close(),
        series.volume());
  }

  /**
   * {@return the bars of columns, copied}
   *
   * @param closeTimes epoch milliseconds UTC, strictly ascending
   * @param open first prices, one a bar
   * @param high highest prices, one a bar
   * @param low lowest prices, one a bar
   * @param close last prices, one a bar
   * @param volume quantity traded in each bar, units of the instrument, >= 0
   * @throws IllegalArgumentException if a bar is out of order, a price is not above 0 or a volume below 0
   */
  public static PriceBars of(
      long[] closeTimes,
      double[] open,
      double[] high,
      double[] low,
      double[] close,
      double[] volume) {
    PriceBars bars = new PriceBars();
    bars.reserve(closeTimes.length);
    for (int bar = 0; bar < closeTimes.length; bar++) {
      bars.append(closeTimes[bar], open[bar], high[bar], low[bar], close[bar], volume[bar]);
    }
    return bars;
  }

  /**
   * Adds a bar.
   *
   * @param closeTime epoch milliseconds UTC, after that of the last bar
   * @param o first price, > 0
   * @param h highest price, > 0
   * @param l lowest price, > 0
   * @param c last price, > 0
   * @param v quantity traded, units of the instrument, >= 0
   * @throws IllegalArgumentException if it does not close after the last one, a price is not above 0 or the volume is
   *     below 0
   */
  public void append(long closeTime, double o, double h, double l, double c, double v) {
    if (size > 0 && closeTime <= closeTimes[size - 1]) {
      throw new IllegalArgumentException(
          "bar "
              + size
              + " closes at "
              + closeTime
              + ", which must be after "
              + closeTimes[size - 1]);
    }
    if (!(o > 0 && h > 0 && l > 0 && c > 0 && v >= 0)
        || h + o + c + v == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "bar "
              + size
              + " must have finite prices above 0 and a volume >= 0, was open "
              + o
              + ", high "
              + h
              + ", low "
              + l
              + ", close "
              + c
              + ", volume "
              + v);
    }
    reserve(size + 1);
    closeTimes[size] = closeTime;
    open[size] = o;
    high[size] = h;
    low[size] = l;
    close[size] = c;
    volume[size] = v;
    size++;
  }

  /** Forgets all bars; keeps the memory. */
  public void clear() {
    size = 0;
  }

  private void reserve(int bars) {
    if (bars > closeTimes.length) {
      int capacity = Math.max(bars, 2 * closeTimes.length);
      closeTimes = Arrays.copyOf(closeTimes, capacity);
      open = Arrays.copyOf(open, capacity);
      high = Arrays.copyOf(high, capacity);
      low = Arrays.copyOf(low, capacity);
      close = Arrays.copyOf(close, capacity);
      volume = Arrays.copyOf(volume, capacity);
    }
  }

  /**
   * {@return the first bars, as bars of their own}
   *
   * @param end index after the last of them, 0 to {@link #size}
   * @throws IllegalArgumentException if it is out of range
   */
  public PriceBars before(int end) {
    if (end < 0 || end > size) {
      throw new IllegalArgumentException("end must be in 0 .. " + size + ", was " + end);
    }
    return new PriceBars(
        Arrays.copyOf(closeTimes, Math.max(end, 1)),
        Arrays.copyOf(open, Math.max(end, 1)),
        Arrays.copyOf(high, Math.max(end, 1)),
        Arrays.copyOf(low, Math.max(end, 1)),
        Arrays.copyOf(close, Math.max(end, 1)),
        Arrays.copyOf(volume, Math.max(end, 1)),
        end);
  }

  /** {@return the number of bars} */
  public int size() {
    return size;
  }

  /**
   * {@return when a bar closed and became known, epoch milliseconds UTC}
   *
   * @param bar index of the bar, from 0
   */
  public long closeTime(int bar) {
    return closeTimes[bar];
  }

  /**
   * {@return the first price of a bar, in the asset's currency}
   *
   * @param bar index of the bar, from 0
   */
  public double open(int bar) {
    return open[bar];
  }

  /**
   * {@return the highest price of a bar, in the asset's currency}
   *
   * @param bar index of the bar, from 0
   */
  public double high(int bar) {
    return high[bar];
  }

  /**
   * {@return the lowest price of a bar, in the asset's currency}
   *
   * @param bar index of the bar, from 0
   */
  public double low(int bar) {
    return low[bar];
  }

  /**
   * {@return the last price of a bar, in the asset's currency}
   *
   * @param bar index of the bar, from 0
   */
  public double close(int bar) {
    return close[bar];
  }

  /**
   * {@return the traded quantity of a bar, units of the instrument}
   *
   * @param bar index of the bar, from 0
   */
  public double volume(int bar) {
    return volume[bar];
  }

  /**
   * {@return the index of the first bar that closes at or after a time; {@link #size} if there is none}
   *
   * @param epochMillis the time, epoch milliseconds UTC
   */
  public int barAt(long epochMillis) {
    int at = Arrays.binarySearch(closeTimes, 0, size, epochMillis);
    return at >= 0 ? at : -at - 1;
  }

  /** {@return the closes as values that are known when their bar closes: how another asset's features see this one} */
  public KnownSeries closes() {
    long[] times = Arrays.copyOf(closeTimes, size);
    return KnownSeries.of(times, times, Arrays.copyOf(close, size));
  }
}

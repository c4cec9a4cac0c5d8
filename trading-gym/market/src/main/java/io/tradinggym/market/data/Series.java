package io.tradinggym.market.data;

import io.tradinggym.market.instrument.Instrument;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bars of one asset before they are aligned with others, in order of time.
 *
 * @param instrument what they are of
 * @param closeTimes epoch milliseconds UTC, strictly ascending
 * @param open first prices, one a bar, in the instrument's currency, as are high, low and close
 * @param high highest prices, one a bar
 * @param low lowest prices, one a bar
 * @param close last prices, one a bar
 * @param volume quantity traded in each bar, in units of the instrument, such as shares
 * @param perpetual marks and funding, row by row; null for what has none
 * @param events dividends and splits, row by row, of prices as printed; null for what has none
 * @param quotes bid and ask, row by row; null where they are not known
 * @param repairs what was wrong with the file and what was done about it, a line each; empty where nothing was
 */
public record Series(
    Instrument instrument,
    long[] closeTimes,
    double[] open,
    double[] high,
    double[] low,
    double[] close,
    double[] volume,
    @Nullable MarkAndFunding perpetual,
    @Nullable CorporateEvents events,
    @Nullable BidAsk quotes,
    List<String> repairs) {

  /**
   * Bars without dividends and splits of their own.
   *
   * @param instrument what they are of
   * @param closeTimes when each bar closed, UTC epoch milliseconds, ascending
   * @param open first prices in the instrument's currency, one a bar
   * @param high highest prices, one a bar
   * @param low lowest prices, one a bar
   * @param close last prices, one a bar
   * @param volume quantity traded in each bar, in units of the instrument, such as shares
   * @param perpetual marks and funding; null for other instruments
   */
  public Series(
      Instrument instrument,
      long[] closeTimes,
      double[] open,
      double[] high,
      double[] low,
      double[] close,
      double[] volume,
      @Nullable MarkAndFunding perpetual) {
    this(instrument, closeTimes, open, high, low, close, volume, perpetual, null, null, List.of());
  }

  /**
   * Bars without marks and funding of their own.
   *
   * @param instrument what they are of
   * @param closeTimes when each bar closed, UTC epoch milliseconds, ascending
   * @param open first prices in the instrument's currency, one a bar
   * @param high highest prices, one a bar
   * @param low lowest prices, one a bar
   * @param close last prices, one a bar
   * @param volume quantity traded in each bar, in units of the instrument, such as shares
   */
  public Series(
      Instrument instrument,
      long[] closeTimes,
      double[] open,
      double[] high,
      double[] low,
      double[] close,
      double[] volume) {
    this(instrument, closeTimes, open, high, low, close, volume, null);
  }

  /**
   * {@return the same bars with marks and funding}
   *
   * @param marks one row a bar, instead of those there are
   */
  public Series with(MarkAndFunding marks) {
    return new Series(
        instrument, closeTimes, open, high, low, close, volume, marks, events, quotes, repairs);
  }

  /**
   * {@return the same bars with dividends and splits}
   *
   * @param others one row a bar, instead of those there are
   */
  public Series with(CorporateEvents others) {
    return new Series(
        instrument, closeTimes, open, high, low, close, volume, perpetual, others, quotes, repairs);
  }

  /**
   * {@return the same bars with bid and ask}
   *
   * @param known one row a bar, instead of those there are
   */
  public Series with(BidAsk known) {
    return new Series(
        instrument, closeTimes, open, high, low, close, volume, perpetual, events, known, repairs);
  }

  /**
   * {@return the same bars, of which it is said what was repaired}
   *
   * @param lines a defect and its repair each, after those that are known
   */
  public Series repaired(List<String> lines) {
    return new Series(
        instrument,
        closeTimes,
        open,
        high,
        low,
        close,
        volume,
        perpetual,
        events,
        quotes,
        Stream.concat(repairs.stream(), lines.stream()).toList());
  }

  /** Checks lengths and order. */
  public Series {
    repairs = List.copyOf(repairs);
    int n = closeTimes.length;
    if (open.length != n
        || high.length != n
        || low.length != n
        || close.length != n
        || volume.length != n
        || (perpetual != null && perpetual.close().length != n)
        || (events != null && events.dividend().length != n)
        || (quotes != null && quotes.length() != n)) {
      throw new IllegalArgumentException(
          instrument.symbol() + ": all columns must have " + n + " rows");
    }
    for (int i = 1; i < n; i++) {
      if (closeTimes[i] <= closeTimes[i - 1]) {
        throw new IllegalArgumentException(
            instrument.symbol() + ": times must ascend, row " + i + " is not after the one before");
      }
    }
  }

  /**
   * {@return the bars {@code from .. to - 1}, marks and funding left out}
   *
   * @param from index of the first bar
   * @param to index of the bar after the last
   */
  public Series slice(int from, int to) {
    return new Series(
        instrument,
        Arrays.copyOfRange(closeTimes, from, to),
        Arrays.copyOfRange(open, from, to),
        Arrays.copyOfRange(high, from, to),
        Arrays.copyOfRange(low, from, to),
        Arrays.copyOfRange(close, from, to),
        Arrays.copyOfRange(volume, from, to),
        null,
        events == null ? null : events.slice(from, to),
        quotes == null ? null : quotes.slice(from, to),
        repairs);
  }

  /** {@return the number of bars} */
  public int length() {
    return closeTimes.length;
  }
}

package io.tradinggym.market.data.csv;

import org.jspecify.annotations.Nullable;

/**
 * One line of a file of bars, as it stands there.
 *
 * @param line 1-based
 * @param time epoch milliseconds UTC of the stamp: the bar's day, or the time it starts
 * @param adjusted adjusted close, NaN if the file has none
 * @param dividend per share, paid on this day, 0 if the file has none
 * @param split ratio that takes effect on this day, 0 if none
 * @param quote what was bid and asked; null if the file does not say
 */
record Row(
    int line,
    long time,
    double open,
    double high,
    double low,
    double close,
    double adjusted,
    double volume,
    double dividend,
    double split,
    @Nullable Quote quote) {

  /** The same bar with other prices of trades, and other quotes. */
  private Row with(double first, double top, double bottom, @Nullable Quote quotes) {
    return new Row(
        line, time, first, top, bottom, close, adjusted, volume, dividend, split, quotes);
  }

  /** Its four prices. */
  Quote.Side prices() {
    return new Quote.Side(open, high, low, close);
  }

  /** The same bar with bid and ask. */
  Row with(Quote quotes) {
    return with(open, high, low, quotes);
  }

  /** The same bar at the middle of bid and ask. */
  Row middle(Quote quotes) {
    Quote.Side middle = quotes.middle();
    return new Row(
        line,
        time,
        middle.open(),
        middle.high(),
        middle.low(),
        middle.close(),
        adjusted,
        volume,
        dividend,
        split,
        quotes);
  }

  /** The same bar at another time. */
  Row at(long other) {
    return new Row(line, other, open, high, low, close, adjusted, volume, dividend, split, quote);
  }

  /** The same bar with another adjusted close, dividend and split. */
  Row with(double adjustedClose, double paid, double ratio) {
    return new Row(line, time, open, high, low, close, adjustedClose, volume, paid, ratio, quote);
  }

  /** Prices, the dividend among them, times one number, and the volume times another. */
  Row scaled(double price, double volumes) {
    return printed(price, volumes, adjusted * price);
  }

  /** Scaled, but for the adjusted close, which knew of the split already. */
  Row printed(double price, double volumes) {
    return printed(price, volumes, adjusted);
  }

  private Row printed(double price, double volumes, double adjustedClose) {
    return new Row(
        line,
        time,
        open * price,
        high * price,
        low * price,
        close * price,
        adjustedClose,
        volume * volumes,
        dividend * price,
        split,
        quote == null ? null : quote.scaled(price));
  }

  /** Of a bar whose open is of another scale only the close. */
  Row closing() {
    return with(close, close, close, quote == null ? null : quote.closing());
  }

  /** Without what lies beyond open and close. */
  Row cut() {
    double top = Math.max(open, close);
    double bottom = Math.min(open, close);
    return with(open, top, bottom, quote == null ? null : quote.cut());
  }

  /** Holding open and close. */
  Row widened() {
    double top = Math.max(Math.max(open, close), Math.max(high, low));
    double bottom = Math.min(Math.min(open, close), Math.min(high, low));
    return with(open, top, bottom, quote == null ? null : quote.widened());
  }
}

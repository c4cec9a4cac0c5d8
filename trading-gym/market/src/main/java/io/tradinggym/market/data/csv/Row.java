package io.tradinggym.market.data.csv;

/**
 * One line of a file of bars, as it stands there.
 *
 * @param line 1-based
 * @param time epoch milliseconds UTC of the stamp: the bar's day, or the time it starts
 * @param adjusted adjusted close, NaN if the file has none
 * @param dividend per share, paid on this day, 0 if the file has none
 * @param split ratio that takes effect on this day, 0 if none
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
    double split) {

  /** The same bar at another time. */
  Row at(long other) {
    return new Row(line, other, open, high, low, close, adjusted, volume, dividend, split);
  }

  /** The same bar with another adjusted close, dividend and split. */
  Row with(double adjustedClose, double paid, double ratio) {
    return new Row(line, time, open, high, low, close, adjustedClose, volume, paid, ratio);
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
        split);
  }

  /** Of a bar whose open is of another scale only the close. */
  Row closing() {
    return new Row(line, time, close, close, close, close, adjusted, volume, dividend, split);
  }

  /** Without what lies beyond open and close. */
  Row cut() {
    double top = Math.max(open, close);
    double bottom = Math.min(open, close);
    return new Row(line, time, open, top, bottom, close, adjusted, volume, dividend, split);
  }

  /** Holding open and close. */
  Row widened() {
    double top = Math.max(Math.max(open, close), Math.max(high, low));
    double bottom = Math.min(Math.min(open, close), Math.min(high, low));
    return new Row(line, time, open, top, bottom, close, adjusted, volume, dividend, split);
  }
}

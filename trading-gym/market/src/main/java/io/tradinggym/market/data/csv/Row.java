package io.tradinggym.market.data.csv;

/**
 * One line of a file of bars, as it stands there.
 *
 * @param line 1-based
 * @param time epoch milliseconds UTC of the stamp: the bar's day, or the time it starts
 * @param adjusted adjusted close, NaN if the file has none
 * @param dividend paid on this day, 0 if the file has none
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

  Row scaled(double price, double volumes) {
    return new Row(
        line,
        time,
        open * price,
        high * price,
        low * price,
        close * price,
        adjusted * price,
        volume * volumes,
        dividend,
        split);
  }

  Row widened() {
    double top = Math.max(Math.max(open, close), Math.max(high, low));
    double bottom = Math.min(Math.min(open, close), Math.min(high, low));
    return new Row(line, time, open, top, bottom, close, adjusted, volume, dividend, split);
  }
}

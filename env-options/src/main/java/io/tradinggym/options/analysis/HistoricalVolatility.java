package io.tradinggym.options.analysis;

/** Volatility of past closes: the sample deviation of log-returns, per square root of a year of 252 sessions. */
public final class HistoricalVolatility {
  private static final double SESSIONS_PER_YEAR = 252;

  private HistoricalVolatility() {}

  /**
   * {@return the volatility of the last returns, a year, as a fraction}
   *
   * @throws IllegalArgumentException if there are fewer closes
   * @param closes of consecutive sessions, ascending in time, adjusted for splits and dividends, all &gt; 0
   * @param returns how many of them, >= 2; one more close is needed
   */
  public static double of(double[] closes, int returns) {
    if (returns < 2 || closes.length < returns + 1) {
      throw new IllegalArgumentException(
          "closes must be at least " + (Math.max(returns, 2) + 1) + ", were " + closes.length);
    }
    int first = closes.length - returns;
    double mean = StrictMath.log(closes[closes.length - 1] / closes[first - 1]) / returns;
    double sum = 0;
    for (int i = first; i < closes.length; i++) {
      double gap = StrictMath.log(closes[i] / closes[i - 1]) - mean;
      sum += gap * gap;
    }
    double volatility = Math.sqrt(sum / (returns - 1) * SESSIONS_PER_YEAR);
    if (!(volatility >= 0 && volatility < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("closes must be > 0 and finite");
    }
    return volatility;
  }
}

package io.tradinggym.crypto.mark;

import java.util.Arrays;

/**
 * Price of a coin on several spot exchanges, weighted, with guards: an exchange that was silent too long does not
 * count; if one is further than the guard from the median of all, it does not count; if several are, the median is the
 * index. Allocates nothing after construction.
 *
 * @see <a href="https://www.binance.com/en/support/faq/360033525071">Binance: mark price and price index</a>
 */
public final class WeightedIndex {
  private final double[] weights;
  private final double guard;
  private final long patience;
  private final double[] sorted;

  /**
   * An index over exchanges.
   *
   * @param weights by exchange, each > 0
   * @param guard largest distance from the median, a fraction, > 0: 0.05
   * @param patience longest silence, milliseconds, > 0: 10,000
   */
  public WeightedIndex(double[] weights, double guard, long patience) {
    if (weights.length == 0 || Arrays.stream(weights).anyMatch(weight -> !(weight > 0))) {
      throw new IllegalArgumentException(
          "weights must be > 0 and at least one, were " + Arrays.toString(weights));
    }
    if (!(guard > 0) || patience <= 0) {
      throw new IllegalArgumentException(
          "guard and patience must be > 0, were " + guard + " and " + patience);
    }
    this.weights = weights.clone();
    this.guard = guard;
    this.patience = patience;
    sorted = new double[weights.length];
  }

  /**
   * {@return the index now; NaN if all exchanges are silent}
   *
   * @param prices last price of each exchange, quote currency
   * @param times when each was told, epoch milliseconds UTC
   * @param now epoch milliseconds UTC
   */
  public double price(double[] prices, long[] times, long now) {
    int live = 0;
    for (int i = 0; i < weights.length; i++) {
      if (heard(prices, times, i, now)) {
        sorted[live++] = prices[i];
      }
    }
    if (live == 0) {
      return Double.NaN;
    }
    Arrays.sort(sorted, 0, live);
    double median = 0.5 * (sorted[(live - 1) / 2] + sorted[live / 2]);
    double sum = 0;
    double weight = 0;
    int off = 0;
    for (int i = 0; i < weights.length; i++) {
      if (heard(prices, times, i, now)) {
        if (Math.abs(prices[i] - median) > guard * median) {
          off++;
        } else {
          sum += weights[i] * prices[i];
          weight += weights[i];
        }
      }
    }
    return off > 1 || weight == 0 ? median : sum / weight;
  }

  private boolean heard(double[] prices, long[] times, int exchange, long now) {
    return prices[exchange] > 0 && now - times[exchange] <= patience;
  }
}

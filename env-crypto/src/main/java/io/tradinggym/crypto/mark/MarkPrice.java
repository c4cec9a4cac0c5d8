package io.tradinggym.crypto.mark;

/**
 * The mark of a perpetual:
 *
 * <pre>
 * mark = median(P1, P2, last)
 * P1   = index x (1 + lastFundingRate x hoursToFunding / N)
 * P2   = index + mean basis of the window
 * </pre>
 *
 * <p>One of the three may be wrong without moving it: a single trade, a stale rate or a book that was pulled apart.
 *
 * <p>Vector: index 50,000, rate 0.01 %, 6 of 8 hours left: P1 = 50,003.75; with P2 = 50,012 and last = 50,020 the mark
 * is 50,012.
 *
 * @see <a href="https://www.binance.com/en/support/faq/360033525071">Binance: mark price and price index</a>
 */
public final class MarkPrice {
  private MarkPrice() {}

  /**
   * {@return P1: what the index and the last funding rate say that the contract is worth until the next stamp}
   *
   * @param index price of the index, quote currency
   * @param lastRate the funding rate last settled, a fraction
   * @param hoursToFunding hours to the next stamp
   * @param hoursBetween hours from stamp to stamp, N, > 0
   */
  public static double byFunding(
      double index, double lastRate, double hoursToFunding, double hoursBetween) {
    return index * (1 + lastRate * hoursToFunding / hoursBetween);
  }

  /**
   * {@return P2: what the index and the recent basis say}
   *
   * @param index price of the index, quote currency
   * @param meanBasis mean of mid less index over the window, quote currency
   */
  public static double byBasis(double index, double meanBasis) {
    return index + meanBasis;
  }

  /**
   * {@return the middle one of three prices}
   *
   * @param first any price; the order does not matter
   * @param second any price
   * @param third any price
   */
  public static double median(double first, double second, double third) {
    return Math.max(Math.min(first, second), Math.min(Math.max(first, second), third));
  }

  /**
   * {@return the mark, quote currency: the median of P1, P2 and the last price}
   *
   * @param index price of the index, quote currency
   * @param lastRate the funding rate last settled, a fraction
   * @param hoursToFunding hours to the next stamp
   * @param hoursBetween hours from stamp to stamp, N, > 0
   * @param meanBasis mean of mid less index over the window, quote currency
   * @param last last traded price, quote currency
   */
  public static double of(
      double index,
      double lastRate,
      double hoursToFunding,
      double hoursBetween,
      double meanBasis,
      double last) {
    return median(
        byFunding(index, lastRate, hoursToFunding, hoursBetween), byBasis(index, meanBasis), last);
  }
}

package io.tradinggym.crypto.funding;

/**
 * How far a contract trades from its index:
 *
 * <pre>
 * P = [max(0, impactBid - index) - max(0, index - impactAsk)] / index
 * </pre>
 *
 * <p>Impact prices are the average prices at which the impact notional could be sold and bought at once, so that a few
 * lots at the top of the book move nothing.
 *
 * @see <a href="https://www.binance.com/en/support/faq/360033525031">Binance: introduction to funding rates</a>
 */
public final class PremiumIndex {
  /** Margin, in the quote currency, whose largest position is the impact notional. */
  private static final double IMPACT_MARGIN = 200;

  private PremiumIndex() {}

  /**
   * {@return one sample of the index, a fraction}
   *
   * @param impactBid average price of selling the impact notional, in the unit of the index
   * @param impactAsk average price of buying it, in the unit of the index
   * @param index price of the underlying, > 0
   * @throws IllegalArgumentException if the index is not > 0
   */
  public static double of(double impactBid, double impactAsk, double index) {
    if (!(index > 0)) {
      throw new IllegalArgumentException("index must be > 0, was " + index);
    }
    return (Math.max(0, impactBid - index) - Math.max(0, index - impactAsk)) / index;
  }

  /**
   * {@return the notional that impact prices are taken over, quote currency: what 200 of margin open at the highest
   * leverage}
   *
   * @param leverage highest that the contract allows, >= 1
   * @throws IllegalArgumentException if it is below 1
   */
  public static double impactNotional(int leverage) {
    if (leverage < 1) {
      throw new IllegalArgumentException("leverage must be >= 1, was " + leverage);
    }
    return IMPACT_MARGIN * leverage;
  }
}

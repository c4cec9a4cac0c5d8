package io.tradinggym.data.trades;

/**
 * A trade, or what one order took at one price.
 *
 * @param id the venue's number of it; the next one's is higher by 1
 * @param time epoch milliseconds UTC
 * @param price of it, > 0
 * @param quantity of it, > 0
 * @param side 1 if the buyer took liquidity, -1 if the seller did
 */
public record Trade(long id, long time, double price, double quantity, int side) {
  /** Checks signs. */
  public Trade {
    if (!(price > 0 && quantity > 0) || Math.abs(side) != 1) {
      throw new IllegalArgumentException(
          "trade "
              + id
              + " must have price and quantity above 0 and side 1 or -1, was "
              + price
              + ", "
              + quantity
              + ", "
              + side);
    }
  }
}

package io.tradinggym.data.trades;

/**
 * A price of a book and what is quoted there.
 *
 * @param price of the orders, > 0
 * @param quantity there in all; 0 in an update says that the price is gone
 */
public record Level(double price, double quantity) {
  /** Checks the signs. */
  public Level {
    if (!(price > 0 && quantity >= 0)) {
      throw new IllegalArgumentException(
          "a level must have price > 0 and quantity >= 0, was " + price + " x " + quantity);
    }
  }
}

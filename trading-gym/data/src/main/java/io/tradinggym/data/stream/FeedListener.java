package io.tradinggym.data.stream;

import io.tradinggym.data.trades.OrderBook;
import io.tradinggym.data.trades.Trade;

/** Who hears of trades and books. */
public interface FeedListener {
  /**
   * Hears of a trade, in the order of ids, each once.
   *
   * @param at when it was known, epoch milliseconds UTC: later than its own time if it had to be asked for
   * @param trade of the venue, or what one order took at one price
   */
  default void trade(long at, Trade trade) {}

  /**
   * Hears of the book after an update.
   *
   * @param at when it was known, epoch milliseconds UTC
   * @param book valid until this method returns
   */
  default void book(long at, OrderBook book) {}

  /**
   * Hears that the book is not known from here on, until {@link #book} is called again.
   *
   * @param at when that was seen, epoch milliseconds UTC
   */
  default void bookLost(long at) {}
}

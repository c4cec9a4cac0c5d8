package io.tradinggym.data.stream;

import io.tradinggym.data.trades.OrderBook;
import io.tradinggym.data.trades.Trade;

/** Who hears of trades and books. */
public interface FeedListener {
  /**
   * A trade, in the order of ids, each once.
   *
   * @param at when it was known, epoch milliseconds UTC: later than its own time if it had to be asked for
   * @param trade of the venue
   */
  default void trade(long at, Trade trade) {}

  /**
   * The book after an update.
   *
   * @param at when it was known, epoch milliseconds UTC
   * @param book valid until this method returns
   */
  default void book(long at, OrderBook book) {}

  /**
   * The book is not known from here on, until {@link #book} is called again.
   *
   * @param at when that was seen, epoch milliseconds UTC
   */
  default void bookLost(long at) {}
}

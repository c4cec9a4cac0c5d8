package io.tradinggym.market.exchange;

import io.tradinggym.api.Resumable;
import java.util.List;

/**
 * Where orders of one account are filled: simulated bars, quotes of an option chain, an order book, a broker. Time is
 * the clock, epoch milliseconds in UTC; what happens between two moments is the implementation's business, and is
 * told to the listener as it happens.
 *
 * <p>Nothing that is submitted is filled at a price that was known when it was submitted, unless the exchange shows
 * quotes that can be dealt on. A request that is refused leaves everything as it was.
 *
 * <p>For one thread.
 */
public interface Exchange extends Resumable {
  /** Order id of fills that reach a target. */
  long TARGET = 0;

  /** Order id of fills that close out an account. */
  long LIQUIDATION = -1;

  /** Order id of fills that close out a position whose asset left the market. */
  long DELISTING = -2;

  /** No limit on what an order of several legs may cost. */
  long NO_LIMIT = Long.MAX_VALUE;

  /**
   * Who is told of fills and ends of orders from now on, instead of who was told before.
   *
   * @param told instead of who was told before
   */
  void listener(ExecutionListener told);

  /**
   * Submits an order.
   *
   * @param order its id is that of no order that works
   * @return accepted, or why not
   */
  OrderResult submit(Order order);

  /**
   * Submits an order of several legs, which are filled together or not at all, once: at the first moment
   * at which the exchange fills anything.
   *
   * @param id > 0, unique among the orders that work
   * @param legs copied; lots of each in one combination
   * @param count combinations to buy, or, negative, to sell (every leg the other way round); not 0
   * @param limit the most that one may cost before fees, in the direction of the trade, money units of the base
   *     currency; negative is the least that must be received; {@link #NO_LIMIT}
   * @return accepted, or why not
   */
  OrderResult submit(long id, Legs legs, long count, long limit);

  /**
   * Puts an order in the place of the one that works under its id; if it is refused, the old one goes on.
   *
   * @param order its id is that of an order that works
   * @return accepted, or why not
   */
  OrderResult replace(Order order);

  /**
   * Cancels what is left of an order.
   *
   * @param id under which it was submitted
   * @return accepted, or why not
   */
  OrderResult cancel(long id);

  /**
   * Orders what is missing to so many lots, at the market, when the exchange fills next; what is not filled then
   * lapses. A later target for the asset replaces it.
   *
   * @param asset index of the asset, from 0
   * @param lots wanted, negative for a short position
   * @return accepted, or why not
   */
  OrderResult target(int asset, long lots);

  /**
   * Lives through all that happens up to a time, that time included.
   *
   * @param time epoch milliseconds
   * @return whether the account was closed out on the way, for want of margin
   * @throws IllegalArgumentException if the time lies before {@link #time}
   */
  boolean advance(long time);

  /** {@return the present, epoch milliseconds: the last moment that is known} */
  long time();

  /**
   * {@return the middle of the market, free of spread, at which the exchange filled last or would fill now; ticks. 0
   * where the asset does not trade}
   *
   * @param asset index of the asset, from 0
   */
  long middle(int asset);

  /** {@return the number of orders that work, those of several legs included} */
  int working();

  /**
   * {@return the orders of one leg that work, in the order of their submission, and what is left of them; a new list}
   */
  List<Order> orders();

  /**
   * {@return what is left of an order, lots, negative for a sale; 0 if it does not work}
   *
   * @param id under which it was submitted
   */
  long remaining(long id);

  /**
   * {@return the lots of an asset that work on one side, negative for sales}
   *
   * @param asset index of the asset, from 0
   * @param buys true for orders to buy, false for orders to sell
   * @param butGroup orders of this group are left out, for only one of them is filled; 0 for none
   */
  long resting(int asset, boolean buys, long butGroup);
}

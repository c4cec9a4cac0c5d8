package io.tradinggym.options.hedging;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;

/**
 * A call and its underlying in one lane, from the sale of the call on: what a {@link ShortCall} is hedged in. Prices
 * are in units of a hundredth of the spot at the sale. No rates, no dividends. Allocates nothing.
 */
public interface CallMarket extends Resumable {
  /**
   * To a sale. Before the first it stands at one.
   *
   * @param random the stream to draw from
   */
  void begin(RandomStream random);

  /**
   * To the next time at which shares can be traded, or the expiry.
   *
   * @param random the stream to draw from
   */
  void advance(RandomStream random);

  /** {@return whether the call has expired, and is worth what exercise pays} */
  boolean expired();

  /** {@return whether the market goes on; recorded ones end with their data} */
  default boolean hasNext() {
    return true;
  }

  /** {@return whether the volatility moves, so that there is something to see of it} */
  default boolean volatilityMoves() {
    return true;
  }

  /** {@return how often time has moved on} */
  int step();

  /** {@return the years between two trades} */
  double stepYears();

  /** {@return the years to expiry} */
  double yearsLeft();

  /** {@return the time to expiry as a part of the whole} */
  double timeLeft();

  /** {@return the standard deviation of the logarithm of the spot at expiry as options had it at the sale} */
  double deviation();

  /** {@return the price of the underlying} */
  double spot();

  /** {@return the ln(spot / strike)} */
  double logMoneyness();

  /** {@return what the call is worth} */
  double value();

  /** {@return the volatility at which Black and Scholes agree with that; what it was last when the call has expired} */
  double volatility();

  /** {@return the delta of Black and Scholes at that volatility} */
  double delta();

  /** {@return the gamma likewise} */
  double gamma();

  /**
   * {@return the shares that leave the least variance until the next trade: delta, and what the volatility's move with
   * the spot adds to it}
   */
  default double leastVarianceDelta() {
    return delta();
  }
}

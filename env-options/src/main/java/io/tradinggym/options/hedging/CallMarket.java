package io.tradinggym.options.hedging;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;

/**
 * A call and its underlying in one lane, from the sale of the call on: what a {@link ShortCall} is hedged in. Prices
 * are in units of a hundredth of the spot at the sale. No rates, no dividends. Allocates nothing.
 */
public interface CallMarket extends Resumable {
  /**
   * Goes to a sale. Before the first it stands at one.
   *
   * @param random the lane's stream: the path, or which recorded sale
   */
  void begin(RandomStream random);

  /**
   * Goes to the next time at which shares can be traded, or the expiry.
   *
   * @param random the lane's stream, for the moves
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

  /** {@return how often time has moved on since the sale, from 0} */
  int step();

  /** {@return the years between two trades} */
  double stepYears();

  /** {@return the years to expiry, >= 0} */
  double yearsLeft();

  /** {@return the time to expiry as a part of the whole, from 1 at the sale to 0} */
  double timeLeft();

  /** {@return the standard deviation of the logarithm of the spot at expiry as options had it at the sale} */
  double deviation();

  /** {@return the price of the underlying, 100 at the sale} */
  double spot();

  /** {@return ln(spot / strike)} */
  double logMoneyness();

  /** {@return what the call is worth, in the unit of the spot} */
  double value();

  /**
   * {@return the volatility, a year, as a fraction, at which Black and Scholes agree with the call's value; what it was
   * last when the call has expired}
   */
  double volatility();

  /** {@return the delta of Black and Scholes at that volatility, shares per option, in [0, 1]} */
  double delta();

  /** {@return the gamma of Black and Scholes at that volatility, per unit of the spot} */
  double gamma();

  /**
   * {@return the shares per option that leave the least variance until the next trade: delta, and what the volatility's
   * move with the spot adds to it}
   */
  default double leastVarianceDelta() {
    return delta();
  }
}

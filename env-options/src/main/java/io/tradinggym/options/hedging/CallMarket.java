package io.tradinggym.options.hedging;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;

/**
 * A call and its underlying in one lane, from the sale of the call on: what a {@link ShortCall} is hedged in. Prices
 * are in units of a hundredth of the spot at the sale. No rates, no dividends. Allocates nothing.
 */
public interface CallMarket extends Resumable {
  /** To a sale. Before the first it stands at one. */
  void begin(RandomStream random);

  /** To the next time at which shares can be traded, or the expiry. */
  void advance(RandomStream random);

  /** Whether the call has expired, and is worth what exercise pays. */
  boolean expired();

  /** Whether the market goes on; recorded ones end with their data. */
  default boolean hasNext() {
    return true;
  }

  /** Whether the volatility moves, so that there is something to see of it. */
  default boolean volatilityMoves() {
    return true;
  }

  /** How often time has moved on. */
  int step();

  /** Years between two trades. */
  double stepYears();

  /** Years to expiry. */
  double yearsLeft();

  /** Time to expiry as a part of the whole. */
  double timeLeft();

  /** Standard deviation of the logarithm of the spot at expiry as options had it at the sale. */
  double deviation();

  /** Price of the underlying. */
  double spot();

  /** ln(spot / strike). */
  double logMoneyness();

  /** What the call is worth. */
  double value();

  /** Volatility at which Black and Scholes agree with that; what it was last when the call has expired. */
  double volatility();

  /** Delta of Black and Scholes at that volatility. */
  double delta();

  /** Gamma likewise. */
  double gamma();

  /**
   * Shares that leave the least variance until the next trade: delta, and what the volatility's move with the spot adds
   * to it.
   */
  default double leastVarianceDelta() {
    return delta();
  }
}

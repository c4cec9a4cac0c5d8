package io.tradinggym.options.board;

import io.tradinggym.trading.SessionMarket;

/**
 * One lane's view of an underlying and its options, close by close; simulated or replayed. Money in cents, days as
 * epoch days. Allocates nothing after construction.
 */
public interface OptionBoard extends SessionMarket {
  /** Today. */
  int day();

  @Override
  default long time() {
    return day() * 86_400_000L;
  }

  /** Close of the underlying today. */
  long spotCents();

  /** Interest a year, continuously compounded. */
  double rate();

  /** Dividends a year, continuously compounded. */
  double dividendYield();

  /** Returns so far. */
  SpotPath path();

  /** How many expiries are shown, the nearest first. */
  int expiries();

  /** Of the nth expiry. */
  int expiryDay(int n);

  /** At-the-money volatility of the nth expiry. */
  double volatility(int n);

  /** Volatility one deviation below the money less that above, of the nth expiry. */
  double skew(int n);

  /** How many strikes the nth expiry shows. */
  int strikes(int n);

  /** The ith strike of the nth expiry, ascending. */
  int strikeCents(int n, int i);

  /** Writes quotes, mark and Greeks of a contract. */
  void quote(Quoted contract);

  /** Days to the next announcement of earnings, NaN if none is known. */
  double announcement();

  /** Standard deviation of the jump that options expect of it, 0 if none is known. */
  double announcedMove();
}

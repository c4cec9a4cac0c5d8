package io.tradinggym.options.board;

import io.tradinggym.trading.SessionMarket;

/**
 * One lane's view of an underlying and its options, close by close; simulated or replayed. Money in cents, days as
 * epoch days. Allocates nothing after construction.
 */
public interface OptionBoard extends SessionMarket {
  /** {@return the present day} */
  int day();

  @Override
  default long time() {
    return day() * 86_400_000L;
  }

  /** {@return the close of the underlying today} */
  long spotCents();

  /** {@return the interest a year, continuously compounded} */
  double rate();

  /** {@return the dividends a year, continuously compounded} */
  double dividendYield();

  /**
   * Returns so far.
   *
   * @return the returns so far
   */
  SpotPath path();

  /** {@return how many expiries are shown, the nearest first} */
  int expiries();

  /**
   * {@return the of the nth expiry}
   *
   * @param n bars, &gt;= 1
   */
  int expiryDay(int n);

  /**
   * {@return the at-the-money volatility of the nth expiry}
   *
   * @param n bars, &gt;= 1
   */
  double volatility(int n);

  /**
   * {@return the volatility one deviation below the money less that above, of the nth expiry}
   *
   * @param n bars, &gt;= 1
   */
  double skew(int n);

  /**
   * {@return how many strikes the nth expiry shows}
   *
   * @param n bars, &gt;= 1
   */
  int strikes(int n);

  /**
   * {@return the ith strike of the nth expiry, ascending}
   *
   * @param n bars, &gt;= 1
   * @param i index from 0
   */
  int strikeCents(int n, int i);

  /**
   * Writes quotes, mark and Greeks of a contract.
   *
   * @param contract the option contract
   */
  void quote(Quoted contract);

  /**
   * Days to the next announcement of earnings, NaN if none is known.
   *
   * @return days; NaN if none is known
   */
  double announcement();

  /** {@return the standard deviation of the jump that options expect of it, 0 if none is known} */
  double announcedMove();
}

package io.tradinggym.options.board;

import io.tradinggym.trading.SessionMarket;

/**
 * One lane's view of an underlying and its options, close by close; simulated or replayed. Money in cents, days as
 * epoch days. Allocates nothing after construction.
 */
public interface OptionBoard extends SessionMarket {
  /** {@return the present session, epoch day} */
  int day();

  @Override
  default long time() {
    return day() * 86_400_000L;
  }

  /** {@return the close of the underlying today, cents} */
  long spotCents();

  /** {@return the interest a year, continuously compounded} */
  double rate();

  /** {@return the dividends a year, continuously compounded} */
  double dividendYield();

  /**
   * Tells how the underlying has moved.
   *
   * @return its returns of the last sessions, the lane's own object
   */
  SpotPath path();

  /** {@return how many expiries are shown, the nearest first} */
  int expiries();

  /**
   * {@return the last day of an expiry, epoch day}
   *
   * @param n index of the expiry, from 0, the nearest first
   */
  int expiryDay(int n);

  /**
   * {@return the at-the-money volatility of an expiry, a year, as a fraction}
   *
   * @param n index of the expiry, from 0, the nearest first
   */
  double volatility(int n);

  /**
   * {@return the volatility one deviation below the money less that above, of an expiry; a year, as a fraction}
   *
   * @param n index of the expiry, from 0, the nearest first
   */
  double skew(int n);

  /**
   * {@return how many strikes an expiry shows}
   *
   * @param n index of the expiry, from 0, the nearest first
   */
  int strikes(int n);

  /**
   * {@return a strike of an expiry, cents, > 0}
   *
   * @param n index of the expiry, from 0, the nearest first
   * @param i index of the strike, from 0, ascending
   */
  int strikeCents(int n, int i);

  /**
   * Writes quotes, mark and Greeks of a contract as they are today.
   *
   * @param contract named by type, strike and expiry; the rest is written
   */
  void quote(Quoted contract);

  /**
   * Tells when earnings will be announced next.
   *
   * @return calendar days until then; NaN if none is known
   */
  double announcement();

  /** {@return the standard deviation of the log-jump that options expect of the announcement; 0 if none is known} */
  double announcedMove();
}

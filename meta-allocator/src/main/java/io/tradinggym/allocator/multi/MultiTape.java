package io.tradinggym.allocator.multi;

import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.trading.SessionMarket;

/**
 * One lane of a {@link MultiMarket}, close by close. Assets are its instruments by number: shares, then the perpetual.
 * Allocates nothing after construction.
 */
public interface MultiTape extends SessionMarket {
  /** Today, epoch days. */
  int day();

  /** Days since the session before. */
  int days();

  /** Options of a share that has some; the share's close is the board's. */
  OptionBoard board(int share);

  /** Close of an asset, in its ticks; that of a share that has left the market is its last. */
  long ticks(int asset);

  /** Whether an asset can be traded at today's close. */
  boolean trades(int asset);

  /** Whether an asset has left the market for good. */
  boolean gone(int asset);

  /** What a share went ex dividend of since the session before, before a split; money units a share. */
  long dividend(int share);

  /** What a share is known to go ex dividend of at the next session, money units. */
  long dividendAhead(int share);

  /** New shares for {@link #splitOf} old ones since the session before; 1 without a split. */
  int splitShares(int share);

  /** See {@link #splitShares}. */
  int splitOf(int share);

  /** Funding stamps of the perpetual since the session before, all of one rate. */
  int stamps();

  /** Rate of each of them, 1e-8. */
  long fundingRate();

  /** The rate that the next stamps are expected to have, 1e-8. */
  double fundingAhead();

  /** Log return of the last session, splits undone. */
  double lastReturn(int asset);

  /** Usual deviation of a session's log return. */
  double deviation(int asset);
}

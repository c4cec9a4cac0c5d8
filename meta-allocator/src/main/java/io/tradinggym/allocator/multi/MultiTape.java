package io.tradinggym.allocator.multi;

import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.trading.SessionMarket;

/**
 * One lane of a {@link MultiMarket}, close by close. Assets are its instruments by number: shares, then the perpetual.
 * Allocates nothing after construction.
 */
public interface MultiTape extends SessionMarket {
  /** {@return the present day, epoch days} */
  int day();

  /** {@return the days since the session before} */
  int days();

  /**
   * {@return the options of a share that has some; the share's close is the board's}
   *
   * @param share index of the share, from 0
   */
  OptionBoard board(int share);

  /**
   * {@return the close of an asset, in its ticks; that of a share that has left the market is its last}
   *
   * @param asset index of the asset, from 0
   */
  long ticks(int asset);

  /**
   * {@return whether an asset can be traded at today's close}
   *
   * @param asset index of the asset, from 0
   */
  boolean trades(int asset);

  /**
   * {@return whether an asset has left the market for good}
   *
   * @param asset index of the asset, from 0
   */
  boolean gone(int asset);

  /**
   * {@return what a share went ex dividend of since the session before, before a split; money units a share}
   *
   * @param share index of the share, from 0
   */
  long dividend(int share);

  /**
   * {@return what a share is known to go ex dividend of at the next session, money units}
   *
   * @param share index of the share, from 0
   */
  long dividendAhead(int share);

  /**
   * {@return the new shares for {@link #splitOf} old ones since the session before; 1 without a split}
   *
   * @param share index of the share, from 0
   */
  int splitShares(int share);

  /**
   * {@return what {@link #splitShares} says}
   *
   * @param share index of the share, from 0
   */
  int splitOf(int share);

  /** {@return the funding stamps of the perpetual since the session before, all of one rate} */
  int stamps();

  /** {@return the rate of each of them, 1e-8} */
  long fundingRate();

  /** {@return the rate that the next stamps are expected to have, 1e-8} */
  double fundingAhead();

  /**
   * {@return the log return of the last session, splits undone}
   *
   * @param asset index of the asset, from 0
   */
  double lastReturn(int asset);

  /**
   * {@return the usual deviation of a session's log return}
   *
   * @param asset index of the asset, from 0
   */
  double deviation(int asset);
}

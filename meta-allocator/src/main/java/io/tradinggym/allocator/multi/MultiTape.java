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

  /** {@return how many days lie between the session before and this one} */
  int days();

  /**
   * {@return the board of the options of a share that has some; the share's close is the board's}
   *
   * @param share index of the share, from 0 to optionable - 1
   */
  OptionBoard board(int share);

  /**
   * {@return the close of an asset, in its ticks; that of a share that has left the market is its last}
   *
   * @param asset position among the market's instruments, from 0
   */
  long ticks(int asset);

  /**
   * {@return whether an asset can be traded at today's close}
   *
   * @param asset position among the market's instruments, from 0
   */
  boolean trades(int asset);

  /**
   * {@return whether an asset has left the market for good}
   *
   * @param asset position among the market's instruments, from 0
   */
  boolean gone(int asset);

  /**
   * {@return what a share went ex dividend of since the session before, before a split; money units a share}
   *
   * @param share index of the share, from 0
   */
  long dividend(int share);

  /**
   * {@return what a share is known to go ex dividend of at the next session, money units a share}
   *
   * @param share index of the share, from 0
   */
  long dividendAhead(int share);

  /**
   * {@return how many new shares there are for {@link #splitOf} old ones since the session before; 1 without a
   * split}
   *
   * @param share index of the share, from 0
   */
  int splitShares(int share);

  /**
   * {@return how many old shares {@link #splitShares} new ones stand for; 1 without a split}
   *
   * @param share index of the share, from 0
   */
  int splitOf(int share);

  /** {@return how many funding stamps of the perpetual there were since the session before, all of one rate} */
  int stamps();

  /** {@return the funding rate at each of the stamps, in units of 1e-8 of the position's value} */
  long fundingRate();

  /** {@return the funding rate that the next stamps are expected to have, in units of 1e-8} */
  double fundingAhead();

  /**
   * {@return the log return of the last session, splits undone}
   *
   * @param asset position among the market's instruments, from 0
   */
  double lastReturn(int asset);

  /**
   * {@return the usual standard deviation of a session's log return}
   *
   * @param asset position among the market's instruments, from 0
   */
  double deviation(int asset);
}

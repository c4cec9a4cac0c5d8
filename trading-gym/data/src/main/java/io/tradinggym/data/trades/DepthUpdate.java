package io.tradinggym.data.trades;

import java.util.List;

/**
 * What changed in a book.
 *
 * @param time of the event, epoch milliseconds UTC
 * @param first id of the first update in it
 * @param last id of the last update in it
 * @param previous id of the last update of the message before; {@link #UNTOLD} where ids follow without a gap instead
 * @param bids prices of buyers that changed, with what is there now
 * @param asks prices of sellers that changed, with what is there now
 */
public record DepthUpdate(
    long time, long first, long last, long previous, List<Level> bids, List<Level> asks) {
  /** The venue does not tell the message before: ids follow one by one. */
  public static final long UNTOLD = -1;

  /** Copies the lists. */
  public DepthUpdate {
    if (first > last) {
      throw new IllegalArgumentException("first must be <= last, were " + first + " and " + last);
    }
    bids = List.copyOf(bids);
    asks = List.copyOf(asks);
  }
}

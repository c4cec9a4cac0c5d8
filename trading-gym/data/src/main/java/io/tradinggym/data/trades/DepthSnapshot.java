package io.tradinggym.data.trades;

import java.util.List;

/**
 * A whole book as it was after an update.
 *
 * @param lastUpdate id of the last update that is in it
 * @param bids prices of buyers, in any order
 * @param asks prices of sellers, in any order
 */
public record DepthSnapshot(long lastUpdate, List<Level> bids, List<Level> asks) {
  /** Copies the lists. */
  public DepthSnapshot {
    bids = List.copyOf(bids);
    asks = List.copyOf(asks);
  }
}

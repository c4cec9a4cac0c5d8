package io.tradinggym.market.data;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;

/**
 * What one lane trades on. {@link #next} starts an episode: a simulated market draws a fresh path into the same arrays,
 * a replayed one does nothing, for its data is shared by all lanes.
 */
public interface MarketTape extends Resumable {
  /**
   * Starts an episode; allocates nothing.
   *
   * @param random what a path is drawn from; history draws nothing
   */
  void next(RandomStream random);

  /** {@return whether {@link #next} changes nothing, and all tapes of the market have the same bars} */
  default boolean replays() {
    return false;
  }

  /** {@return the bars of this episode; always the same object, its contents change with {@link #next}} */
  Bars bars();

  /**
   * {@return the first bar at whose close a decision may be taken; the bars before are history, to be looked at only}
   */
  int firstDecision();
}

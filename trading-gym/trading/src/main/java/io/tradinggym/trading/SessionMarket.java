package io.tradinggym.trading;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.data.MarketKind;

/** One lane's way through a market of sessions, from close to close; simulated or replayed. */
public interface SessionMarket extends Resumable {
  /** {@return whether prices are simulated or replayed} */
  MarketKind kind();

  /**
   * Goes to a session at which an episode may start.
   *
   * @param random the lane's stream: the path, or the first session of the episode
   * @param steps sessions that the episode should have, >= 1
   */
  void start(RandomStream random, int steps);

  /**
   * Goes to the close of the next session.
   *
   * @param random the lane's stream, for what is drawn on the way
   */
  void advance(RandomStream random);

  /** {@return whether there is a next session} */
  boolean hasNext();

  /** {@return the close of today's session, epoch milliseconds UTC} */
  long time();
}

package io.tradinggym.trading;

/**
 * Says what a {@link TradingDesk} wants in place of actions: a trading rule plays in the same environment, on the same
 * exchange and with the same trace as any agent.
 */
public interface Steering {
  /** An episode has begun; the desk stands at its first close. */
  void opened();

  /** A step is about to trade: tells the desk its targets. Allocates nothing. */
  void intend();
}

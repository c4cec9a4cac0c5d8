package io.tradinggym.trading;

import io.tradinggym.api.Resumable;

/**
 * What a {@link SessionDesk} trades: an {@link ActionScheme} tells it what is wanted, and at a close it sends the
 * orders.
 * Belongs to one lane; allocates nothing after construction.
 */
public interface SessionTrader extends Resumable {
  /** An episode begins with a new account: marks it at today's close and forgets what was wanted. */
  void begin();

  /** Sends the orders of what is wanted, at today's close. */
  void trade();

  /** The market stands at a new close: marks the account there. */
  void mark();

  /** All that belongs to today's close has happened: looks at what can be done next. */
  void look();

  /** {@return whether anything is held} */
  boolean holdsAny();

  /** Trades everything away, because margin is missing. */
  void liquidate();
}

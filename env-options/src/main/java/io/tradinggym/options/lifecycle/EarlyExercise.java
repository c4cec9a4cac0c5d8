package io.tradinggym.options.lifecycle;

import io.tradinggym.market.account.Account;

/** Whether the holder of an American option gains by exercising it this evening. */
@FunctionalInterface
public interface EarlyExercise {
  /** Nobody exercises before expiry. */
  EarlyExercise NEVER = (account, option, dividend, years) -> false;

  /**
   * {@return whether its holder gains by exercising it this evening}
   *
   * @param account that lists the option; its underlying is marked, with its dividend
   * @param option index of the asset, an American contract
   * @param dividend per unit of the underlying that goes ex tomorrow, in its currency, 0 without one
   * @param years to expiry, > 0
   */
  boolean worthwhile(Account account, int option, double dividend, double years);
}

package io.tradinggym.options.lifecycle;

import io.tradinggym.market.instrument.OptionContract;

/** Whether the holder of an American option gains by exercising it this evening. */
@FunctionalInterface
public interface EarlyExercise {
  /** Nobody exercises before expiry. */
  EarlyExercise NEVER = (contract, spot, dividend, years) -> false;

  /**
   * The answer.
   *
   * @param contract American
   * @param spot price of the underlying, with its dividend, > 0
   * @param dividend per unit of the underlying that goes ex tomorrow, 0 without one
   * @param years to expiry, > 0
   */
  boolean worthwhile(OptionContract contract, double spot, double dividend, double years);
}

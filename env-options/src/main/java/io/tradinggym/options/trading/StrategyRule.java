package io.tradinggym.options.trading;

import io.tradinggym.api.random.RandomStream;

/**
 * Trades {@code OptionStrategies-v1} without learning: whom an agent is compared with, and by whom a leak would be
 * found.
 *
 * <p>{@link #always} a short strangle or a long straddle, {@link #NO_TRADE} and {@link #random} are the usual controls.
 */
@FunctionalInterface
public interface StrategyRule {
  /** Stays in cash. */
  StrategyRule NO_TRADE = mask -> OptionStrategies.HOLD;

  /**
   * {@return the action to take, one that is allowed}
   *
   * @param mask by action: true = allowed
   */
  int act(boolean[] mask);

  /**
   * Opens a strategy in the first size whenever nothing is held, holds it to expiry, and sells shares that were
   * delivered.
   *
   * @param kind what is opened
   * @return a rule that remembers nothing and serves any number of lanes
   */
  static StrategyRule always(StrategyKind kind) {
    int index = StrategyKind.ALL.indexOf(kind);
    return mask -> {
      int sizes = (mask.length - OptionStrategies.OPEN) / StrategyKind.ALL.size();
      int open = OptionStrategies.OPEN + index * sizes;
      if (mask[open]) {
        return open;
      }
      boolean offered = false;
      for (int action = OptionStrategies.OPEN; action < mask.length; action++) {
        offered |= mask[action];
      }
      // Something can be opened, but not this: shares are in the way, or the money is short.
      boolean shares = offered || !mask[OptionStrategies.ROLL];
      return shares && mask[OptionStrategies.CLOSE]
          ? OptionStrategies.CLOSE
          : OptionStrategies.HOLD;
    };
  }

  /**
   * Draws evenly from what is allowed.
   *
   * @param random what the rule draws from
   * @return a rule that plays at random
   */
  static StrategyRule random(RandomStream random) {
    return mask -> {
      int allowed = 0;
      for (boolean each : mask) {
        allowed += each ? 1 : 0;
      }
      int left = random.integer(allowed);
      for (int action = 0; ; action++) {
        if (mask[action] && left-- == 0) {
          return action;
        }
      }
    };
  }
}

package io.tradinggym.options.hedging;

import io.tradinggym.api.Option;
import java.util.List;

/** The options of {@code OptionHedging-v1}. */
public final class HedgingOptions {
  /** Volatility of the spot. */
  public static final Option<Double> VOLATILITY =
      Option.number(
          "volatility", HedgingTask.DEFAULT.volatility(), "volatility of the spot a year, > 0");

  /** Time to expiry. */
  public static final Option<Double> DAYS =
      Option.number("days", 30, "days to expiry, of 365 a year, > 0");

  /** Trades. */
  public static final Option<Integer> REBALANCES =
      Option.integer("rebalances", HedgingTask.DEFAULT.rebalances(), "trades until expiry, >= 1");

  /** Cost of a trade. */
  public static final Option<Double> COST =
      Option.number(
          "cost",
          HedgingTask.DEFAULT.cost(),
          "cost of a trade as a fraction of its value, [0, 0.1)");

  /** Risk aversion. */
  public static final Option<Double> AVERSION =
      Option.number(
          "aversion", HedgingTask.DEFAULT.aversion(), "aversion to risk per unit of money, > 0");

  /** What an action is. */
  public static final Option<HedgeAction> ACTIONS =
      Option.choice("actions", HedgeAction.TARGET, "how actions say what to hold");

  static final List<Option<?>> ALL = List.of(VOLATILITY, DAYS, REBALANCES, COST, AVERSION, ACTIONS);

  private HedgingOptions() {}
}

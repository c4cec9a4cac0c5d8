package io.tradinggym.options.trading;

import io.tradinggym.api.InfoField;

/** What the option environments report beside the observation. */
public final class OptionInfo {
  /** Equity. */
  public static final InfoField EQUITY =
      InfoField.of("equity", "money", "cash, shares, and options at the mean of their quotes");

  /** Paid for trading. */
  public static final InfoField COSTS =
      InfoField.of(
          "costs", "money", "paid so far for trading away from the marks, and commissions");

  /** Needed by the position. */
  public static final InfoField MARGIN =
      InfoField.of("margin", "money", "what the position ties up of the equity");

  /** How much is held. */
  public static final InfoField UNITS =
      InfoField.of("units", "strategies", "units of the strategy held");

  /** Shares held. */
  public static final InfoField SHARES =
      InfoField.of("shares", "shares", "shares held, from assignment or under a covered call");

  /** Assigned. */
  public static final InfoField ASSIGNED =
      InfoField.of("assigned", "contracts", "contracts sold that were assigned so far");

  /** Exercised. */
  public static final InfoField EXERCISED =
      InfoField.of("exercised", "contracts", "contracts held that were exercised so far");

  /** Price of the underlying. */
  public static final InfoField SPOT = InfoField.of("spot", "money", "close of the underlying");

  private OptionInfo() {}
}

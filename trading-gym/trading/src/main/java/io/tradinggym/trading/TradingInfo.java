package io.tradinggym.trading;

import io.tradinggym.api.InfoField;

/**
 * What environments that trade report beside observation and reward. Amounts are in units of the account's currency,
 * which the environment's description names.
 */
public final class TradingInfo {
  /** Worth of the account. */
  public static final InfoField EQUITY = money("equity", "cash and positions at their marks");

  /** Cash. */
  public static final InfoField CASH = money("cash", "cash, negative when borrowed");

  /** Sum of absolute notionals. */
  public static final InfoField GROSS =
      money("gross", "sum of absolute position values at their marks");

  /** Notional traded in the step. */
  public static final InfoField TRADED = money("traded", "notional bought and sold in this step");

  /** Fees of the step. */
  public static final InfoField FEES =
      money("fees", "commissions, fees and liquidation fees paid in this step");

  /** Carry of the step. */
  public static final InfoField CARRY =
      money(
          "carry", "interest, borrow fees and funding paid, less dividends received, in this step");

  /** Funding of the step. */
  public static final InfoField FUNDING =
      money("funding", "funding paid in this step, negative when received");

  /** Realised profit since the start. */
  public static final InfoField REALISED =
      money("realised", "profit of closed positions since the episode began, before fees");

  /** The part of the reward that is shaping. */
  public static final InfoField SHAPING =
      InfoField.of("shaping", "1", "the part of the reward that is potential-based shaping");

  /** The benchmark's return over the step. */
  public static final InfoField BENCHMARK =
      InfoField.of(
          "benchmark", "1", "simple return over the step of what is traded, held in equal parts");

  /** When the bar closed. */
  public static final InfoField TIME =
      InfoField.of("time", "ms", "close of the bar, epoch milliseconds, UTC");

  /** The lowest weight that an action can ask for. */
  public static final InfoField LOWEST =
      InfoField.of("lowest", "1", "lowest weight that actions can ask for, below 0 if short");

  /** The highest weight that an action can ask for. */
  public static final InfoField HIGHEST =
      InfoField.of("highest", "1", "highest weight that actions can ask for");

  /** Orders that were refused. */
  public static final InfoField REFUSED =
      InfoField.of("refused", "1", "orders of this step that the venue refused");

  private TradingInfo() {}

  private static InfoField money(String name, String meaning) {
    return InfoField.of(name, "money", meaning);
  }

  /**
   * {@return the field of what is held of an instrument, in its units: shares, coins, contracts}
   *
   * @param asset index of the asset, from 0
   */
  public static InfoField position(int asset) {
    return InfoField.of(
        "position_" + asset,
        "units",
        "units of instrument " + asset + " held, negative when short");
  }

  /**
   * {@return the field of an instrument's weight at the close, a share of equity}
   *
   * @param asset index of the asset, from 0
   */
  public static InfoField weight(int asset) {
    return InfoField.of(
        "weight_" + asset,
        "1",
        "position of instrument " + asset + " at its mark, as a share of equity");
  }

  /**
   * {@return the field of an instrument's last price}
   *
   * @param asset index of the asset, from 0
   */
  public static InfoField price(int asset) {
    return InfoField.of("price_" + asset, "money", "close of instrument " + asset);
  }
}

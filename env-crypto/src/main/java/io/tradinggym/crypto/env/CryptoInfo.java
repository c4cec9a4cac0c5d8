package io.tradinggym.crypto.env;

import io.tradinggym.api.InfoField;
import java.util.ArrayList;
import java.util.List;

/** What the crypto environments report beside observation and reward. */
public final class CryptoInfo {
  /** Worth of the account. */
  public static final InfoField EQUITY =
      InfoField.of("equity", "USDT", "cash and positions at their marks");

  /** Cash. */
  public static final InfoField CASH =
      InfoField.of("cash", "USDT", "wallet balance, negative when borrowed");

  /** Sum of absolute notionals. */
  public static final InfoField GROSS =
      InfoField.of("gross", "USDT", "sum of absolute position values at their marks");

  /** Notional traded in the step. */
  public static final InfoField TRADED =
      InfoField.of("traded", "USDT", "notional bought and sold in this step");

  /** Fees of the step. */
  public static final InfoField FEES =
      InfoField.of("fees", "USDT", "fees and liquidation fees paid in this step");

  /** Carry of the step. */
  public static final InfoField CARRY =
      InfoField.of("carry", "USDT", "funding and interest paid in this step, less received");

  /** Funding of the step. */
  public static final InfoField FUNDING =
      InfoField.of("funding", "USDT", "funding paid in this step, negative when received");

  /** Realised profit since the start. */
  public static final InfoField REALISED =
      InfoField.of("realised", "USDT", "profit of closed positions since the start, before fees");

  /** The part of the reward that is shaping. */
  public static final InfoField SHAPING =
      InfoField.of("shaping", "1", "the part of the reward that is potential-based shaping");

  /** The benchmark's return over the step. */
  public static final InfoField BENCHMARK =
      InfoField.of("benchmark", "1", "simple return over the step of the assets in equal parts");

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
      InfoField.of("refused", "1", "orders of this step worth less than the venue's least");

  static final List<InfoField> COMMON =
      List.of(
          EQUITY, CASH, GROSS, TRADED, FEES, CARRY, FUNDING, REALISED, SHAPING, BENCHMARK, TIME,
          LOWEST, HIGHEST, REFUSED);

  private CryptoInfo() {}

  /** What is held of an asset. */
  public static InfoField position(int asset) {
    return InfoField.of(
        "position_" + asset, "coins", "coins of asset " + asset + " held, negative when short");
  }

  /** The weight of an asset: its leverage. */
  public static InfoField weight(int asset) {
    return InfoField.of(
        "weight_" + asset, "1", "position of asset " + asset + " at its mark, of equity");
  }

  /** The last price of an asset. */
  public static InfoField price(int asset) {
    return InfoField.of("price_" + asset, "USDT", "close of asset " + asset);
  }

  static List<InfoField> of(int assets) {
    List<InfoField> fields = new ArrayList<>(COMMON);
    for (int asset = 0; asset < assets; asset++) {
      fields.add(position(asset));
      fields.add(weight(asset));
      fields.add(price(asset));
    }
    return fields;
  }
}

package io.tradinggym.stocks;

import io.tradinggym.api.InfoField;
import java.util.ArrayList;
import java.util.List;

/** What the stock environments report beside observation and reward. */
public final class StockInfo {
  /** Worth of the account. */
  public static final InfoField EQUITY =
      InfoField.of("equity", "USD", "cash and positions at the close");

  /** Cash. */
  public static final InfoField CASH = InfoField.of("cash", "USD", "cash, negative when borrowed");

  /** Sum of absolute notionals. */
  public static final InfoField GROSS =
      InfoField.of("gross", "USD", "sum of absolute position values at the close");

  /** Notional traded in the step. */
  public static final InfoField TRADED =
      InfoField.of("traded", "USD", "notional bought and sold in this step");

  /** Commissions and fees of the step. */
  public static final InfoField FEES =
      InfoField.of("fees", "USD", "commissions and fees paid in this step");

  /** Carry of the step. */
  public static final InfoField CARRY =
      InfoField.of(
          "carry", "USD", "interest and borrow fees paid, less dividends received, in this step");

  /** Realised profit since the start. */
  public static final InfoField REALISED =
      InfoField.of(
          "realised", "USD", "profit of closed positions since the episode began, before fees");

  /** The part of the reward that is shaping. */
  public static final InfoField SHAPING =
      InfoField.of("shaping", "1", "the part of the reward that is potential-based shaping");

  /** The benchmark's return over the step. */
  public static final InfoField BENCHMARK =
      InfoField.of(
          "benchmark", "1", "simple return over the step of the assets held in equal parts");

  /** When the bar closed. */
  public static final InfoField TIME =
      InfoField.of("time", "ms", "close of the bar, epoch milliseconds, UTC");

  /** The fields that every stock environment reports, by position. */
  static final List<InfoField> COMMON =
      List.of(EQUITY, CASH, GROSS, TRADED, FEES, CARRY, REALISED, SHAPING, BENCHMARK, TIME);

  private StockInfo() {}

  /** What is held of an asset. */
  public static InfoField position(int asset) {
    return InfoField.of(
        "position_" + asset, "shares", "shares of asset " + asset + " held, negative when short");
  }

  /** The weight of an asset at the close, as a share of equity. */
  public static InfoField weight(int asset) {
    return InfoField.of(
        "weight_" + asset,
        "1",
        "position of asset " + asset + " as a share of equity at the close");
  }

  /** The price of an asset at the close. */
  public static InfoField price(int asset) {
    return InfoField.of("price_" + asset, "USD", "close of asset " + asset);
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

package io.tradinggym.market.exchange;

/** An {@link ExecutionListener} that asks only for what was filled at which price, so that a lambda does. */
@FunctionalInterface
public interface FillListener extends ExecutionListener {
  /** Nobody listens. */
  FillListener NONE = (order, asset, lots, ticks, costs) -> {};

  /**
   * A fill.
   *
   * @param order id of the order; {@link Exchange#TARGET} for a target, {@link Exchange#LIQUIDATION}, {@link
   *     Exchange#DELISTING}
   * @param asset index of the asset, from 0
   * @param lots negative for a sale; never 0
   * @param ticks price in ticks, slippage included
   * @param costs fees and slippage beyond the price, money units of the asset's currency
   */
  void filled(long order, int asset, long lots, long ticks, long costs);

  @Override
  default void filled(Fill fill) {
    filled(
        fill.order(),
        fill.asset(),
        fill.lots(),
        fill.ticks(),
        Math.addExact(fill.commission(), fill.charged()));
  }
}

package io.tradinggym.market.account;

/** Questions about what positions need and what may be opened: an {@link Account}'s {@link BuyingPower}. */
public interface MarginView {
  /** What positions need, and what could be held instead. */
  BuyingPower buyingPower();

  /** See {@link BuyingPower#initial}. */
  default long initialMargin() {
    return buyingPower().initial();
  }

  /** See {@link BuyingPower#maintenance()}. */
  default long maintenanceMargin() {
    return buyingPower().maintenance();
  }

  /** See {@link BuyingPower#maintenance(int)}. */
  default long maintenanceMargin(int asset) {
    return buyingPower().maintenance(asset);
  }

  /** See {@link BuyingPower#mustLiquidate()}. */
  default boolean mustLiquidate() {
    return buyingPower().mustLiquidate();
  }

  /** See {@link BuyingPower#mustLiquidate(int)}. */
  default boolean mustLiquidate(int asset) {
    return buyingPower().mustLiquidate(asset);
  }

  /** See {@link BuyingPower#liquidationDistance}. */
  default double liquidationDistance() {
    return buyingPower().liquidationDistance();
  }

  /** See {@link BuyingPower#affords(int, long, long)}. */
  default boolean affords(int asset, long newLots, long costs) {
    return buyingPower().affords(asset, newLots, costs);
  }

  /** See {@link BuyingPower#left(int, long, long)}. */
  default long left(int asset, long newLots, long costs) {
    return buyingPower().left(asset, newLots, costs);
  }

  /** See {@link BuyingPower#affords(WhatIf, long)}. */
  default boolean affords(WhatIf lots, long costs) {
    return buyingPower().affords(lots, costs);
  }

  /** See {@link BuyingPower#affords(int, int[], long[], long)}. */
  default boolean affords(int count, int[] changed, long[] newLots, long costs) {
    return buyingPower().affords(count, changed, newLots, costs);
  }

  /** See {@link BuyingPower#whatIf}. */
  default WhatIf whatIf() {
    return buyingPower().whatIf();
  }

  /** See {@link BuyingPower#mostMaintenance}. */
  default double mostMaintenance() {
    return buyingPower().mostMaintenance();
  }

  /** Whether the asset may be sold short. */
  default boolean mayShort(int asset) {
    return buyingPower().mayShort(asset);
  }
}

package io.tradinggym.market.account;

/** Questions about what positions need and what may be opened: an {@link Account}'s {@link BuyingPower}. */
public interface MarginView {
  /** {@return what positions need, and what could be held instead} */
  BuyingPower buyingPower();

  /** {@return what {@link BuyingPower#initial} says} */
  default long initialMargin() {
    return buyingPower().initial();
  }

  /** {@return what {@link BuyingPower#maintenance()} says} */
  default long maintenanceMargin() {
    return buyingPower().maintenance();
  }

  /**
   * {@return what {@link BuyingPower#maintenance(int)} says}
   *
   * @param asset index of the asset, from 0
   */
  default long maintenanceMargin(int asset) {
    return buyingPower().maintenance(asset);
  }

  /** {@return what {@link BuyingPower#mustLiquidate()} says} */
  default boolean mustLiquidate() {
    return buyingPower().mustLiquidate();
  }

  /**
   * {@return what {@link BuyingPower#mustLiquidate(int)} says}
   *
   * @param asset index of the asset, from 0
   */
  default boolean mustLiquidate(int asset) {
    return buyingPower().mustLiquidate(asset);
  }

  /** {@return what {@link BuyingPower#liquidationDistance} says} */
  default double liquidationDistance() {
    return buyingPower().liquidationDistance();
  }

  /**
   * {@return what {@link BuyingPower#affords(int, long, long)} says}
   *
   * @param asset index of the asset, from 0
   * @param newLots lots that it would hold; below 0 = short
   * @param costs money units of the asset's currency that the change costs
   */
  default boolean affords(int asset, long newLots, long costs) {
    return buyingPower().affords(asset, newLots, costs);
  }

  /**
   * {@return what {@link BuyingPower#left(int, long, long)} says}
   *
   * @param asset index of the asset, from 0
   * @param newLots lots that it would hold; below 0 = short
   * @param costs money units of the asset's currency that the change costs
   */
  default long left(int asset, long newLots, long costs) {
    return buyingPower().left(asset, newLots, costs);
  }

  /**
   * {@return what {@link BuyingPower#affords(WhatIf, long)} says}
   *
   * @param lots of this account's {@link #whatIf}
   * @param costs money units of the base currency
   */
  default boolean affords(WhatIf lots, long costs) {
    return buyingPower().affords(lots, costs);
  }

  /**
   * {@return what {@link BuyingPower#affords(int, int[], long[], long)} says}
   *
   * @param count how many entries of the arrays count, at most {@link WhatIf#MOST}
   * @param changed indices of assets, each once
   * @param newLots lots that it would hold, by place in {@code changed}; below 0 = short
   * @param costs money units of the base currency
   */
  default boolean affords(int count, int[] changed, long[] newLots, long costs) {
    return buyingPower().affords(count, changed, newLots, costs);
  }

  /** {@return what {@link BuyingPower#whatIf} says} */
  default WhatIf whatIf() {
    return buyingPower().whatIf();
  }

  /** {@return what {@link BuyingPower#mostMaintenance} says} */
  default double mostMaintenance() {
    return buyingPower().mostMaintenance();
  }

  /**
   * {@return whether the asset may be sold short}
   *
   * @param asset index of the asset, from 0
   */
  default boolean mayShort(int asset) {
    return buyingPower().mayShort(asset);
  }
}

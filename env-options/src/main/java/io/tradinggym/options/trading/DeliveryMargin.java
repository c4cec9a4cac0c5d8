package io.tradinggym.options.trading;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.trading.Settlement;

/** After an expiration: shares that the account could not have bought are sold at once. */
final class DeliveryMargin implements Settlement {
  private final OptionDesk desk;
  private final Expiration expiration;

  DeliveryMargin(OptionDesk desk, Expiration expiration) {
    this.desk = desk;
    this.expiration = expiration;
  }

  @Override
  public Phase phase() {
    return Phase.AT_CLOSE;
  }

  @Override
  public void settle(int bar, RandomStream random) {
    if (expiration.delivered() && desk.shares() != 0 && !desk.carries()) {
      desk.sellShares();
    }
  }
}

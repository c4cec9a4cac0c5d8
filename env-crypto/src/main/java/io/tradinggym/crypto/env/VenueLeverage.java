package io.tradinggym.crypto.env;

import io.tradinggym.trading.LeverageLimit;
import io.tradinggym.trading.TradingDesk;

/** How large a position in the first asset a venue lends for, at its last price. */
final class VenueLeverage implements LeverageLimit {
  private final TradingDesk desk;
  private final CryptoRules rules;

  VenueLeverage(TradingDesk desk, CryptoRules rules) {
    this.desk = desk;
    this.rules = rules;
  }

  @Override
  public boolean permits(double weight) {
    double price = desk.price(0);
    double worth = weight * desk.equity();
    double coins = price > 0 ? worth / price : 0;
    return weight <= 1 || weight <= rules.mostLeverage(worth, coins);
  }
}

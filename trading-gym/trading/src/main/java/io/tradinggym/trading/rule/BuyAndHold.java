package io.tradinggym.trading.rule;

import io.tradinggym.market.data.AsOf;

/** Buys equal parts of everything, invested together, as soon as each can be traded, and holds. */
public record BuyAndHold() implements Rule {
  @Override
  public void decide(AsOf view, Intents intents) {
    for (int asset = 0; asset < view.assets(); asset++) {
      if (intents.held(asset) == 0) {
        intents.weight(asset, 1.0 / view.assets());
      }
    }
  }
}

package io.tradinggym.specialists.planted;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.testkit.EnvironmentContract;

class VolatilityMarketTest extends EnvironmentContract {
  @Override
  protected EnvironmentLogic environment() {
    return new VolatilityMarket(VolatilityLaw.standard());
  }
}

package io.tradinggym.specialists.planted;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.testkit.EnvironmentContract;

class MomentumMarketTest extends EnvironmentContract {
  @Override
  protected EnvironmentLogic environment() {
    return new MomentumMarket(MomentumLaw.standard(), true);
  }
}

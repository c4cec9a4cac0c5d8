package io.tradinggym.specialists.planted;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.testkit.EnvironmentContract;

class ReversionMarketTest extends EnvironmentContract {
  @Override
  protected EnvironmentLogic environment() {
    return new ReversionMarket(ReversionLaw.standard(), true);
  }
}

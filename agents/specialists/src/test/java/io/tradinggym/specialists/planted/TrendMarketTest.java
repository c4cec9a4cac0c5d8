package io.tradinggym.specialists.planted;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.testkit.EnvironmentContract;

class TrendMarketTest extends EnvironmentContract {
  @Override
  protected EnvironmentLogic environment() {
    return new TrendMarket(TrendLaw.standard(), true);
  }
}

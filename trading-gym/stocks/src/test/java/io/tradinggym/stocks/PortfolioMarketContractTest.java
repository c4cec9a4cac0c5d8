package io.tradinggym.stocks;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.testkit.MarketContract;
import io.tradinggym.testkit.Terms;
import io.tradinggym.testkit.TestMarket;
import java.util.Arrays;

class PortfolioMarketContractTest extends MarketContract {
  @Override
  protected EnvironmentLogic trading(TestMarket market, Terms terms) {
    return Registry.global().maker(PortfolioEnvironment.ID, TermOptions.of(market, terms)).get();
  }

  @Override
  protected void target(double weight, Terms terms, float[] action) {
    Arrays.fill(action, 0);
    action[0] = (float) (weight / terms.leverage());
  }

  @Override
  protected int warmUp() {
    return FeatureSet.DEFAULT.warmUp();
  }

  @Override
  protected double participation() {
    return Options.NONE.get(StockOptions.PARTICIPATION);
  }
}

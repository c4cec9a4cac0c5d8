package io.tradinggym.stocks;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Options;
import io.tradinggym.testkit.MarketContract;
import io.tradinggym.testkit.Terms;
import io.tradinggym.testkit.TestMarket;

class StockMarketContractTest extends MarketContract {
  @Override
  protected EnvironmentLogic trading(TestMarket market, Terms terms) {
    return Stock.on(
        new ReplayFeed(market.instruments().subList(0, 1), new OneAsset(market)),
        TermOptions.of(terms).set(StockOptions.ACTIONS, ActionMode.WEIGHT));
  }

  @Override
  protected void target(double weight, Terms terms, float[] action) {
    action[0] = (float) (weight / terms.leverage());
  }

  @Override
  protected int warmUp() {
    return FeatureColumns.WARM_UP;
  }

  @Override
  protected double participation() {
    return Options.NONE.get(StockOptions.PARTICIPATION);
  }
}

package io.tradinggym.stocks;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.testkit.EnvironmentContract;
import io.tradinggym.trading.Projection;
import org.junit.jupiter.api.Nested;

/** The stock environments as everybody uses them. */
class StockContractTest {
  private static EnvironmentLogic make(String id, Options options) {
    return Registry.global().maker(id, options).get();
  }

  private static Options shortEpisodes() {
    return Options.NONE.set(StockOptions.EPISODE, 60);
  }

  @Nested
  class Levels extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(StockEnvironment.ID, shortEpisodes());
    }
  }

  @Nested
  class SellHoldBuyWithLeverageAndShorts extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(
          StockEnvironment.ID,
          shortEpisodes()
              .set(StockOptions.ACTIONS, ActionMode.TRADE)
              .set(StockOptions.LEVERAGE, 3.0)
              .set(StockOptions.SHORTS, true)
              .set(StockOptions.WINDOW, 5));
    }
  }

  @Nested
  class PortfolioOfWeights extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(PortfolioEnvironment.ID, shortEpisodes());
    }
  }

  @Nested
  class PortfolioBySoftmax extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(
          PortfolioEnvironment.ID,
          shortEpisodes().set(StockOptions.PROJECTION, Projection.SOFTMAX));
    }
  }

  @Nested
  class PortfolioInvested extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(
          PortfolioEnvironment.ID,
          shortEpisodes().set(StockOptions.PROJECTION, Projection.INVESTED));
    }
  }
}

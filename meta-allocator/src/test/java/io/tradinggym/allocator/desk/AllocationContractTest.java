package io.tradinggym.allocator.desk;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.market.process.Markets;
import io.tradinggym.testkit.EnvironmentContract;
import org.junit.jupiter.api.Nested;

/** The account in sleeves as everybody uses it. */
class AllocationContractTest {
  private static EnvironmentLogic make(Options options) {
    return Registry.global().maker(AllocationEnvironment.ID, options).get();
  }

  private static Options small(String market) {
    return Options.NONE
        .set(AllocationOptions.MARKET, Markets.named(market))
        .set(AllocationOptions.HISTORY, 40)
        .set(AllocationOptions.EPISODE, 40);
  }

  @Nested
  class LongOnly extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(small("watchlist:SPY,QQQ,AAPL"));
    }
  }

  @Nested
  class WithShortsAndLeverage extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(
          small("noise:2")
              .set(AllocationOptions.SHORTS, true)
              .set(AllocationOptions.LEVERAGE, 2.0)
              .set(
                  AllocationOptions.SPECIALISTS,
                  Specialists.parse("up: ewma(5,0); back: zscore(5,1,0)")));
    }
  }
}

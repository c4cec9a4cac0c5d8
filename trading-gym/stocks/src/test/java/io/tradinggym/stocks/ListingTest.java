package io.tradinggym.stocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.Step;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.process.Markets;
import io.tradinggym.testkit.Terms;
import io.tradinggym.testkit.TestMarket;
import io.tradinggym.trading.TradingInfo;
import org.junit.jupiter.api.Test;

/** Assets that come late, leave early, or are told about too soon. */
class ListingTest {
  private static final int FIRST = FeatureSet.DEFAULT.warmUp();
  private static final int LENGTH = FIRST + 30;

  /** Commission is charged on the price after half the spread: 0.001 x 0.002 of the value. */
  private static final double COST_OF_COSTS = 2.5e-6;

  @Test
  void anAssetThatIsNotListedYetGetsNoWeight() {
    TestMarket market = TestMarket.noise(1, 2, LENGTH, 0.01, 0).haltedFrom(1, 0, FIRST + 10);
    try (Environment env =
        Gym.make(PortfolioEnvironment.ID, o -> TermOptions.of(market, Terms.FREE))) {
      env.reset(1);
      while (!env.ended()) {
        int bar = (int) (env.last().info(TradingInfo.TIME) / TestMarket.DAY);
        Step step = env.step(new float[] {0.5f, 0.5f});
        assertThat(step.info(TradingInfo.position(0))).isPositive();
        assertThat(step.info(TradingInfo.position(1)) > 0)
            .as("held after bar %d", bar)
            .isEqualTo(bar >= FIRST + 10);
      }
    }
  }

  @Test
  void theBenchmarkCountsWhatIsListed() {
    int gone = FIRST + 10;
    TestMarket market = TestMarket.noise(1, 2, LENGTH, 0.01, 0).haltedFrom(1, gone, LENGTH);
    try (Environment env =
        Gym.make(PortfolioEnvironment.ID, o -> TermOptions.of(market, Terms.FREE))) {
      env.reset(1);
      while (!env.ended()) {
        int bar = (int) (env.last().info(TradingInfo.TIME) / TestMarket.DAY) + 1;
        double benchmark = env.step(new float[2]).info(TradingInfo.BENCHMARK);
        double first = change(market, 0, bar);
        double expected = bar <= gone ? (first + change(market, 1, bar)) / 2 : first;
        assertThat(benchmark).as("bar %d, gone from %d", bar, gone).isEqualTo(expected);
      }
    }
  }

  private static double change(TestMarket market, int asset, int bar) {
    return (double) market.close(asset, bar) / market.close(asset, bar - 1) - 1;
  }

  @Test
  void anAssetThatLeavesIsPaidOutAndEndsStockV1() {
    int gone = FIRST + 10;
    TestMarket market = TestMarket.noise(1, 1, LENGTH, 0.01, 0).haltedFrom(0, gone, LENGTH);
    try (Environment env = Gym.make(StockEnvironment.ID, o -> TermOptions.of(market, Terms.FREE))) {
      env.reset(1);
      double before = 0;
      while (!env.ended()) {
        before = env.last().info(TradingInfo.EQUITY);
        env.step(4);
      }
      assertThat(env.endReason()).isEqualTo(EndReason.DELISTED);
      assertThat(env.last().info(TradingInfo.TIME)).isEqualTo((double) market.closeTime(gone));
      assertThat(env.last().info(TradingInfo.position(0))).isZero();
      assertThat(env.last().info(TradingInfo.EQUITY)).isEqualTo(before);
    }
  }

  @Test
  void thePayOutBearsNormalCosts() {
    int gone = FIRST + 10;
    double cost = 0.001 + 0.004 / 2;
    TestMarket market = TestMarket.constant(1, LENGTH).haltedFrom(0, gone, LENGTH);
    Options options =
        TermOptions.of(market, Terms.FREE.withCommission(0.001)).set(StockOptions.SPREAD, 0.004);
    try (Environment env = Gym.make(StockEnvironment.ID, o -> options)) {
      env.reset(1);
      double before = 0;
      double held = 0;
      while (!env.ended()) {
        before = env.last().info(TradingInfo.EQUITY);
        held = env.last().info(TradingInfo.GROSS);
        env.step(4);
      }
      assertThat(held).isPositive();
      assertThat(env.last().info(TradingInfo.EQUITY))
          .isCloseTo(before - cost * held, within(0.01 + COST_OF_COSTS * held));
    }
  }

  @Test
  void followingTheInjectedOracleWinsByFar() {
    Options options =
        Options.NONE
            .set(StockOptions.LEAK_NEXT_RETURN, true)
            .set(StockOptions.MARKET, Markets.named("noise"));
    int leak = FeatureSet.DEFAULT.size();
    try (Environment env = Gym.make(StockEnvironment.ID, o -> options)) {
      double growth = 0;
      for (long seed = 0; seed < 20; seed++) {
        env.reset(seed);
        while (!env.ended()) {
          growth += env.step(env.last().observation()[leak] > 0 ? 4 : 0).reward() / 20;
        }
      }
      // Half of the days rise, by 0.8 sigma = 1 % on average: about 1.26 a year, less costs.
      assertThat(growth).isBetween(1.0, 1.5);
    }
  }

  @Test
  void aMarketThatIsTooShortIsRefused() {
    TestMarket market = TestMarket.constant(1, FIRST);
    assertThatThrownBy(() -> Gym.make(StockEnvironment.ID, o -> TermOptions.of(market, Terms.FREE)))
        .hasMessageContaining(
            "the market has " + FIRST + " bars, but the first decision is at bar " + FIRST);
  }

  @Test
  void stockV1RefusesSeveralAssets() {
    TestMarket market = TestMarket.constant(3, LENGTH);
    assertThatThrownBy(() -> Gym.make(StockEnvironment.ID, o -> TermOptions.of(market, Terms.FREE)))
        .hasMessageContaining("Stock-v1 trades one asset, the market has 3; use Portfolio-v1");
  }
}

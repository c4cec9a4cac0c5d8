package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.check.EnvironmentChecker;
import io.tradinggym.market.account.Carry;
import io.tradinggym.market.account.CashOnly;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.Percent;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.exchange.VenueRules;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.feature.FeatureTables;
import io.tradinggym.market.process.Markets;
import io.tradinggym.reward.Rewards;
import io.tradinggym.trading.AccountBlock;
import io.tradinggym.trading.AccountInfo;
import io.tradinggym.trading.ClockBlock;
import io.tradinggym.trading.DailyCarry;
import io.tradinggym.trading.Delisting;
import io.tradinggym.trading.DeskRules;
import io.tradinggym.trading.DeskView;
import io.tradinggym.trading.Episodes;
import io.tradinggym.trading.FeaturesBlock;
import io.tradinggym.trading.InfoLayout;
import io.tradinggym.trading.MarketCursor;
import io.tradinggym.trading.ObservationLayout;
import io.tradinggym.trading.PositionsBlock;
import io.tradinggym.trading.PositionsInfo;
import io.tradinggym.trading.Projection;
import io.tradinggym.trading.ResultInfo;
import io.tradinggym.trading.RewardMemoryBlock;
import io.tradinggym.trading.TradingDesk;
import io.tradinggym.trading.TradingSpec;
import io.tradinggym.trading.WeightScheme;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The environment that the guide "Write an environment" describes. */
class DescribedEnvironmentGuideTest {
  private static Supplier<EnvironmentLogic> lanes() {
    Market market = Markets.named("watchlist:SPY,AAPL").forEpisodes(64, 253);
    FeatureTables tables = new FeatureTables(FeatureSet.DEFAULT, market);
    Costs costs = new Costs(new Percent(100, 100), Slippage.spread(2));
    DeskRules rules =
        new DeskRules(
            100_000,
            new CashOnly(),
            Collections.nCopies(2, costs),
            1000,
            VenueRules.ANY,
            0.01,
            List.of(EndReason.RUIN, EndReason.DELISTED));
    Supplier<EnvironmentLogic> lanes =
        TradingSpec.of(
                "Calm-v1",
                () ->
                    new TradingDesk(
                        new MarketCursor(market, tables, new Episodes(1, 252, true)),
                        rules,
                        desk ->
                            List.of(
                                new DailyCarry(desk, new Carry(0, 60_000, 10_000)),
                                new Delisting(desk))))
            .actions(desk -> new WeightScheme(desk, Projection.CLIP_NORMALISE, 1, false))
            .observation(
                lane ->
                    ObservationLayout.of(
                        new FeaturesBlock(lane.desk().cursor()),
                        new PositionsBlock(lane.desk()),
                        new AccountBlock(lane.desk()),
                        new ClockBlock(lane.desk().cursor()),
                        new RewardMemoryBlock(lane.reward())))
            .infos(
                lane ->
                    InfoLayout.of(
                        new AccountInfo(lane),
                        new ResultInfo(lane),
                        new PositionsInfo(lane.desk())))
            .view((desk, actions) -> DeskView.of(market, actions, List.of(), List.of()))
            .reward(Rewards.logReturn())
            .stepsPerYear(market.barsPerYear())
            .maxSteps(252)
            .lanes();
    return lanes;
  }

  @Test
  void itIsAnEnvironmentLikeAnyOther() {
    EnvironmentChecker.of(lanes()).seed(1).steps(300).check().requirePassed();
    try (Environment env = Gym.of(lanes())) {
      assertThat(env.spec().observationFields()).hasSize(env.observationSpace().size());
      assertThat(env.spec().trading()).isNotNull();
    }
  }
}

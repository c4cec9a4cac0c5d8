package io.tradinggym.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.CashOnly;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.exchange.VenueRules;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.feature.FeatureTables;
import io.tradinggym.market.feature.Features;
import io.tradinggym.market.process.Markets;
import io.tradinggym.market.reward.RewardInput;
import io.tradinggym.trading.rule.AboveAverage;
import io.tradinggym.trading.rule.RuleSteering;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule at a desk life after life, on prices that are drawn anew for each. */
class RuleSteeringTest {
  private static TradingDesk desk(long minimumNotional) {
    Market market = Markets.named("noise:1");
    DeskRules rules =
        new DeskRules(
            10_000,
            new CashOnly(),
            List.of(Costs.NONE),
            0,
            new VenueRules(1, 1, minimumNotional, 64),
            DeskRules.NO_BAND,
            List.of(EndReason.RUIN));
    return new TradingDesk(
        new MarketCursor(
            market,
            new FeatureTables(FeatureSet.of(Features.logReturn(10)), market),
            new Episodes(1, 60, false)),
        rules,
        _ -> List.of());
  }

  private static List<Double> live(TradingDesk desk, long seed) {
    RandomStream random = RandomStreams.of(seed).stream("lane");
    List<Double> weights = new ArrayList<>();
    desk.open(random);
    while (weights.size() < 60) {
      desk.trade(random);
      desk.value(new RewardInput());
      weights.add(desk.weight(0));
    }
    return weights;
  }

  /** Averages of the prices before are not those of the prices that came in their place. */
  @Test
  void aRuleKnowsNothingOfTheLifeBefore() {
    TradingDesk desk = desk(0);
    desk.steer(new RuleSteering(new AboveAverage(5), desk));
    live(desk, 1);
    List<Double> second = live(desk, 2);
    TradingDesk fresh = desk(0);
    fresh.steer(new RuleSteering(new AboveAverage(5), fresh));
    assertThat(second).isEqualTo(live(fresh, 2));
    assertThat(second).anyMatch(weight -> weight > 0.5).anyMatch(weight -> weight == 0);
  }

  /** Lives of one step begin at one bar: each sees the average of its own prices there. */
  @Test
  void noAverageOfAShortLifeIsKept() {
    TradingDesk desk = desk(0);
    desk.steer(new RuleSteering(new AboveAverage(5), desk));
    int held = 0;
    for (int seed = 1; seed <= 30; seed++) {
      TradingDesk fresh = desk(0);
      fresh.steer(new RuleSteering(new AboveAverage(5), fresh));
      for (TradingDesk each : List.of(desk, fresh)) {
        RandomStream random = RandomStreams.of(seed).stream("lane");
        each.open(random);
        each.trade(random);
        each.value(new RewardInput());
      }
      assertThat(desk.weight(0)).as("life %d", seed).isEqualTo(fresh.weight(0));
      held += desk.weight(0) > 0 ? 1 : 0;
    }
    assertThat(held).isBetween(5, 25);
  }

  /** An order of 500 dollars where 1,000 are the least is refused; a new life begins without a refusal. */
  @Test
  void refusalsAreOfTheLastStep() {
    TradingDesk desk = desk(1_000 * Money.UNITS);
    RandomStream random = RandomStreams.of(3).stream("lane");
    desk.open(random);
    desk.target(0, 0.05);
    desk.trade(random);
    assertThat(desk.refused()).isEqualTo(1);
    desk.target(0, 0.5);
    desk.trade(random);
    assertThat(desk.refused()).isZero();
    desk.target(0, 0.55);
    desk.trade(random);
    assertThat(desk.refused()).isEqualTo(1);
    desk.open(random);
    assertThat(desk.refused()).isZero();
  }
}

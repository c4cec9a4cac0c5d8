package io.tradinggym.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.exchange.VenueRules;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.feature.FeatureTables;
import io.tradinggym.market.feature.Features;
import io.tradinggym.market.reward.RewardInput;
import io.tradinggym.testkit.TestMarket;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A share of equity buys whole shares, at 100 each. */
class WholeSharesTest {
  private static double bought(double weight, double cash) {
    TestMarket market = TestMarket.constant(1, 10);
    DeskRules rules =
        new DeskRules(
            cash,
            FlatMargin.leverage(2),
            List.of(Costs.NONE),
            0,
            VenueRules.ANY,
            DeskRules.NO_BAND,
            List.of(EndReason.RUIN));
    TradingDesk desk =
        new TradingDesk(
            new MarketCursor(
                market,
                new FeatureTables(FeatureSet.of(Features.logReturn(1)), market),
                new Episodes(1, 0, false)),
            rules,
            _ -> List.of());
    desk.open(RandomStreams.of(1).stream("lane"));
    desk.target(0, weight);
    desk.trade(RandomStreams.of(1).stream("lane"));
    desk.value(new RewardInput());
    return desk.units(0);
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource({
    // As doubles these are 48.999..., 202.999... and 48.999... shares short.
    ".35, 14000, 49",
    ".29, 70000, 203",
    "-.35, 14000, -49",
    // No more than was asked for, long and short.
    ".4999, 10000, 49",
    "-.4999, 10000, -49",
    ".0099, 10000, 0",
    ".01, 10000, 1"
  })
  void asManyAsTheWeightPaysFor(double weight, double cash, double shares) {
    assertThat(bought(weight, cash)).isEqualTo(shares);
  }
}

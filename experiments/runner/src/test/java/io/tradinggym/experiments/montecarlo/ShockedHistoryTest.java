package io.tradinggym.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.data.BidAsk;
import io.tradinggym.market.data.CorporateEvents;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Equity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a history has beside its prices is in its changed copy, too. */
class ShockedHistoryTest {
  private static final int BARS = 10;

  private static double[] all(double price) {
    double[] prices = new double[BARS];
    Arrays.fill(prices, price);
    return prices;
  }

  /** At 100, from bar 7 on at 50 after a split; a dividend of a dollar in bar 8, a spread of 2 %. */
  private static ReplayMarket history() {
    long[] times = new long[BARS];
    Arrays.setAll(times, bar -> (bar + 1) * 86_400_000L);
    double[] price = all(100);
    Arrays.fill(price, 7, BARS, 50);
    double[] bid = Arrays.stream(price).map(each -> 0.99 * each).toArray();
    double[] ask = Arrays.stream(price).map(each -> 1.01 * each).toArray();
    double[] dividend = new double[BARS];
    dividend[8] = 1;
    int[] shares = new int[BARS];
    Arrays.fill(shares, 1);
    shares[7] = 2;
    int[] of = new int[BARS];
    Arrays.fill(of, 1);
    Series series =
        new Series(Equity.printed("X"), times, price, price, price, price, all(1000))
            .with(new CorporateEvents(dividend, shares, of))
            .with(
                new BidAsk(
                    new BidAsk.Side(bid, bid, bid, bid), new BidAsk.Side(ask, ask, ask, ask)));
    return ReplayMarket.of(List.of(series), 252);
  }

  @Test
  void actionsAndQuotesAreKeptAtTheChangedLevel() {
    Scenario crash = new Scenario("crash", "half", List.of(Scenario.Bar.moved(-0.5, -0.5, -0.5)));
    MarketData changed = ShockedHistory.of(history(), crash, 3).data();
    assertThat(changed.close(0, 3)).isEqualTo(5_000);
    assertThat(changed.asks().open(0, 3)).isEqualTo(5_050);
    assertThat(changed.bids().close(0, 6)).isEqualTo(4_950);
    assertThat(changed.close(0, 7)).isEqualTo(2_500);
    assertThat(changed.splitShares(0, 7)).isEqualTo(2);
    assertThat((double) changed.dividend(0, 8)).isCloseTo(0.5e8, within(1.0));
  }

  @Test
  void aSplitInsideTheScenarioNeverHappened() {
    Scenario crash = new Scenario("crash", "half", List.of(Scenario.Bar.moved(-0.5, -0.5, -0.5)));
    MarketData changed = ShockedHistory.of(history(), crash, 7).data();
    assertThat(changed.splitShares(0, 7)).isEqualTo(1);
    assertThat(changed.close(0, 9)).isEqualTo(5_000);
    assertThat((double) changed.dividend(0, 8)).isCloseTo(1e8, within(1.0));
  }
}

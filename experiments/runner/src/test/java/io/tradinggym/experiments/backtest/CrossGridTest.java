package io.tradinggym.experiments.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.trading.rule.MovingAverageCross;
import org.junit.jupiter.api.Test;

/** The fast path is the exchange's but for what lots and money units round. */
class CrossGridTest {
  private static final int[] FASTS = {1, 3, 8, 20};
  private static final int[] SLOWS = {5, 8, 30, 60};

  /** 1e7 dollars in hundredths of shares near 100: a lot is 1e-7 of the equity, over some dozens of trades. */
  private static final double LOTS = 5e-6;

  @Test
  void everyPairEndsWhereTheExchangeDoesAtEveryClose() {
    ReplayMarket market = Histories.wandering(1500, 1, 11);
    double[] start = exchange(market, 1, 5);
    Bars bars = market.data();
    int first = bars.length() - start.length;
    CrossGrid grid = new CrossGrid(bars, 0, first, 0.0005, 0.0003);
    double[][] growth = grid.growth(FASTS, SLOWS);
    int pairs = 0;
    for (int f = 0; f < FASTS.length; f++) {
      for (int s = 0; s < SLOWS.length; s++) {
        if (FASTS[f] >= SLOWS[s]) {
          assertThat(growth[f][s]).isNaN();
          continue;
        }
        double[] exact = exchange(market, FASTS[f], SLOWS[s]);
        double[] quick = grid.equity(FASTS[f], SLOWS[s]);
        assertThat(quick).hasSameSizeAs(exact);
        for (int t = 0; t < exact.length; t++) {
          assertThat(quick[t]).isCloseTo(exact[t] / exact[0], within(LOTS));
        }
        assertThat(growth[f][s]).isEqualTo(quick[quick.length - 1]);
        pairs++;
      }
    }
    assertThat(pairs).isEqualTo(12);
  }

  private static double[] exchange(ReplayMarket market, int fast, int slow) {
    return Backtest.of(new MovingAverageCross(fast, slow))
        .on(market)
        .commission(0.0005)
        .spread(0.0006)
        .cash(1e7)
        .fractions(100)
        .participation(1)
        .equity();
  }

  @Test
  void badNumbersAreRefused() {
    Bars bars = Histories.wandering(100, 1, 1).data();
    assertThatThrownBy(() -> new CrossGrid(bars, 0, 100, 0, 0))
        .hasMessageContaining("first decision before the last");
    CrossGrid grid = new CrossGrid(bars, 0, 0, 0, 0);
    assertThatThrownBy(() -> grid.equity(5, 5)).hasMessageContaining("fast < slow");
    assertThatThrownBy(() -> grid.growth(new int[] {0}, new int[] {5}))
        .hasMessageContaining(">= 1");
  }
}

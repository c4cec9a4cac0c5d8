package io.tradinggym.experiments.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.trading.rule.MovingAverageCross;
import java.util.List;
import java.util.stream.LongStream;
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

  /**
   * Bought at 12 after 11 stood above its average of two; a day without a bar, at whose last close both averages are
   * the same, decides nothing: it is held to 14.
   */
  @Test
  void aDayWithoutABarDecidesNothing() {
    double[] open = {10, 11, 12, 12.5, 14};
    double[] close = {10, 11, 12, 13, 14};
    Bars bars =
        ReplayMarket.of(
                List.of(
                    days("A", new long[] {1, 2, 3, 5, 6}, open, close),
                    days("B", new long[] {4}, new double[] {1}, new double[] {1})),
                252)
            .data();
    CrossGrid grid = new CrossGrid(bars, 0, 1, 0, 0);
    assertThat(grid.equity(1, 2)).hasSize(5);
    assertThat(grid.equity(1, 2)[4]).isCloseTo(14 / 12.0, within(1e-12));
    assertThat(grid.growth(new int[] {1}, new int[] {2})[0][0]).isEqualTo(grid.equity(1, 2)[4]);
    // A cross on the last bar is filled nowhere.
    assertThat(new CrossGrid(bars, 0, 4, 0, 0).equity(1, 2)).containsExactly(1, 1);
  }

  private static Series days(String symbol, long[] days, double[] open, double[] close) {
    int n = days.length;
    double[] high = new double[n];
    double[] low = new double[n];
    double[] volume = new double[n];
    for (int t = 0; t < n; t++) {
      high[t] = Math.max(open[t], close[t]);
      low[t] = Math.min(open[t], close[t]);
      volume[t] = 1e9;
    }
    long[] times = LongStream.of(days).map(day -> day * 86_400_000L).toArray();
    return new Series(Equity.printed(symbol), times, open, high, low, close, volume);
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

package io.tradinggym.experiments.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.data.series.PriceBars;
import org.junit.jupiter.api.Test;

class SignalBacktestTest {
  private static final long DAY = 86_400_000;
  private static final SignalBacktest.Rule RULE = new SignalBacktest.Rule(0.65, 3, 10_000);

  /** Half a spread and as much commission, each way. */
  private static final double BASIS_POINT = 1e-4;

  private static PriceBars bars(double[]... rows) {
    PriceBars bars = new PriceBars();
    for (int i = 0; i < rows.length; i++) {
      bars.append(i * DAY, rows[i][0], rows[i][1], rows[i][2], rows[i][3], 1e7);
    }
    return bars;
  }

  private static double[] flat(double price) {
    return new double[] {price, price + 1, price - 1, price};
  }

  @Test
  void itBuysAtTheNextOpenAndSellsAfterTheHorizonWithCosts() {
    PriceBars bars =
        bars(flat(100), flat(100), flat(101), flat(102), flat(104), flat(104), flat(104));
    SignalBacktest test = SignalBacktest.run(bars, 0, bar -> bar == 0 ? 0.7 : 0.5, bar -> 50, RULE);
    assertThat(test.trades()).hasSize(1);
    SignalBacktest.Trade trade = test.trades().getFirst();
    assertThat(trade.signal()).isZero();
    assertThat(trade.entry()).isEqualTo(1);
    assertThat(trade.exit()).as("held over three closes, sold at the next open").isEqualTo(4);
    assertThat(trade.stopped()).isFalse();
    double shares = trade.shares();
    double bought = 100 * (1 + BASIS_POINT);
    double sold = 104 * (1 - BASIS_POINT);
    double profit = shares * (sold - bought - BASIS_POINT * (sold + bought));
    assertThat(trade.profit()).isCloseTo(profit, within(0.05));
    assertThat(test.equity()[6]).isCloseTo(10_000 + trade.profit(), within(1e-6));
    assertThat(test.totalReturn()).isCloseTo(trade.profit() / 10_000, within(1e-9));
  }

  @Test
  void aStopTwoRangesBelowTheEntrySellsAndAGapSellsAtTheOpen() {
    PriceBars inside =
        bars(flat(100), flat(100), new double[] {100, 101, 94, 95}, flat(95), flat(95), flat(95));
    SignalBacktest.Trade met =
        SignalBacktest.run(inside, 0, bar -> bar == 0 ? 0.7 : 0, bar -> 4, RULE)
            .trades()
            .getFirst();
    assertThat(met.stopped()).isTrue();
    assertThat(met.exit()).isEqualTo(2);
    assertThat(met.simpleReturn()).isCloseTo(-0.04, within(1e-3));
    PriceBars gap =
        bars(flat(100), flat(100), new double[] {90, 91, 89, 90}, flat(90), flat(90), flat(90));
    SignalBacktest.Trade fell =
        SignalBacktest.run(gap, 0, bar -> bar == 0 ? 0.7 : 0, bar -> 4, RULE).trades().getFirst();
    assertThat(fell.stopped()).isTrue();
    assertThat(fell.simpleReturn()).isCloseTo(-0.10, within(1e-3));
    PriceBars entryDay =
        bars(flat(100), new double[] {100, 101, 94, 97}, flat(97), flat(97), flat(97), flat(97));
    SignalBacktest.Trade first =
        SignalBacktest.run(entryDay, 0, bar -> bar == 0 ? 0.7 : 0, bar -> 4, RULE)
            .trades()
            .getFirst();
    assertThat(first.exit()).as("the entry day is protected, too").isEqualTo(1);
    assertThat(first.simpleReturn()).isCloseTo(-0.04, within(1e-3));
  }

  @Test
  void holdingBuysOnceAndNothingIsTradedBelowTheThreshold() {
    PriceBars bars = bars(flat(100), flat(100), flat(110), flat(120), flat(121));
    SignalBacktest hold = SignalBacktest.hold(bars, 0, RULE);
    assertThat(hold.trades()).isEmpty();
    assertThat(hold.totalReturn()).isCloseTo(0.21, within(0.005));
    assertThat(hold.maxDrawdown()).isLessThan(0.001);
    SignalBacktest none = SignalBacktest.run(bars, 0, bar -> 0.65, bar -> 4, RULE);
    assertThat(none.trades()).isEmpty();
    assertThat(none.totalReturn()).isZero();
    assertThat(none.winRate()).isNaN();
  }
}

package io.tradinggym.allocator.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Snapshots;
import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Clock;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Equity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A specialist's own book by hand: decided at a close, filled at the next open, with costs of a per cent. */
class PaperBookTest {
  private static final long DAY = 86_400_000L;
  private static final double EXACT = 1e-12;

  private static Series series(String symbol, long[] days, double[] open, double[] close) {
    int n = days.length;
    long[] times = new long[n];
    double[] high = new double[n];
    double[] low = new double[n];
    double[] volume = new double[n];
    for (int bar = 0; bar < n; bar++) {
      times[bar] = days[bar] * DAY;
      high[bar] = Math.max(open[bar], close[bar]);
      low[bar] = Math.min(open[bar], close[bar]);
      volume[bar] = 1_000;
    }
    return new Series(Equity.adjusted(symbol), times, open, high, low, close, volume);
  }

  /** The second share has no bar on the third day. */
  private final ReplayMarket market =
      ReplayMarket.of(
          List.of(
              series(
                  "A",
                  new long[] {1, 2, 3, 4},
                  new double[] {100, 110, 100, 50},
                  new double[] {100, 120, 60, 50}),
              series(
                  "B", new long[] {1, 2, 4}, new double[] {10, 10, 20}, new double[] {10, 10, 20})),
          252);

  private final Bars bars = market.data();
  private final Clock clock = new Clock(bars, market.instruments());

  private AsOf at(int bar) {
    clock.set(bar);
    return clock.view();
  }

  @Test
  void whatIsDecidedAtACloseIsFilledAtTheNextOpen() {
    PaperBook book = new PaperBook(2, 0.01, 0.05);
    book.order(at(0), new double[] {0.5, -0.2});
    assertThat(book.wanted(at(0), 0)).isCloseTo(0.5, within(EXACT));
    assertThat(book.weight(at(0), 0)).isZero();
    book.pass(at(1));
    // 0.005 of A at 110 and -0.02 of B at 10: 0.55 bought, 0.2 sold, 0.0075 of costs.
    double cash = 1 - 0.55 + 0.2 - 0.0075;
    double worth = cash + 0.005 * 120 - 0.2;
    assertThat(book.worth()).isCloseTo(worth, within(EXACT));
    assertThat(book.lastReturn()).isCloseTo(worth - 1, within(EXACT));
    assertThat(book.turnover()).isCloseTo(0.75, within(EXACT));
    assertThat(book.weight(at(1), 0)).isCloseTo(0.6 / worth, within(EXACT));
    assertThat(book.drawdown()).isZero();
    // Nothing was ordered: A falls to 60, B keeps its last close.
    book.pass(at(2));
    double fallen = cash + 0.005 * 60 - 0.2;
    assertThat(book.worth()).isCloseTo(fallen, within(EXACT));
    assertThat(book.lastReturn()).isCloseTo(fallen / worth - 1, within(EXACT));
    assertThat(book.turnover()).isZero();
    assertThat(book.drawdown()).isCloseTo(1 - fallen / worth, within(EXACT));
    book.markPeak();
    assertThat(book.drawdown()).isZero();
  }

  @Test
  void whereThereIsNoBarAnOrderLapses() {
    PaperBook book = new PaperBook(2, 0, 0);
    book.order(at(1), new double[] {0, 0.5});
    book.pass(at(2));
    assertThat(book.weight(at(2), 1)).isZero();
    assertThat(book.turnover()).isZero();
    book.pass(at(3));
    assertThat(book.worth()).as("it does not wait for the next bar").isEqualTo(1);
  }

  /** Half of A, then a third: both are within a band of 0.4 of each other and of nothing, but nothing is asked for. */
  @Test
  void insideTheBandNothingMovesButToNothing() {
    PaperBook book = new PaperBook(2, 0, 0.4);
    book.order(at(0), new double[] {0.39, 0});
    book.pass(at(1));
    assertThat(book.turnover()).as("0.39 is too little").isZero();
    book.begin();
    book.order(at(0), new double[] {0.5, 0});
    book.pass(at(1));
    book.pass(at(2));
    double held = book.weight(at(2), 0);
    assertThat(held).isBetween(0.3, 0.4);
    book.order(at(2), new double[] {0.1, 0});
    assertThat(book.wanted(at(2), 0)).as("close enough").isEqualTo(held);
    book.order(at(2), new double[] {0, 0});
    assertThat(book.wanted(at(2), 0)).isZero();
    book.pass(at(3));
    assertThat(book.weight(at(3), 0)).isZero();
    assertThat(book.turnover()).isPositive();
  }

  /** Sold short at 10, bought nothing back, and at 20 more is owed than there was. */
  @Test
  void aRuinedBookStaysAtNothing() {
    PaperBook book = new PaperBook(2, 0, 0);
    book.order(at(0), new double[] {0, -2});
    book.pass(at(1));
    assertThat(book.worth()).isCloseTo(1, within(EXACT));
    book.pass(at(2));
    book.pass(at(3));
    assertThat(book.worth()).isZero();
    assertThat(book.lastReturn()).isEqualTo(-1);
    assertThat(book.drawdown()).isEqualTo(1);
    book.order(at(3), new double[] {1, 0});
    assertThat(book.wanted(at(3), 0)).isZero();
  }

  @Test
  void aSavedBookGoesOnAsItWas() {
    PaperBook book = new PaperBook(2, 0.01, 0);
    book.order(at(0), new double[] {0.5, -0.2});
    book.pass(at(1));
    book.order(at(1), new double[] {0.1, 0.3});
    PaperBook other = new PaperBook(2, 0.01, 0);
    Snapshots.restore(other, Snapshots.take(book));
    for (PaperBook each : List.of(book, other)) {
      assertThat(each.turnover()).isCloseTo(0.75, within(EXACT));
      each.pass(at(2));
    }
    assertThat(other.worth()).isEqualTo(book.worth());
    assertThat(other.lastReturn()).isEqualTo(book.lastReturn());
    assertThat(other.drawdown()).isEqualTo(book.drawdown()).isPositive();
  }
}

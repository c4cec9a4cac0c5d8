package io.tradinggym.market.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.BidAsk;
import io.tradinggym.market.data.CorporateEvents;
import io.tradinggym.market.data.MarkAndFunding;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Perpetual;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BootstrapMarketTest {
  private static final long DAY = 86_400_000L;
  private static final double TICK_ROUNDING = 2e-6;

  /** Returns of bar t are (t + 1) / 1000 for the first asset and twice that for the second: each tells its origin. */
  private static MarketData history(int bars) {
    return ReplayMarket.of(List.of(series("A", bars, 1), series("B", bars, 2)), 252).data();
  }

  private static Series series(String symbol, int bars, int factor) {
    long[] times = new long[bars];
    double[] open = new double[bars];
    double[] high = new double[bars];
    double[] low = new double[bars];
    double[] close = new double[bars];
    double[] volume = new double[bars];
    double price = 1000;
    for (int t = 0; t < bars; t++) {
      times[t] = (t + 1) * DAY;
      open[t] = price;
      price *= 1 + factor * (t + 1) / 1000.0;
      close[t] = price;
      high[t] = price * 1.01;
      low[t] = open[t] * 0.99;
      volume[t] = 100 + t;
    }
    return new Series(Equity.adjusted(symbol), times, open, high, low, close, volume);
  }

  @Test
  void blocksHaveTheirMeanLengthAndRunOnAroundTheEnd() {
    BlockBootstrap bootstrap = new BlockBootstrap(1000, 8);
    RandomStream random = RandomStreams.of(1).stream("blocks");
    int steps = 400_000;
    int index = bootstrap.first(random);
    int jumps = 0;
    int wraps = 0;
    for (int i = 0; i < steps; i++) {
      int next = bootstrap.next(random, index);
      assertThat(next).isBetween(0, 999);
      jumps += next == (index + 1) % 1000 ? 0 : 1;
      wraps += index == 999 && next == 0 ? 1 : 0;
      index = next;
    }
    // a new block begins with chance 1/8 and lands on the next bar anyway with chance 1/1000
    double error = 5 * Math.sqrt(0.125 * 0.875 / steps);
    assertThat((double) jumps / steps).isCloseTo(0.125 * 0.999, within(error));
    assertThat(wraps).isPositive();
  }

  @Test
  void barsAreThoseOfHistoryWithAssetsOnTheirCommonDay() {
    MarketData data = history(40);
    MarketTape tape = new BootstrapMarket(data, 5, 300, 10, 252).tape();
    tape.next(RandomStreams.of(2).stream("bootstrap"));
    Bars bars = tape.bars();
    assertThat(bars.length()).isEqualTo(310);
    for (int t = 1; t < 200; t++) {
      int origin = (int) bars.volume(0, t) - 100;
      assertThat(bars.volume(1, t)).isEqualTo(100 + origin);
      assertThat((double) bars.close(0, t) / bars.close(0, t - 1) - 1)
          .isCloseTo((origin + 1) / 1000.0, within(TICK_ROUNDING));
      if (bars.close(1, t) < SimulatedMarket.MAX_TICKS / 2) {
        assertThat((double) bars.close(1, t) / bars.close(1, t - 1) - 1)
            .isCloseTo(2 * (origin + 1) / 1000.0, within(TICK_ROUNDING));
      }
      assertThat(bars.high(0, t))
          .isGreaterThanOrEqualTo(Math.max(bars.open(0, t), bars.close(0, t)));
      assertThat(bars.low(0, t)).isLessThanOrEqualTo(Math.min(bars.open(0, t), bars.close(0, t)));
    }
  }

  /** Of bar t the mark is 1 % above the price, bid and ask 2 % from it, and funding is t. */
  @Test
  void perpetualsKeepMarksFundingAndQuotesOfTheirBar() {
    Series spot = series("A", 40, 1);
    long[] funding = LongStream.range(0, 40).toArray();
    long[] interval = LongStream.range(0, 40).map(t -> t < 20 ? DAY : 2 * DAY).toArray();
    Series perpetual =
        new Series(
                new Perpetual(
                    "A-PERP", new Currency("BTC"), Currency.USD, Money.UNITS / 1000, 1000),
                spot.closeTimes(),
                spot.open(),
                spot.high(),
                spot.low(),
                spot.close(),
                spot.volume())
            .with(
                new MarkAndFunding(
                    times(1.03, spot.high()),
                    times(0.97, spot.low()),
                    times(1.01, spot.close()),
                    funding,
                    interval))
            .with(new BidAsk(side(0.98, spot), side(1.02, spot)));
    BootstrapMarket market =
        new BootstrapMarket(ReplayMarket.of(List.of(perpetual), 365).data(), 5, 100, 10, 365);
    assertThat(market.quoted()).isTrue();
    MarketTape tape = market.tape();
    tape.next(RandomStreams.of(3).stream("bootstrap"));
    Bars bars = tape.bars();
    assertThat(bars.fundingInterval(0)).isPositive();
    for (int t = 1; t < 110; t++) {
      long origin = bars.funding(0, t);
      double close = bars.close(0, t);
      assertThat(close / bars.close(0, t - 1) - 1)
          .isCloseTo((origin + 1) / 1000.0, within(TICK_ROUNDING));
      assertThat(bars.fundingInterval(0, t)).isEqualTo(origin < 20 ? DAY : 2 * DAY);
      assertThat(bars.mark(0, t) / close).isCloseTo(1.01, within(TICK_ROUNDING));
      assertThat((double) bars.markHigh(0, t) / bars.high(0, t))
          .isCloseTo(1.03, within(TICK_ROUNDING));
      assertThat((double) bars.markLow(0, t) / bars.low(0, t))
          .isCloseTo(0.97, within(TICK_ROUNDING));
      assertThat(bars.asks().close(0, t) / close).isCloseTo(1.02, within(TICK_ROUNDING));
      assertThat((double) bars.bids().open(0, t) / bars.open(0, t))
          .isCloseTo(0.98, within(TICK_ROUNDING));
    }
  }

  private static BidAsk.Side side(double factor, Series of) {
    return new BidAsk.Side(
        times(factor, of.open()),
        times(factor, of.high()),
        times(factor, of.low()),
        times(factor, of.close()));
  }

  private static double[] times(double factor, double[] prices) {
    return Arrays.stream(prices).map(price -> factor * price).toArray();
  }

  @Test
  void daysBeforeAllAreListedAreNotUsed() {
    Series late = series("B", 40, 2);
    Series listedLater =
        new Series(
            late.instrument(),
            tail(late.closeTimes()),
            tail(late.open()),
            tail(late.high()),
            tail(late.low()),
            tail(late.close()),
            tail(late.volume()));
    MarketData data = ReplayMarket.of(List.of(series("A", 40, 1), listedLater), 252).data();
    MarketTape tape = new BootstrapMarket(data, 3, 500, 0, 252).tape();
    tape.next(RandomStreams.of(3).stream("bootstrap"));
    for (int t = 0; t < 500; t++) {
      // the first day of B has no close before it
      assertThat(tape.bars().volume(0, t)).isGreaterThanOrEqualTo(100 + 21);
    }
  }

  private static double[] tail(double[] x) {
    return java.util.Arrays.copyOfRange(x, 20, x.length);
  }

  private static long[] tail(long[] x) {
    return java.util.Arrays.copyOfRange(x, 20, x.length);
  }

  @Test
  void badSettingsAreNamed() {
    assertThatThrownBy(() -> new BlockBootstrap(10, 0.5))
        .hasMessageContaining("meanBlock must be >= 1");
    assertThatThrownBy(() -> new BootstrapMarket(history(5), 2, 1, 0, 252))
        .hasMessageContaining("bars must be >= 2");
    assertThatThrownBy(() -> new BootstrapMarket(history(2), 2, 10, 0, 252))
        .hasMessageContaining("at least 2 bars");
  }

  @Test
  void pricesAsPrintedAreRefused() {
    long[] times = {1, 2, 3};
    double[] price = {10, 5, 5};
    CorporateEvents split =
        new CorporateEvents(new double[3], new int[] {1, 2, 1}, new int[] {1, 1, 1});
    Series printed =
        new Series(Equity.printed("X"), times, price, price, price, price, price).with(split);
    MarketData data = ReplayMarket.of(List.of(printed), 252).data();
    assertThatThrownBy(() -> new BootstrapMarket(data, 2, 2, 0, 252))
        .hasMessageContaining("needs adjusted prices");
  }
}

package io.tradinggym.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.PerShare;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.BidAsk;
import io.tradinggym.market.data.CorporateEvents;
import io.tradinggym.market.data.FractionalShares;
import io.tradinggym.market.data.HistoryWindows;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.Range;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Fills where bid and ask are known, by numbers worked out by hand; rows are bid and ask, open to close, cents. */
class QuotesTest {
  /** A spread of 4 cents around 100. */
  private static final double[] CALM = {9998, 9998, 9998, 9998, 10_002, 10_002, 10_002, 10_002};

  private final List<String> events = new ArrayList<>();
  private final Account account =
      new Account(List.of(Equity.printed("SPY")), Currency.USD, FlatMargin.leverage(2));

  private static Series series(double[]... rows) {
    int n = rows.length;
    double[][] columns = new double[8][n];
    double[][] middle = new double[4][n];
    double[] volume = new double[n];
    long[] times = new long[n];
    for (int i = 0; i < n; i++) {
      times[i] = (i + 1) * 86_400_000L;
      volume[i] = 1000;
      for (int field = 0; field < 8; field++) {
        columns[field][i] = rows[i][field] / 100;
      }
      for (int field = 0; field < 4; field++) {
        middle[field][i] = (columns[field][i] + columns[field + 4][i]) / 2;
      }
    }
    BidAsk.Side bid = new BidAsk.Side(columns[0], columns[1], columns[2], columns[3]);
    BidAsk.Side ask = new BidAsk.Side(columns[4], columns[5], columns[6], columns[7]);
    Equity share = Equity.printed("SPY");
    return new Series(share, times, middle[0], middle[1], middle[2], middle[3], volume)
        .with(new BidAsk(bid, ask));
  }

  private static MarketData data(double[]... rows) {
    return ReplayMarket.of(List.of(series(rows)), 252).data();
  }

  private BarExchange exchange(Costs costs, double[]... rows) {
    return exchange(data(rows), costs);
  }

  private BarExchange exchange(Bars bars, Costs costs) {
    account.reset(100_000 * Money.UNITS);
    ExecutionListener listener =
        fill ->
            events.add(
                fill.lots()
                    + " at "
                    + fill.ticks()
                    + " of "
                    + fill.reference()
                    + ", slippage "
                    + Money.format(fill.slippage())
                    + ", fee "
                    + Money.format(fill.commission()));
    BarExchange exchange =
        new BarExchange(bars, account, costs, BarExchange.UNLIMITED, listener, VenueRules.ANY);
    exchange.reset(0);
    return exchange;
  }

  @Test
  void aBuyPaysTheAskAndASaleGetsTheBid() {
    BarExchange exchange = exchange(Costs.NONE, CALM, CALM, CALM);
    exchange.target(0, 100);
    exchange.step();
    assertThat(exchange.middle(0)).isEqualTo(10_000);
    exchange.target(0, 0);
    exchange.step();
    assertThat(events)
        .containsExactly(
            "100 at 10002 of 10000, slippage 2.00, fee 0.00",
            "-100 at 9998 of 10000, slippage 2.00, fee 0.00");
    assertThat(account.equity()).isEqualTo(99_996 * Money.UNITS);
  }

  @Test
  void aSpreadThatCostsAssumeIsNotPaidBesideTheOneThatThereWas() {
    Costs costs = new Costs(PerShare.IB_FIXED, Slippage.spread(100)).plus(Costs.basisPoints(0, 50));
    BarExchange exchange = exchange(costs, CALM, CALM);
    exchange.target(0, 100);
    exchange.step();
    assertThat(events).containsExactly("100 at 10002 of 10000, slippage 2.00, fee 1.00");
  }

  @Test
  void impactComesOnTop() {
    // All of the volume is worth 1 % of the price, a tenth of it a hundredth of that: 1.0002 ticks.
    Costs costs =
        new Costs(Commission.NONE, Slippage.spread(100).plus(Slippage.volumeShare(0.01, 1)));
    double[] wide = {9998, 10_100, 9000, 9998, 10_002, 10_104, 9004, 10_002};
    BarExchange exchange = exchange(costs, CALM, wide);
    exchange.target(0, 100);
    exchange.step();
    assertThat(events).containsExactly("100 at 10004 of 10000, slippage 4.00, fee 0.00");
  }

  @Test
  void aLimitToBuyLooksAtWhatIsAsked() {
    double[] touched = {9998, 9998, 9940, 9950, 10_002, 10_002, 9960, 9970};
    double[] through = {9950, 9950, 9900, 9950, 9970, 9970, 9949, 9970};
    BarExchange exchange = exchange(Costs.NONE, CALM, touched, through);
    exchange.submit(Order.limit(1, 0, 100, 9950).with(TimeInForce.GTC));
    exchange.step();
    assertThat(events).isEmpty();
    exchange.step();
    assertThat(events).containsExactly("100 at 9950 of 9950, slippage 0.00, fee 0.00");
  }

  @Test
  void aStopToSellLooksAtWhatIsBid() {
    double[] low = {9998, 9998, 9945, 9990, 10_002, 10_002, 9965, 9994};
    BarExchange exchange = exchange(Costs.NONE, CALM, CALM, low);
    exchange.target(0, 100);
    exchange.step();
    exchange.submit(Order.stop(1, 0, -100, 9950));
    exchange.step();
    assertThat(events.getLast()).isEqualTo("-100 at 9950 of 9952, slippage 2.00, fee 0.00");
  }

  @Test
  void aGapIsFilledAtTheOpenOfTheSideThatIsPaid() {
    double[] gap = {9900, 9900, 9900, 9900, 9910, 9910, 9910, 9910};
    BarExchange exchange = exchange(Costs.NONE, CALM, CALM, gap);
    exchange.target(0, 100);
    exchange.step();
    exchange.submit(Order.stop(1, 0, -100, 9950));
    exchange.submit(Order.limit(2, 0, 50, 9950));
    exchange.step();
    assertThat(events.subList(1, 3))
        .containsExactly(
            "-100 at 9900 of 9905, slippage 5.00, fee 0.00",
            "50 at 9910 of 9905, slippage 2.50, fee 0.00");
  }

  @Test
  void aBracketCrossesTheSpread() {
    double[] both = {9998, 9998, 7998, 9598, 10_002, 10_002, 8002, 9602};
    BarExchange exchange = exchange(Costs.NONE, CALM, both, CALM);
    exchange.submit(Order.limit(1, 0, 100, 9500));
    exchange.submit(Order.stop(2, 0, -100, 9000).after(1));
    exchange.step();
    assertThat(events)
        .containsExactly(
            "100 at 9500 of 9500, slippage 0.00, fee 0.00",
            "-100 at 9000 of 9002, slippage 2.00, fee 0.00");
  }

  @Test
  void whatIsClosedOutGetsTheBid() {
    account.reset(100_000 * Money.UNITS);
    double[] crash = {4998, 4998, 4998, 4998, 5002, 5002, 5002, 5002};
    BarExchange exchange = exchange(Costs.NONE, CALM, CALM, crash);
    exchange.target(0, 1900);
    exchange.step();
    assertThat(exchange.step()).isTrue();
    assertThat(events.getLast()).startsWith("-1900 at 4998 of 5000");
  }

  @Test
  void whatIsBoughtBackPaysTheAsk() {
    double[] rally = {14_998, 14_998, 14_998, 14_998, 15_002, 15_002, 15_002, 15_002};
    BarExchange exchange = exchange(Costs.NONE, CALM, CALM, rally);
    exchange.target(0, -1900);
    exchange.step();
    assertThat(exchange.step()).isTrue();
    assertThat(events.getLast()).startsWith("1900 at 15002 of 15000");
  }

  /** 2,000 at 100 need all of 100,000; half a spread of 2 cents each is missing. */
  @Test
  void whatIsAffordedCountsTheSpread() {
    BarExchange exchange = exchange(Costs.NONE, CALM, CALM, CALM);
    exchange.submit(Order.market(1, 0, 2000).with(TimeInForce.FOK));
    exchange.submit(2, new Legs().add(0, 1), 2000, Exchange.NO_LIMIT);
    exchange.step();
    assertThat(events).isEmpty();
    exchange.submit(3, new Legs().add(0, 1), 1000, Exchange.NO_LIMIT);
    exchange.step();
    assertThat(events).containsExactly("1000 at 10002 of 10000, slippage 20.00, fee 0.00");
  }

  /** Half of the wider spread, 9 cents at the open against 4 at the close, rounded up; and never beyond the bar. */
  @Test
  void whatLeavesTheMarketPaysHalfOfTheWiderSpread() {
    double[] atOpen = {9996, 10_100, 9000, 9998, 10_005, 10_109, 9009, 10_002};
    double[] atClose = {9998, 10_100, 9000, 9995, 10_002, 10_109, 9009, 10_004};
    double[] narrow = {9997, 9998, 9997, 9998, 10_006, 10_006, 10_002, 10_002};
    List<String> got = new ArrayList<>();
    for (double[] bar : List.of(atOpen, atClose, narrow)) {
      for (long lots : new long[] {100, -100}) {
        BarExchange exchange = exchange(Costs.NONE, CALM, CALM, bar);
        exchange.target(0, lots);
        exchange.step();
        exchange.step();
        exchange.closeOut(0);
        got.add(events.getLast().substring(0, events.getLast().indexOf(",")));
      }
    }
    assertThat(got)
        .containsExactly(
            "-100 at 9995 of 10000", "100 at 10005 of 10000",
            "-100 at 9995 of 10000", "100 at 10005 of 10000",
            "-100 at 9997 of 10000", "100 at 10005 of 10000");
  }

  /** Bought at an ask of 95.00: what was bid there is 94.96, at a stop of 94.98 already; a buyer waits for its ask. */
  @Test
  void whatBeginsInsideTheBarBeginsOnItsOwnSide() {
    double[] both = {9998, 9998, 7998, 9398, 10_002, 10_002, 8002, 9402};
    BarExchange exchange = exchange(Costs.NONE, CALM, both, CALM);
    exchange.submit(Order.limit(1, 0, 100, 9500));
    exchange.submit(Order.stop(2, 0, -100, 9498).after(1));
    exchange.submit(Order.stop(3, 0, 50, 9503).after(1));
    exchange.step();
    assertThat(events)
        .containsExactly(
            "100 at 9500 of 9500, slippage 0.00, fee 0.00",
            "-100 at 9496 of 9498, slippage 2.00, fee 0.00");
  }

  @Test
  void positionsAreWorthTheMiddle() {
    BarExchange exchange = exchange(Costs.NONE, CALM, CALM);
    exchange.target(0, -100);
    exchange.step();
    assertThat(account.mark(0)).isEqualTo(10_000);
    assertThat(account.equity()).isEqualTo(99_998 * Money.UNITS);
  }

  @Test
  void severalLegsAreFilledAtTheirSides() {
    Series one = series(CALM, CALM);
    double[] wide = {4990, 4990, 4990, 4990, 5010, 5010, 5010, 5010};
    Series other =
        new Series(
                Equity.printed("QQQ"),
                one.closeTimes(),
                one.open(),
                one.high(),
                one.low(),
                one.close(),
                one.volume())
            .with(Objects.requireNonNull(series(wide, wide).quotes()));
    Account two =
        new Account(
            List.of(one.instrument(), other.instrument()), Currency.USD, FlatMargin.leverage(2));
    two.reset(100_000 * Money.UNITS);
    BarExchange exchange =
        new BarExchange(
            ReplayMarket.of(List.of(one, other), 252).data(),
            two,
            Costs.NONE,
            0,
            (o, x, l, t, c) -> events.add(l + " at " + t));
    exchange.reset(0);
    Legs legs = new Legs();
    legs.add(0, 1);
    legs.add(1, -2);
    exchange.submit(1, legs, 10, Exchange.NO_LIMIT);
    exchange.step();
    assertThat(events).containsExactly("10 at 10002", "-20 at 4990");
  }

  @Test
  void partsFractionsAndWindowsOfHistoryKeepTheirQuotes() {
    double[] later = {9990, 9990, 9990, 9990, 10_010, 10_010, 10_010, 10_010};
    MarketData whole = data(CALM, CALM, later, later);
    ReplayMarket market = new ReplayMarket(whole, 252);
    assertThat(market.quoted()).isTrue();
    Bars part = whole.slice(2, 4);
    Bars parts = FractionalShares.of(market, 10).tape().bars();
    HistoryWindows.Run run = new HistoryWindows.Run(1, 3);
    Bars window = new HistoryWindows(whole, 252, List.of(run)).tape().bars();
    assertThat(part.asks().open(0, 0)).isEqualTo(10_010);
    assertThat(part.bids().close(0, 1)).isEqualTo(9990);
    assertThat(parts.asks().high(0, 1)).isEqualTo(10_002);
    assertThat(parts.quoted(0)).isTrue();
    assertThat(window.bids().low(0, 1)).isEqualTo(9990);
    assertThat(window.asks().open(0, 0)).isEqualTo(10_002);
    assertThat(whole.fingerprint()).isNotEqualTo(data(CALM, CALM, later, CALM).fingerprint());
  }

  @Test
  void windowsAndRangesSayThatPricesAreAsPrinted() {
    CorporateEvents events =
        new CorporateEvents(new double[] {0, 1.5, 0}, new int[] {1, 1, 1}, new int[] {1, 1, 1});
    ReplayMarket market = ReplayMarket.of(List.of(series(CALM, CALM, CALM).with(events)), 252);
    HistoryWindows.Run run = new HistoryWindows.Run(0, 3);
    HistoryWindows windows = new HistoryWindows(market.data(), 252, List.of(run));
    assertThat(windows.pricesAsPrinted()).isTrue();
    assertThat(windows.tape().bars().hasActions()).isTrue();
    assertThat(new Range.Test(market).pricesAsPrinted()).isTrue();
    assertThat(new Range.Train(market).quoted()).isTrue();
  }

  @Test
  void anAssetWithoutQuotesBesideOneThatHasThemPaysTheSpreadThatCostsAssume() {
    Series quoted = series(CALM, CALM);
    Series plain =
        new Series(
            Equity.printed("QQQ"),
            quoted.closeTimes(),
            quoted.open(),
            quoted.high(),
            quoted.low(),
            quoted.close(),
            quoted.volume());
    MarketData bars = ReplayMarket.of(List.of(quoted, plain), 252).data();
    assertThat(bars.quoted(1)).isFalse();
    assertThat(bars.asks().open(1, 1)).isEqualTo(10_000);
    Account two =
        new Account(
            List.of(quoted.instrument(), plain.instrument()), Currency.USD, FlatMargin.leverage(2));
    two.reset(100_000 * Money.UNITS);
    Costs costs = new Costs(Commission.NONE, Slippage.spreadTicks(20));
    BarExchange exchange =
        new BarExchange(
            bars,
            two,
            costs,
            0,
            (o, x, l, t, c) -> events.add(l + " at " + t + " and " + Money.format(c)));
    exchange.reset(0);
    exchange.target(0, 10);
    exchange.target(1, 10);
    exchange.step();
    assertThat(events).containsExactly("10 at 10002 and 0.00", "10 at 10000 and 1.00");
  }

  @Test
  void aCrossedQuoteIsRefused() {
    double[] crossed = {10_003, 10_003, 9998, 9998, 10_002, 10_002, 10_002, 10_002};
    assertThatThrownBy(() -> series(crossed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a bid must be <= its ask, was open 100.03 to 100.02");
  }

  private static OrderResult rests(BarExchange exchange, long lots, long limit) {
    return exchange.submit(Order.limit(limit, 0, lots, limit).with(TimeInForce.GTC).postOnly());
  }

  /** 99.98 bid, 100.02 asked: what a buyer would take is the ask, what a seller would take the bid. */
  @Test
  void ordersAreTakenByTheSideThatTheyPay() {
    BarExchange exchange = exchange(Costs.NONE, CALM, CALM);
    assertThat(rests(exchange, 5, 10_003)).isEqualTo(OrderResult.WOULD_CROSS);
    assertThat(rests(exchange, -5, 9_997)).isEqualTo(OrderResult.WOULD_CROSS);
    assertThat(rests(exchange, 5, 10_002)).isEqualTo(OrderResult.ACCEPTED);
    assertThat(rests(exchange, -5, 9_998)).isEqualTo(OrderResult.ACCEPTED);
    assertThat(exchange.submit(Order.stop(1, 0, 5, 10_001))).isEqualTo(OrderResult.WOULD_TRIGGER);
    assertThat(exchange.submit(Order.stop(1, 0, -5, 9_999))).isEqualTo(OrderResult.WOULD_TRIGGER);
    assertThat(exchange.submit(Order.stop(1, 0, 5, 10_002))).isEqualTo(OrderResult.ACCEPTED);
    assertThat(exchange.submit(Order.stop(2, 0, -5, 9_998))).isEqualTo(OrderResult.ACCEPTED);
  }
}

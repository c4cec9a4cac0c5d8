package io.tradinggym.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.Percent;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that ask for more than size and price, on bars of open, high, low, close, volume and marks. */
class ConditionsTest {
  private static final long[] START = {100, 100, 100, 100, 1000};
  private static final long DAY = 86_400_000L;

  private final List<String> events = new ArrayList<>();
  private final Account account =
      new Account(List.of(Equity.printed("SPY")), Currency.USD, FlatMargin.leverage(2));

  private final FillListener listener =
      new FillListener() {
        @Override
        public void filled(long order, int asset, long lots, long ticks, long costs) {
          events.add(order + ": " + lots + " at " + ticks);
        }

        @Override
        public void ended(long order, OrderEnd reason, long remaining) {
          events.add(order + ": " + reason + " " + remaining);
        }
      };

  private static long[] bar(long... row) {
    return row;
  }

  private BarExchange exchange(Costs costs, long[]... rows) {
    account.reset(100_000 * Money.UNITS);
    BarExchange exchange =
        new BarExchange(
            new TestBars(rows), account, costs, BarExchange.UNLIMITED, listener, VenueRules.ANY);
    exchange.reset(0);
    return exchange;
  }

  /** Holds lots from the first step on. */
  private BarExchange holding(long lots, long[]... rows) {
    long[][] all = new long[rows.length + 2][];
    all[0] = START;
    all[1] = START;
    System.arraycopy(rows, 0, all, 2, rows.length);
    BarExchange exchange = exchange(Costs.NONE, all);
    exchange.target(0, lots);
    exchange.step();
    events.clear();
    return exchange;
  }

  private static void submit(BarExchange exchange, Order order) {
    assertThat(exchange.submit(order)).isEqualTo(OrderResult.ACCEPTED);
  }

  @Test
  void aTakeProfitIsFilledWhereThePriceComesToIt() {
    BarExchange exchange = holding(10, bar(100, 109, 90, 100, 9), bar(100, 110, 90, 100, 9));
    submit(exchange, Order.takeProfit(1, 0, -10, 110));
    exchange.step();
    assertThat(events).isEmpty();
    exchange.step();
    assertThat(events).containsExactly("1: -10 at 110", "1: FILLED 0");
  }

  @Test
  void aTakeProfitOfAShortIsItsMirrorAndAGapGoesToTheOpen() {
    BarExchange exchange = holding(-10, bar(85, 110, 80, 100, 9));
    submit(exchange, Order.takeProfit(1, 0, 10, 90));
    exchange.step();
    assertThat(events).containsExactly("1: 10 at 85", "1: FILLED 0");
  }

  @Test
  void aTakeProfitWithALimitRestsFromTheNextBarOn() {
    BarExchange exchange = holding(10, bar(100, 112, 90, 100, 9), bar(100, 112, 90, 100, 9));
    submit(exchange, Order.takeProfitLimit(1, 0, -10, 110, 111));
    exchange.step();
    assertThat(events).isEmpty();
    exchange.step();
    assertThat(events).containsExactly("1: -10 at 111", "1: FILLED 0");
  }

  @Test
  void aStopByTheMarkIsNotMetByALastPrice() {
    BarExchange exchange =
        holding(10, bar(100, 100, 80, 100, 9, 100, 95, 99), bar(100, 100, 97, 100, 9, 100, 90, 99));
    submit(exchange, Order.stop(1, 0, -10, 90).byMark());
    exchange.step();
    assertThat(events).isEmpty();
    exchange.step();
    // The mark came to 90, where nobody traded: the lowest price that was.
    assertThat(events).containsExactly("1: -10 at 97", "1: FILLED 0");
  }

  @Test
  void aTrailingStopFollowsTheBestPriceOfBarsBefore() {
    BarExchange exchange =
        holding(
            10,
            bar(1000, 1100, 1000, 1090, 9),
            bar(1090, 1100, 1046, 1095, 9),
            bar(1095, 1120, 1045, 1110, 9));
    submit(exchange, Order.trailingStop(1, 0, -10, 0, 500));
    exchange.step();
    exchange.step();
    assertThat(events).isEmpty();
    exchange.step();
    // 5 % below 1100, the best before that bar.
    assertThat(events).containsExactly("1: -10 at 1045", "1: FILLED 0");
  }

  @Test
  void aTrailingStopIsMetInTheBarWhoseCloseLiesBeyondItsOwnBest() {
    BarExchange exchange = holding(10, bar(1000, 1200, 1000, 1130, 9));
    submit(exchange, Order.trailingStop(1, 0, -10, 0, 500));
    exchange.step();
    assertThat(events).containsExactly("1: -10 at 1140", "1: FILLED 0");
  }

  @Test
  void aTrailingStopOfAShortIsItsMirror() {
    BarExchange exchange = holding(-10, bar(100, 100, 90, 91, 9), bar(91, 95, 89, 91, 9));
    submit(exchange, Order.trailingStop(1, 0, 10, 0, 500));
    exchange.step();
    exchange.step();
    // 5 % above 90, up to the tick.
    assertThat(events).containsExactly("1: 10 at 95", "1: FILLED 0");
  }

  @Test
  void aTrailingStopSleepsUntilItsActivation() {
    BarExchange exchange =
        holding(
            10,
            bar(1000, 1090, 500, 1000, 9),
            bar(1000, 1100, 1000, 1100, 9),
            bar(1100, 1100, 1000, 1050, 9));
    submit(exchange, Order.trailingStop(1, 0, -10, 1100, 500));
    exchange.step();
    exchange.step();
    assertThat(events).isEmpty();
    exchange.step();
    assertThat(events).containsExactly("1: -10 at 1045", "1: FILLED 0");
  }

  @Test
  void postOnlyIsRefusedWhereItWouldCross() {
    BarExchange exchange = exchange(Costs.NONE, START, bar(90, 100, 90, 95, 9));
    assertThat(exchange.submit(Order.limit(1, 0, 10, 101).postOnly()))
        .isEqualTo(OrderResult.WOULD_CROSS);
    assertThat(exchange.submit(Order.limit(1, 0, -10, 99).postOnly()))
        .isEqualTo(OrderResult.WOULD_CROSS);
    assertThat(exchange.submit(Order.market(1, 0, 10).postOnly()))
        .isEqualTo(OrderResult.TIME_IN_FORCE);
    submit(exchange, Order.limit(1, 0, 10, 95).postOnly());
    exchange.step();
    assertThat(events).containsExactly("1: WOULD_CROSS 10");
  }

  @Test
  void whoRestsIsTheMakerAndWhoTakesPaysForIt() {
    Costs costs = new Costs(Percent.CRYPTO_PERPETUAL, Slippage.NONE);
    BarExchange exchange =
        exchange(
            costs, START, bar(100, 100, 94, 96, 9), bar(90, 96, 90, 96, 9), bar(90, 96, 90, 96, 9));
    submit(exchange, Order.limit(1, 0, 10_000, 95).postOnly());
    exchange.step();
    long price = 95 * account.tickSize(0) * 10_000;
    assertThat(account.stepFees()).isEqualTo(price * 2 / 10_000);
    account.beginStep();
    submit(exchange, Order.limit(2, 0, 10_000, 95));
    exchange.step();
    assertThat(account.stepFees()).isEqualTo(90 * account.tickSize(0) * 10_000 * 5 / 10_000);
  }

  @Test
  void aRestingPostOnlyOrderIsFilledAtItsLimitByAGap() {
    BarExchange exchange =
        exchange(Costs.NONE, START, bar(100, 100, 96, 100, 9), bar(90, 96, 90, 95, 9));
    submit(exchange, Order.limit(1, 0, 10, 95).with(TimeInForce.GTC).postOnly());
    exchange.step();
    exchange.step();
    assertThat(events).containsExactly("1: 10 at 95", "1: FILLED 0");
  }

  @Test
  void reduceOnlyNeverTurnsAPosition() {
    BarExchange exchange = holding(10, bar(100, 100, 80, 85, 9), bar(85, 90, 80, 85, 9));
    assertThat(exchange.submit(Order.market(9, 0, 10).reduceOnly()))
        .isEqualTo(OrderResult.NOTHING_TO_REDUCE);
    submit(exchange, Order.stop(1, 0, -30, 90).reduceOnly());
    submit(exchange, Order.stop(2, 0, -5, 88).reduceOnly());
    exchange.step();
    assertThat(events)
        .containsExactly("1: -10 at 90", "1: NOTHING_TO_REDUCE -20", "2: NOTHING_TO_REDUCE -5");
    assertThat(account.lots(0)).isZero();
    assertThat(exchange.submit(Order.market(9, 0, 10).reduceOnly()))
        .isEqualTo(OrderResult.NOTHING_TO_REDUCE);
  }

  @Test
  void goodTillDateWorksOnBarsThatCloseByThen() {
    long[][] rows = {START, bar(100, 100, 96, 100, 9), bar(100, 100, 94, 100, 9), START};
    BarExchange exchange = exchange(Costs.NONE, rows);
    assertThat(exchange.submit(Order.limit(1, 0, 10, 95).until(2 * DAY - 1)))
        .isEqualTo(OrderResult.TIME_IN_FORCE);
    submit(exchange, Order.limit(1, 0, 10, 95).until(3 * DAY - 1));
    submit(exchange, Order.limit(2, 0, 10, 95).until(3 * DAY));
    exchange.step();
    assertThat(events).containsExactly("1: EXPIRED 10");
    exchange.step();
    assertThat(events).containsExactly("1: EXPIRED 10", "2: 10 at 95", "2: FILLED 0");
  }

  @Test
  void aBracketProtectsFromTheFillOnAndOneLegCancelsTheOther() {
    BarExchange exchange =
        exchange(
            Costs.NONE, START, bar(100, 100, 96, 100, 9), bar(94, 96, 80, 95, 9), START, START);
    submit(exchange, Order.limit(1, 0, 10, 95).with(TimeInForce.GTC));
    submit(exchange, Order.stop(2, 0, -10, 90).reduceOnly().in(7).after(1));
    submit(exchange, Order.takeProfit(3, 0, -10, 99).reduceOnly().in(7).after(1));
    exchange.step();
    assertThat(events).isEmpty();
    exchange.step();
    // Filled at the open, so that the stop works on the rest of the bar.
    assertThat(events)
        .containsExactly(
            "1: 10 at 94", "1: FILLED 0", "2: -10 at 90", "2: FILLED 0", "3: GROUP -10");
    assertThat(exchange.working()).isZero();
  }

  @Test
  void aBracketOfAnEntryInsideTheBarWorksFromTheNextOneOn() {
    BarExchange exchange =
        exchange(Costs.NONE, START, bar(100, 100, 91, 96, 9), bar(96, 99, 95, 96, 9), START);
    submit(exchange, Order.limit(1, 0, 10, 95).with(TimeInForce.GTC));
    submit(exchange, Order.stop(2, 0, -10, 90).reduceOnly().in(7).after(1));
    submit(exchange, Order.takeProfit(3, 0, -10, 99).reduceOnly().in(7).after(1));
    exchange.step();
    assertThat(events).containsExactly("1: 10 at 95", "1: FILLED 0");
    exchange.step();
    assertThat(events)
        .containsExactly(
            "1: 10 at 95", "1: FILLED 0", "3: -10 at 99", "3: FILLED 0", "2: GROUP -10");
  }

  @Test
  void aBracketEndsWithAnEntryThatIsNotFilled() {
    BarExchange exchange = exchange(Costs.NONE, START, START, START);
    assertThat(exchange.submit(Order.stop(2, 0, -10, 90).reduceOnly().after(1)))
        .isEqualTo(OrderResult.UNKNOWN_ORDER);
    submit(exchange, Order.limit(1, 0, 10, 95));
    submit(exchange, Order.stop(2, 0, -10, 90).reduceOnly().after(1));
    exchange.step();
    assertThat(events).containsExactly("1: EXPIRED 10", "2: PARENT -10");
    assertThat(exchange.working()).isZero();
  }

  @Test
  void aTrailingStopAndNothingElseNeedsACallback() {
    BarExchange exchange = holding(10, START);
    Order trailing = Order.trailingStop(1, 0, -10, 0, 100);
    assertThat(exchange.submit(trailing.with(Conditions.NONE))).isEqualTo(OrderResult.CALLBACK);
    assertThat(exchange.submit(Order.stop(1, 0, -10, 90).with(trailing.conditions())))
        .isEqualTo(OrderResult.CALLBACK);
    assertThatThrownBy(() -> Order.trailingStop(1, 0, -10, 0, 1001))
        .hasMessageContaining("10 to 1000 basis points")
        .hasMessageContaining("1001");
  }
}

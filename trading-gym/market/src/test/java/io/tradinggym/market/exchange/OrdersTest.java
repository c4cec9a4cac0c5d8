package io.tradinggym.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.CashOnly;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.account.MarginModel;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrdersTest {
  private static final long[] START = {100, 100, 100, 100, 1000};
  private static final long[] HALTED = {100, 100, 100, 100, -1};

  private final List<String> events = new ArrayList<>();
  private Account account = account(FlatMargin.leverage(2), 1000);

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

  private static Account account(MarginModel margin, long dollars) {
    Account account = new Account(List.of(Equity.printed("SPY")), Currency.USD, margin);
    account.reset(dollars * Money.UNITS);
    return account;
  }

  private BarExchange exchange(Costs costs, VenueRules rules, int participation, long[]... rows) {
    BarExchange exchange =
        new BarExchange(new TestBars(rows), account, costs, participation, listener, rules);
    exchange.reset(0);
    return exchange;
  }

  private BarExchange exchange(long[]... rows) {
    return exchange(Costs.NONE, VenueRules.ANY, BarExchange.UNLIMITED, rows);
  }

  @Test
  void shouldFillALimitThatThePriceGoesThrough() {
    BarExchange exchange = exchange(START, new long[] {100, 105, 94, 96, 9});
    exchange.submit(Order.limit(1, 0, 10, 95));
    exchange.step();
    assertThat(events).containsExactly("1: 10 at 95", "1: FILLED 0");
  }

  @Test
  void shouldNotFillALimitThatIsOnlyTouched() {
    BarExchange exchange = exchange(START, new long[] {100, 105, 95, 96, 9});
    exchange.submit(Order.limit(1, 0, 10, 95));
    exchange.submit(Order.limit(2, 0, -10, 105));
    exchange.step();
    assertThat(events).containsExactly("1: EXPIRED 10", "2: EXPIRED -10");
  }

  @Test
  void shouldFillALimitAtABetterOpen() {
    BarExchange exchange = exchange(START, new long[] {92, 105, 90, 96, 9});
    exchange.submit(Order.limit(1, 0, 10, 95));
    exchange.step();
    assertThat(events).containsExactly("1: 10 at 92", "1: FILLED 0");
  }

  @Test
  void shouldKeepSlippageOfALimitWithinItsLimit() {
    Costs costs = new Costs(Commission.NONE, Slippage.spreadTicks(20));
    BarExchange exchange =
        exchange(
            costs, VenueRules.ANY, BarExchange.UNLIMITED, START, new long[] {92, 105, 90, 96, 9});
    exchange.submit(Order.limit(1, 0, 10, 95));
    exchange.submit(Order.limit(2, 0, 10, 91));
    exchange.step();
    assertThat(events).containsExactly("1: 10 at 95", "1: FILLED 0", "2: 10 at 91", "2: FILLED 0");
    assertThat(account.stepFees()).isZero();
  }

  @Test
  void shouldFillAStopAtItsTriggerAndAGapAtTheOpen() {
    BarExchange exchange =
        exchange(
            START,
            new long[] {100, 111, 100, 100, 9},
            new long[] {100, 100, 100, 100, 9},
            new long[] {80, 85, 70, 80, 9});
    exchange.submit(Order.stop(1, 0, 10, 110));
    exchange.step();
    exchange.submit(Order.stop(2, 0, -10, 90));
    exchange.step();
    exchange.step();
    assertThat(events)
        .containsExactly("1: 10 at 110", "1: FILLED 0", "2: -10 at 80", "2: FILLED 0");
  }

  @Test
  void shouldFillTheStopWhenStopAndProfitLimitAreBothInTheBar() {
    BarExchange exchange =
        exchange(START, new long[] {100, 100, 100, 100, 9}, new long[] {100, 120, 80, 100, 9});
    exchange.target(0, 10);
    exchange.step();
    exchange.submit(Order.limit(1, 0, -10, 110).with(TimeInForce.GTC).in(7));
    exchange.submit(Order.stop(2, 0, -10, 90).in(7));
    exchange.step();
    assertThat(events)
        .containsExactly("0: 10 at 100", "2: -10 at 90", "2: FILLED 0", "1: GROUP -10");
    assertThat(exchange.working()).isZero();
  }

  @Test
  void shouldFillTheLimitWhenTheOpenAlreadyDoes() {
    BarExchange exchange =
        exchange(START, new long[] {100, 100, 100, 100, 9}, new long[] {115, 120, 80, 100, 9});
    exchange.target(0, 10);
    exchange.step();
    exchange.submit(Order.stop(2, 0, -10, 90).in(7));
    exchange.submit(Order.limit(1, 0, -10, 110).in(7));
    exchange.step();
    assertThat(events)
        .containsExactly("0: 10 at 100", "1: -10 at 115", "1: FILLED 0", "2: GROUP -10");
  }

  @Test
  void shouldTurnAMetStopLimitIntoALimit() {
    // Met by a gap beyond the limit: rests at once, and fills when the price comes back.
    BarExchange exchange =
        exchange(START, new long[] {110, 112, 106, 110, 9}, new long[] {110, 112, 103, 110, 9});
    exchange.submit(Order.stopLimit(1, 0, 10, 104, 105));
    exchange.step();
    assertThat(events).isEmpty();
    exchange.step();
    assertThat(events).containsExactly("1: 10 at 105", "1: FILLED 0");
  }

  @Test
  void shouldNotFillAStopLimitBehindItsStopInTheSameBar() {
    BarExchange exchange =
        exchange(START, new long[] {100, 112, 90, 100, 9}, new long[] {100, 100, 93, 100, 9});
    exchange.submit(Order.stopLimit(1, 0, 10, 110, 95));
    exchange.step();
    assertThat(events).isEmpty();
    exchange.step();
    assertThat(events).containsExactly("1: 10 at 95", "1: FILLED 0");
  }

  @Test
  void shouldGoOnWithAPartlyFilledStopAtTheMarket() {
    BarExchange exchange =
        exchange(
            Costs.NONE,
            VenueRules.ANY,
            5000,
            START,
            new long[] {100, 111, 100, 100, 12},
            new long[] {95, 96, 94, 95, 40});
    exchange.submit(Order.stop(1, 0, 10, 110));
    exchange.step();
    exchange.step();
    assertThat(events).containsExactly("1: 6 at 110", "1: 4 at 95", "1: FILLED 0");
  }

  @Test
  void shouldFillNothingWhileHalted() {
    BarExchange exchange = exchange(START, HALTED, new long[] {90, 100, 90, 100, 9});
    exchange.submit(Order.market(1, 0, 10).with(TimeInForce.GTC));
    exchange.submit(Order.market(2, 0, 10));
    exchange.submit(Order.market(3, 0, 10).with(TimeInForce.IOC));
    exchange.step();
    assertThat(events).containsExactly("3: EXPIRED 10", "2: EXPIRED 10");
    assertThat(exchange.submit(Order.market(4, 0, 1))).isEqualTo(OrderResult.NOT_TRADING);
    exchange.step();
    assertThat(events).contains("1: 10 at 90");
  }

  @Test
  void shouldShareTheVolumeBetweenOrders() {
    BarExchange exchange =
        exchange(Costs.NONE, VenueRules.ANY, 1000, START, new long[] {100, 105, 90, 100, 100});
    exchange.target(0, 4);
    exchange.submit(Order.market(1, 0, 4));
    exchange.submit(Order.limit(2, 0, 4, 95));
    exchange.step();
    assertThat(events)
        .containsExactly("0: 4 at 100", "1: 4 at 100", "1: FILLED 0", "2: 2 at 95", "2: EXPIRED 2");
  }

  @Test
  void shouldFillOrKill() {
    BarExchange exchange =
        exchange(Costs.NONE, VenueRules.ANY, 1000, START, new long[] {100, 105, 90, 100, 100});
    exchange.submit(Order.market(1, 0, 11).with(TimeInForce.FOK));
    exchange.submit(Order.limit(2, 0, 10, 99).with(TimeInForce.FOK));
    exchange.submit(Order.market(3, 0, 10).with(TimeInForce.FOK));
    exchange.step();
    assertThat(events)
        .containsExactly("3: 10 at 100", "3: FILLED 0", "1: EXPIRED 11", "2: EXPIRED 10");
  }

  @Test
  void shouldKeepDayOrdersForTheDayOnly() {
    BarExchange exchange =
        exchange(START, new long[] {100, 100, 100, 100, 9}, new long[] {80, 80, 80, 80, 9});
    exchange.submit(Order.limit(1, 0, 10, 90));
    exchange.submit(Order.limit(2, 0, 10, 90).with(TimeInForce.GTC));
    exchange.step();
    assertThat(exchange.remaining(1)).isZero();
    assertThat(exchange.remaining(2)).isEqualTo(10);
    exchange.step();
    assertThat(events).containsExactly("1: EXPIRED 10", "2: 10 at 80", "2: FILLED 0");
  }

  @Test
  void shouldReduceBeforeItAdds() {
    account = account(FlatMargin.leverage(1), 10);
    BarExchange exchange = exchange(START, START, START);
    exchange.target(0, 10);
    exchange.step();
    exchange.submit(Order.market(1, 0, 5).with(TimeInForce.GTC));
    assertThat(events).containsExactly("0: 10 at 100");
    assertThat(exchange.working()).as("not affordable before the sale").isZero();
    exchange.submit(Order.market(2, 0, -5));
    exchange.step();
    assertThat(account.lots(0)).isEqualTo(5);
  }

  @Test
  void shouldEndWhatTheAccountCannotAffordWhenItsPriceComes() {
    account = account(FlatMargin.leverage(1), 10);
    BarExchange exchange = exchange(START, new long[] {200, 200, 200, 200, 9});
    assertThat(exchange.submit(Order.market(1, 0, 10).with(TimeInForce.GTC)))
        .isEqualTo(OrderResult.ACCEPTED);
    exchange.step();
    assertThat(events).containsExactly("1: 5 at 200", "1: BUYING_POWER 5");
  }

  @Test
  void shouldCancelOrdersWhenTheAccountIsLiquidated() {
    account = account(FlatMargin.leverage(4), 10);
    BarExchange exchange = exchange(START, new long[] {100, 100, 70, 70, 9}, START);
    exchange.target(0, 40);
    exchange.submit(Order.limit(1, 0, 1, 10).with(TimeInForce.GTC));
    assertThat(exchange.step()).isTrue();
    assertThat(events).containsExactly("0: 40 at 100", "1: LIQUIDATION 1", "-1: -40 at 85");
    assertThat(exchange.working()).isZero();
  }

  @Test
  void shouldCancelOnRequest() {
    BarExchange exchange = exchange(START, START);
    exchange.submit(Order.limit(1, 0, 10, 90));
    exchange.submit(Order.limit(2, 0, 10, 91));
    assertThat(exchange.cancel(1)).isEqualTo(OrderResult.ACCEPTED);
    assertThat(exchange.cancel(1)).isEqualTo(OrderResult.UNKNOWN_ORDER);
    assertThat(exchange.remaining(2)).isEqualTo(10);
    assertThat(events).containsExactly("1: CANCELLED 10");
  }

  @Test
  void shouldSayWhyAnOrderIsRefused() {
    account = account(new CashOnly(), 100);
    VenueRules rules = new VenueRules(5, 10, Money.of("10"), 2);
    BarExchange exchange = exchange(Costs.NONE, rules, BarExchange.UNLIMITED, START, START);
    assertThat(exchange.submit(Order.limit(1, 0, 10, 101))).isEqualTo(OrderResult.TICK);
    assertThat(exchange.submit(Order.limit(1, 0, 10, 0))).isEqualTo(OrderResult.TICK);
    assertThat(exchange.submit(Order.stop(1, 0, 10, -5))).isEqualTo(OrderResult.TICK);
    assertThat(exchange.submit(Order.limit(1, 0, 15, 100))).isEqualTo(OrderResult.LOT);
    assertThat(exchange.submit(Order.limit(1, 0, 0, 100))).isEqualTo(OrderResult.LOT);
    assertThat(exchange.submit(Order.limit(1, 0, 10, 95))).isEqualTo(OrderResult.MINIMUM_NOTIONAL);
    assertThat(exchange.submit(Order.market(1, 0, 110))).isEqualTo(OrderResult.BUYING_POWER);
    assertThat(exchange.submit(Order.market(1, 0, -10))).isEqualTo(OrderResult.SHORT_NOT_ALLOWED);
    assertThat(exchange.submit(Order.stop(1, 0, 10, 110).with(TimeInForce.FOK)))
        .isEqualTo(OrderResult.TIME_IN_FORCE);
    assertThat(exchange.submit(Order.market(1, 0, 10))).isEqualTo(OrderResult.ACCEPTED);
    assertThat(exchange.submit(Order.market(1, 0, 10))).isEqualTo(OrderResult.DUPLICATE_ID);
    assertThat(exchange.submit(Order.limit(2, 0, 10, 105))).isEqualTo(OrderResult.ACCEPTED);
    assertThat(exchange.submit(Order.limit(3, 0, 10, 105))).isEqualTo(OrderResult.BOOK_FULL);
    assertThatThrownBy(() -> exchange.submit(Order.market(0, 0, 10)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("order id must be > 0, was 0");
  }

  @Test
  void whatRestsIsCountedBySideAndWithoutAGroup() {
    BarExchange exchange = exchange(START, START);
    exchange.submit(Order.limit(1, 0, 10, 90).with(TimeInForce.GTC));
    exchange.submit(Order.limit(2, 0, 20, 80).with(TimeInForce.GTC).in(7));
    exchange.submit(Order.limit(3, 0, -40, 120).with(TimeInForce.GTC));
    assertThat(exchange.resting(0, true, 0)).isEqualTo(30);
    assertThat(exchange.resting(0, true, 7)).isEqualTo(10);
    assertThat(exchange.resting(0, true, 8)).isEqualTo(30);
    assertThat(exchange.resting(0, false, 0)).isEqualTo(-40);
  }

  /** Ten at the close of 1.00 are affordable, at the open of 1.20 eight are. */
  @Test
  void fillOrKillFillsNothingWhereNotAllIsAffordable() {
    account = account(FlatMargin.leverage(1), 10);
    BarExchange exchange = exchange(START, new long[] {120, 130, 115, 120, 1000});
    exchange.submit(Order.market(1, 0, 10).with(TimeInForce.FOK));
    exchange.submit(Order.market(2, 0, 8).with(TimeInForce.FOK));
    exchange.step();
    assertThat(events).containsExactly("2: 8 at 120", "2: FILLED 0", "1: EXPIRED 10");
  }

  @Test
  void theLeastWorthIsEnoughAndAPositionMayAlwaysBeClosed() {
    VenueRules rules = new VenueRules(1, 1, Money.of("10"), 8);
    BarExchange exchange =
        exchange(Costs.NONE, rules, BarExchange.UNLIMITED, START, START, START, START);
    assertThat(exchange.target(0, 9)).isEqualTo(OrderResult.MINIMUM_NOTIONAL);
    assertThat(exchange.target(0, 10)).isEqualTo(OrderResult.ACCEPTED);
    assertThat(exchange.submit(Order.market(1, 0, 9))).isEqualTo(OrderResult.MINIMUM_NOTIONAL);
    assertThat(exchange.submit(Order.market(1, 0, 10))).isEqualTo(OrderResult.ACCEPTED);
    exchange.step();
    assertThat(account.lots(0)).isEqualTo(20);
    assertThat(exchange.target(0, 11)).as("9 less").isEqualTo(OrderResult.MINIMUM_NOTIONAL);
    assertThat(exchange.target(0, 20)).as("nothing").isEqualTo(OrderResult.ACCEPTED);
    exchange.target(0, 5);
    exchange.step();
    assertThat(exchange.target(0, 0)).as("the last 5").isEqualTo(OrderResult.ACCEPTED);
  }

  @Test
  void rulesHoldTheirBounds() {
    assertThat(new VenueRules(1, 1, 0, 0).slots()).isZero();
    assertThat(new VenueRules(1, 1, 0, 10_000).slots()).isEqualTo(10_000);
    for (long[] wrong : new long[][] {{0, 1, 0, 1}, {1, 0, 0, 1}, {1, 1, -1, 1}}) {
      assertThatThrownBy(() -> new VenueRules(wrong[0], wrong[1], wrong[2], (int) wrong[3]))
          .hasMessageContaining("tickStep and lotStep must be > 0");
    }
    for (int slots : new int[] {-1, 10_001}) {
      assertThatThrownBy(() -> new VenueRules(1, 1, 0, slots)).hasMessageContaining("slots");
    }
  }
}

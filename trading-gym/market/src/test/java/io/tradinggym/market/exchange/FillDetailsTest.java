package io.tradinggym.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a fill costs to the last unit, and what is left of orders beside it. */
class FillDetailsTest {
  private static final long[] START = {10_000, 10_000, 10_000, 10_000, 1000};

  private final List<String> events = new ArrayList<>();
  private Account account = account(1, "1000000");

  private static Account account(int leverage, String dollars) {
    Account account =
        new Account(List.of(Equity.printed("SPY")), Currency.USD, FlatMargin.leverage(leverage));
    account.reset(Money.of(dollars));
    return account;
  }

  private BarExchange exchange(TestBars bars, Costs costs, int participation, int from) {
    BarExchange exchange =
        new BarExchange(
            bars,
            account,
            costs,
            participation,
            (order, asset, lots, ticks, paid) -> events.add(order + ": " + lots + " at " + ticks));
    exchange.reset(from);
    return exchange;
  }

  @Test
  void whatBuyingPowerCutsPaysCommissionOnWhatIsLeft() {
    account = account(1, "100");
    TestBars bars = new TestBars(new long[][] {START, {120, 130, 115, 120, 1000}});
    BarExchange exchange = exchange(bars, Costs.basisPoints(100, 0), 0, 0);
    exchange.target(0, 100);
    exchange.step();
    // 82 x 1.20 and 1 %.
    assertThat(account.lots(0)).isEqualTo(82);
    assertThat(account.stepFees()).isEqualTo(Money.of("0.984"));
    assertThat(account.cash()).isEqualTo(Money.of("0.616"));
  }

  @Test
  void whatEarlierOrdersTookOfABarMakesLaterOnesDearer() {
    // A tenth of the volume costs 1 % of a tenth of the price, two tenths 4 %.
    Costs costs = new Costs(Commission.NONE, Slippage.volumeShare(0.1, 1));
    TestBars bars = new TestBars(START, new long[] {10_000, 10_500, 9_500, 10_000, 1000});
    BarExchange exchange = exchange(bars, costs, 0, 0);
    exchange.submit(Order.market(1, 0, 100));
    exchange.submit(Order.market(2, 0, 100));
    exchange.submit(Order.market(3, 0, -100));
    exchange.step();
    assertThat(events).containsExactly("1: 100 at 10010", "2: 100 at 10040", "3: -100 at 9910");
  }

  @Test
  void volatilityIsThatOfTheReturnsBeforeTheBar() {
    Costs costs = new Costs(Commission.NONE, Slippage.volatility(0.5033));
    long[] wild = {10_000, 20_000, 5_000, 20_000, 1000};
    // Returns of +10 % and -10 %, and then a bar that doubles: half of 10 % of 10,000, and a bit.
    TestBars bars =
        new TestBars(
            new long[][] {
              START,
              {11_000, 11_000, 11_000, 11_000, 1000},
              {9_900, 9_900, 9_900, 9_900, 1000},
              wild,
              wild
            });
    BarExchange exchange = exchange(bars, costs, 0, 2);
    exchange.target(0, 1);
    exchange.step();
    assertThat(events).containsExactly("0: 1 at 10504");
  }

  @Test
  void volatilityForgetsReturnsOlderThanTwentyBars() {
    Costs costs = new Costs(Commission.NONE, Slippage.volatility(1));
    long[][] rows = new long[24][];
    Arrays.fill(rows, START);
    rows[0] = new long[] {5_000, 5_000, 5_000, 5_000, 1000};
    rows[21] = new long[] {10_000, 20_000, 5_000, 10_000, 1000};
    rows[22] = rows[21];
    // To bar 21 the first of twenty returns is that of bar 1, which doubled: sqrt(1 / 20) of the
    // price.
    BarExchange exchange = exchange(new TestBars(rows), costs, 0, 20);
    exchange.target(0, 1);
    exchange.step();
    assertThat(events).containsExactly("0: 1 at 12237");
    events.clear();
    BarExchange later = exchange(new TestBars(rows), costs, 0, 21);
    later.target(0, 0);
    later.step();
    assertThat(events).containsExactly("0: -1 at 10000");
  }

  @Test
  void aPartOfOneOrderLeavesAsMuchLessOfTheOthersOfItsGroup() {
    for (long side : new long[] {1, -1}) {
      events.clear();
      account = account(1, "1000000");
      long through = side > 0 ? 11_100 : 8_900;
      TestBars bars =
          new TestBars(
              START,
              START,
              new long[] {
                10_000, Math.max(10_000, through), Math.min(10_000, through), 10_000, 60
              });
      BarExchange exchange = exchange(bars, Costs.NONE, 1_000, 0);
      exchange.target(0, 10 * side);
      exchange.step();
      exchange.submit(
          Order.limit(1, 0, -10 * side, 10_000 + 1_000 * side).with(TimeInForce.GTC).in(7));
      exchange.submit(Order.stop(2, 0, -10 * side, 10_000 - 1_000 * side).in(7));
      exchange.submit(Order.stop(3, 0, -3 * side, 10_000 - 1_500 * side).in(7));
      exchange.step();
      assertThat(exchange.remaining(1)).isEqualTo(-4 * side);
      assertThat(exchange.remaining(2)).isEqualTo(-4 * side);
      assertThat(exchange.remaining(3)).isZero();
    }
  }

  @Test
  void aBarThatClosesAtMidnightBelongsToTheDayThatEnds() {
    long[][] rows = new long[26][];
    Arrays.fill(rows, START);
    BarExchange exchange = exchange(TestBars.hours(rows), Costs.NONE, 0, 21);
    exchange.submit(Order.limit(1, 0, 1, 9_000));
    exchange.step();
    assertThat(exchange.remaining(1)).as("at 23:00").isEqualTo(1);
    exchange.step();
    assertThat(exchange.remaining(1)).as("at 24:00").isZero();
    exchange.submit(Order.limit(2, 0, 1, 9_000));
    exchange.step();
    assertThat(exchange.remaining(2)).as("the next day goes on").isEqualTo(1);
  }

  @Test
  void aDayEndsWithTheData() {
    BarExchange exchange = exchange(TestBars.hours(START, START, START), Costs.NONE, 0, 0);
    exchange.submit(Order.limit(1, 0, 1, 9_000));
    exchange.step();
    assertThat(exchange.remaining(1)).isEqualTo(1);
    exchange.step();
    assertThat(exchange.remaining(1)).isZero();
  }

  @Test
  void anAccountThatIsShortOfMarginAtTheCloseIsClosedOutAtTheLastPriceNotAtTheMark() {
    account = account(2, "1000");
    // A mark that fell beyond what its bar admits to: no walk inside the bar sees it.
    long[] fell = {10_000, 12_000, 8_000, 11_000, 1000, 11_000, 11_000, 4_000};
    BarExchange exchange = exchange(new TestBars(START, START, fell), Costs.NONE, 0, 0);
    exchange.target(0, 20);
    exchange.step();
    assertThat(exchange.step()).isTrue();
    assertThat(events).containsExactly("0: 20 at 10000", "-1: -20 at 11000");
  }
}

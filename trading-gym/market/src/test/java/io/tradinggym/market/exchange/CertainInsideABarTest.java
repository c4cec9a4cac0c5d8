package io.tradinggym.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a bar says about the time after an entry that was filled inside it. Rows are open, high, low, close, volume.
 */
class CertainInsideABarTest {
  private static final long[] START = {10_000, 10_000, 10_000, 10_000, 1000};

  private final List<String> events = new ArrayList<>();
  private final Account account =
      new Account(
          List.of(Equity.printed("SPY"), Equity.printed("QQQ")),
          Currency.USD,
          FlatMargin.leverage(4));

  private final ExecutionListener told =
      new ExecutionListener() {
        @Override
        public void filled(Fill fill) {
          events.add(fill.order() + ": " + fill.lots() + " at " + fill.ticks());
        }

        @Override
        public void ended(long order, OrderEnd reason, long remaining) {
          if (reason != OrderEnd.FILLED) {
            events.add(order + ": " + reason + " " + remaining);
          }
        }
      };

  private BarExchange exchange(int participation, long[]... rows) {
    account.reset(Money.of("100000"));
    long[][] all = new long[rows.length + 1][];
    all[0] = START;
    System.arraycopy(rows, 0, all, 1, rows.length);
    long[][] other = new long[all.length][];
    Arrays.fill(other, START);
    BarExchange exchange =
        new BarExchange(
            new TestBars(all, other), account, Costs.NONE, participation, told, VenueRules.ANY);
    exchange.reset(0);
    return exchange;
  }

  private static long[] bar(long... row) {
    return row;
  }

  private List<String> after(BarExchange exchange, Order... orders) {
    for (Order order : orders) {
      assertThat(exchange.submit(order)).as("%s", order).isEqualTo(OrderResult.ACCEPTED);
    }
    exchange.step();
    account.verify();
    return events;
  }

  private static Order entry(long lots, long limit) {
    return Order.limit(1, 0, lots, limit).with(TimeInForce.GTC);
  }

  private static Order stop(long lots, long price) {
    return Order.stop(2, 0, lots, price).reduceOnly().in(7).after(1);
  }

  private static Order profit(long lots, long price) {
    return Order.takeProfit(3, 0, lots, price).reduceOnly().in(7).after(1);
  }

  @Test
  void aStopBeyondItsEntryIsMetInTheBarThatPassesBoth() {
    BarExchange exchange = exchange(0, bar(10_000, 10_100, 8_000, 9_600, 1000));
    assertThat(after(exchange, entry(10, 9_500), stop(-10, 9_000)))
        .containsExactly("1: 10 at 9500", "2: -10 at 9000");
    assertThat(account.equity()).isEqualTo(Money.of("99950"));
    assertThat(exchange.working()).isZero();
  }

  @Test
  void soIsThatOfAShort() {
    BarExchange exchange = exchange(0, bar(10_000, 12_000, 9_900, 10_400, 1000));
    assertThat(after(exchange, entry(-10, 10_500), stop(10, 11_000)))
        .containsExactly("1: -10 at 10500", "2: 10 at 11000");
    assertThat(account.equity()).isEqualTo(Money.of("99950"));
  }

  @Test
  void aStopThatTheLowOnlyTouchesIsMetAndOneBelowItIsNot() {
    long[] down = bar(10_000, 10_100, 9_000, 9_600, 1000);
    assertThat(after(exchange(0, down), entry(10, 9_500), stop(-10, 9_000)))
        .containsExactly("1: 10 at 9500", "2: -10 at 9000");
    events.clear();
    assertThat(after(exchange(0, down), entry(10, 9_500), stop(-10, 8_999)))
        .containsExactly("1: 10 at 9500");
  }

  @Test
  void aProfitAboveTheEntryIsCertainOnlyByTheClose() {
    // The high of 101 may have come before the entry.
    assertThat(
            after(
                exchange(0, bar(10_000, 10_100, 9_400, 9_600, 1000)),
                entry(10, 9_500),
                profit(-10, 9_700)))
        .containsExactly("1: 10 at 9500");
    events.clear();
    assertThat(
            after(
                exchange(0, bar(10_000, 10_100, 9_400, 9_700, 1000)),
                entry(10, 9_500),
                profit(-10, 9_700)))
        .containsExactly("1: 10 at 9500", "3: -10 at 9700");
    events.clear();
    // A limit is not filled at a touch.
    Order limit = Order.limit(3, 0, -10, 9_700).with(TimeInForce.GTC).reduceOnly().after(1);
    assertThat(after(exchange(0, bar(10_000, 10_100, 9_400, 9_700, 1000)), entry(10, 9_500), limit))
        .containsExactly("1: 10 at 9500");
    events.clear();
    assertThat(after(exchange(0, bar(10_000, 10_100, 9_400, 9_701, 1000)), entry(10, 9_500), limit))
        .containsExactly("1: 10 at 9500", "3: -10 at 9700");
  }

  @Test
  void ofStopAndProfitThatWereBothMetTheStopIsFilled() {
    assertThat(
            after(
                exchange(0, bar(10_000, 10_100, 8_000, 9_900, 1000)),
                entry(10, 9_500),
                profit(-10, 9_700),
                stop(-10, 9_000)))
        .containsExactly("1: 10 at 9500", "2: -10 at 9000", "3: GROUP -10");
  }

  @Test
  void anEntryByAStopIsOnItsWayToTheHigh() {
    Order buy = Order.stop(1, 0, 10, 10_200);
    // 99 may have come before the entry: only the close is certain.
    assertThat(
            after(
                exchange(0, bar(10_000, 10_500, 9_900, 10_100, 1000)),
                buy,
                stop(-10, 9_900),
                profit(-10, 10_500)))
        .containsExactly("1: 10 at 10200", "3: -10 at 10500", "2: GROUP -10");
    events.clear();
    assertThat(
            after(
                exchange(0, bar(10_000, 10_500, 9_900, 9_950, 1000)),
                buy,
                stop(-10, 10_000),
                profit(-10, 10_600)))
        .containsExactly("1: 10 at 10200", "2: -10 at 10000", "3: GROUP -10");
    events.clear();
    assertThat(after(exchange(0, bar(10_000, 10_500, 9_900, 10_001, 1000)), buy, stop(-10, 10_000)))
        .containsExactly("1: 10 at 10200");
  }

  @Test
  void aStopBeforeItsEntryIsMetAtOnce() {
    assertThat(
            after(
                exchange(0, bar(10_000, 10_100, 9_400, 9_600, 1000)),
                entry(10, 9_500),
                stop(-10, 9_700)))
        .containsExactly("1: 10 at 9500", "2: -10 at 9500");
  }

  @Test
  void aTrailingStopFollowsFromTheEntryOn() {
    Order trails = Order.trailingStop(2, 0, -10, 0, 500).reduceOnly().after(1);
    // 5 % below 95 is 90.25, which a low of 90 has met.
    assertThat(
            after(exchange(0, bar(10_000, 10_100, 9_000, 9_600, 1000)), entry(10, 9_500), trails))
        .containsExactly("1: 10 at 9500", "2: -10 at 9025");
    events.clear();
    // Bought on the way to 120: it follows to 120, and the close lies below 114.
    assertThat(
            after(
                exchange(0, bar(10_000, 12_000, 9_900, 11_399, 1000)),
                Order.stop(1, 0, 10, 10_200),
                trails))
        .containsExactly("1: 10 at 10200", "2: -10 at 11400");
    events.clear();
    // It has seen the close of 97 when the next bar falls to 92.15.
    BarExchange exchange =
        exchange(0, bar(10_000, 10_100, 9_400, 9_700, 1000), bar(9_600, 9_600, 9_215, 9_300, 1000));
    assertThat(after(exchange, entry(10, 9_500), trails)).containsExactly("1: 10 at 9500");
    exchange.step();
    assertThat(events).containsExactly("1: 10 at 9500", "2: -10 at 9215");
  }

  @Test
  void whatFollowsAStopIsCertainTooAsFarAsTheLow() {
    Order again = Order.limit(4, 0, 5, 8_500).with(TimeInForce.GTC).after(2);
    assertThat(
            after(
                exchange(0, bar(10_000, 10_100, 8_000, 9_600, 1000)),
                entry(10, 9_500),
                stop(-10, 9_000),
                again))
        .containsExactly("1: 10 at 9500", "2: -10 at 9000", "4: 5 at 8500");
  }

  @Test
  void volumeIsSharedBetweenEntryAndExit() {
    // A tenth of 150 is room for 10 bought and 5 sold; the rest goes at the next open.
    BarExchange exchange =
        exchange(
            1_000, bar(10_000, 10_100, 8_000, 9_600, 150), bar(9_600, 9_700, 9_600, 9_600, 1000));
    assertThat(after(exchange, entry(10, 9_500), stop(-10, 9_000)))
        .containsExactly("1: 10 at 9500", "2: -5 at 9000");
    exchange.step();
    assertThat(events).containsExactly("1: 10 at 9500", "2: -5 at 9000", "2: -5 at 9600");
  }

  @Test
  void aPartOfAnEntryIsProtectedAndOneCancelsAsMuchOfTheOther() {
    // A tenth of 40: 4 are bought, and no volume is left to sell them on.
    BarExchange exchange =
        exchange(
            1_000, bar(10_000, 10_100, 9_200, 9_600, 40), bar(9_600, 9_800, 8_900, 9_600, 1000));
    assertThat(after(exchange, entry(10, 9_500), profit(-10, 9_900), stop(-10, 9_000)))
        .containsExactly("1: 4 at 9500");
    exchange.step();
    // The stop sells what is held before the rest is bought.
    assertThat(events).startsWith("1: 4 at 9500", "2: -4 at 9000", "2: NOTHING_TO_REDUCE -6");
    assertThat(exchange.remaining(3)).as("as much less").isEqualTo(-6);
  }

  @Test
  void aGapFillsTheEntryAtTheOpenAndTheWholeBarComesLater() {
    assertThat(
            after(
                exchange(0, bar(9_400, 9_450, 8_000, 9_300, 1000)),
                entry(10, 9_500),
                stop(-10, 9_000)))
        .containsExactly("1: 10 at 9400", "2: -10 at 9000");
    events.clear();
    assertThat(
            after(
                exchange(0, bar(8_900, 9_450, 8_800, 9_300, 1000)),
                entry(10, 9_500),
                stop(-10, 9_000)))
        .as("gapped through both")
        .containsExactly("1: 10 at 8900", "2: -10 at 8900");
  }

  @Test
  void anotherAssetTellsOfNothingButItsClose() {
    BarExchange exchange = exchange(0, bar(10_000, 10_100, 8_000, 9_600, 1000));
    // The other closes at 100: a limit to sell it above 99 was certainly had, one at 100 was not.
    assertThat(
            after(
                exchange,
                entry(10, 9_500),
                Order.limit(2, 1, -10, 9_900).after(1),
                Order.limit(3, 1, -10, 10_000).with(TimeInForce.GTC).after(1)))
        .as("at a price that was traded")
        .containsExactly("1: 10 at 9500", "2: -10 at 10000");
    assertThat(exchange.remaining(3)).isEqualTo(-10);
  }

  @Test
  void stopsOnTheWrongSideOfTheMarketAreRefusedByName() {
    BarExchange exchange = exchange(0, START);
    assertThat(exchange.submit(Order.stop(1, 0, -10, 10_001))).isEqualTo(OrderResult.WOULD_TRIGGER);
    assertThat(exchange.submit(Order.stop(1, 0, 10, 9_999))).isEqualTo(OrderResult.WOULD_TRIGGER);
    assertThat(exchange.submit(Order.stopLimit(1, 0, -10, 10_001, 9_000)))
        .isEqualTo(OrderResult.WOULD_TRIGGER);
    assertThat(exchange.submit(Order.takeProfit(1, 0, -10, 9_999)))
        .isEqualTo(OrderResult.WOULD_TRIGGER);
    assertThat(exchange.submit(Order.takeProfit(1, 0, 10, 10_001)))
        .isEqualTo(OrderResult.WOULD_TRIGGER);
    assertThat(exchange.submit(Order.stop(1, 0, -10, 10_000))).isEqualTo(OrderResult.ACCEPTED);
    assertThat(exchange.submit(Order.stop(2, 0, 10, 10_000))).isEqualTo(OrderResult.ACCEPTED);
    assertThat(exchange.replace(Order.stop(2, 0, 10, 9_999))).isEqualTo(OrderResult.WOULD_TRIGGER);
  }

  @Test
  void aStopByTheMarkIsComparedWithTheMark() {
    long[][] apart = {{10_000, 10_000, 10_000, 10_000, 1000, 9_000, 9_000, 9_000}};
    BarExchange exchange =
        new BarExchange(new TestBars(apart, apart), account, Costs.NONE, 0, (o, x, l, t, c) -> {});
    account.reset(Money.of("100000"));
    exchange.reset(0);
    assertThat(exchange.submit(Order.stop(1, 0, -10, 9_500))).isEqualTo(OrderResult.ACCEPTED);
    assertThat(exchange.submit(Order.stop(2, 0, -10, 9_500).byMark()))
        .isEqualTo(OrderResult.WOULD_TRIGGER);
  }

  private static Order buy(long id, long limit, long parent) {
    return Order.limit(id, 0, 5, limit).with(TimeInForce.GTC).after(parent);
  }

  /** After the stop was met at 90 a limit of 92 to buy is had at 90, one of 85 on the way to the low of 80. */
  @Test
  void whatFollowsAStopBeginsWhereTheStopWasMet() {
    assertThat(
            after(
                exchange(0, bar(10_000, 10_100, 8_000, 9_600, 1000)),
                entry(10, 9_500),
                stop(-10, 9_000),
                buy(4, 9_200, 2),
                buy(5, 8_500, 2)))
        .containsExactly("1: 10 at 9500", "2: -10 at 9000", "4: 5 at 9000", "5: 5 at 8500");
  }

  @Test
  void whatFollowsALimitBeginsWhereTheLimitWasMet() {
    assertThat(
            after(
                exchange(0, bar(10_000, 10_100, 8_000, 9_600, 1000)),
                entry(10, 9_500),
                buy(2, 9_000, 1),
                buy(3, 9_200, 2),
                buy(4, 8_500, 2)))
        .containsExactly("1: 10 at 9500", "2: 5 at 9000", "3: 5 at 9000", "4: 5 at 8500");
  }

  /** Sold at 105 on the way to 107: a limit of 103 to sell more is had at 105, one of 106 on the way. */
  @Test
  void whatFollowsAProfitBeginsWhereTheProfitWasMet() {
    assertThat(
            after(
                exchange(0, bar(10_000, 10_700, 9_900, 10_100, 1000)),
                Order.stop(1, 0, 10, 10_200),
                profit(-10, 10_500),
                Order.limit(4, 0, -5, 10_300).with(TimeInForce.GTC).after(3),
                Order.limit(5, 0, -5, 10_600).with(TimeInForce.GTC).after(3)))
        .containsExactly("1: 10 at 10200", "3: -10 at 10500", "4: -5 at 10500", "5: -5 at 10600");
  }

  /** Met by the close alone, nothing more lies ahead: the low of 80 may have come before. */
  @Test
  void afterWhatOnlyTheCloseTellsNothingIsCertain() {
    assertThat(
            after(
                exchange(0, bar(10_000, 10_100, 8_000, 9_701, 1000)),
                entry(10, 9_500),
                Order.limit(3, 0, -10, 9_700).with(TimeInForce.GTC).after(1),
                buy(4, 8_500, 3)))
        .containsExactly("1: 10 at 9500", "3: -10 at 9700");
    events.clear();
    assertThat(
            after(
                exchange(0, bar(10_000, 10_100, 8_000, 9_700, 1000)),
                entry(10, 9_500),
                profit(-10, 9_700),
                buy(4, 8_500, 3)))
        .containsExactly("1: 10 at 9500", "3: -10 at 9700");
  }

  @Test
  void aProfitBehindItsEntryIsMetAtOnce() {
    assertThat(
            after(
                exchange(0, bar(10_000, 10_100, 9_350, 9_600, 1000)),
                entry(10, 9_500),
                profit(-10, 9_400)))
        .containsExactly("1: 10 at 9500", "3: -10 at 9500");
  }

  /** The price of the parent says nothing of another asset, which stood at 100 all day. */
  @Test
  void anotherAssetsOrdersDoNotBeginAtTheParentsPrice() {
    assertThat(
            after(
                exchange(0, bar(10_000, 10_100, 8_000, 9_600, 1000)),
                entry(10, 9_500),
                Order.limit(2, 1, 5, 9_900).with(TimeInForce.GTC).after(1),
                Order.stop(3, 1, -5, 9_800).after(1),
                Order.takeProfit(4, 1, 5, 9_700).after(1)))
        .containsExactly("1: 10 at 9500");
  }

  /** Trades went from 80 to 106 and closed at 89 or 106, marks from 92 to 104. */
  @Test
  void whatLooksAtMarksIsMetByMarks() {
    assertThat(
            after(
                exchange(0, bar(10_000, 10_100, 8_000, 8_900, 1000, 10_000, 9_200, 9_300)),
                entry(10, 9_500),
                stop(-10, 9_000).byMark()))
        .containsExactly("1: 10 at 9500");
    events.clear();
    long[] up = bar(10_000, 10_600, 9_900, 10_600, 1000, 10_400, 9_900, 10_300);
    Order byMark = Order.stop(1, 0, 10, 10_200).byMark();
    assertThat(after(exchange(0, up), byMark, profit(-10, 10_500).byMark()))
        .containsExactly("1: 10 at 10200");
    events.clear();
    assertThat(after(exchange(0, up), byMark, profit(-10, 10_400).byMark()))
        .containsExactly("1: 10 at 10200", "3: -10 at 10400");
  }
}

package io.tradinggym.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.LaneState;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes first at an open, what a reset forgets, what a saved exchange goes on with; two shares at 1.00. */
class OrderOfFillsTest {
  private static final long[] FLAT = {100, 100, 100, 100, 1_000_000};
  private static final long[] RISEN = {150, 150, 150, 150, 1_000_000};
  private static final long[][] CALM = {FLAT, FLAT, FLAT, FLAT};

  private final Heard told = new Heard(false);
  private final List<String> events = told.events;
  private final Account account =
      new Account(
          List.of(Equity.printed("AAA"), Equity.printed("BBB")),
          Currency.USD,
          FlatMargin.leverage(2));

  @BeforeEach
  void capital() {
    account.reset(1000 * Money.UNITS);
  }

  private BarExchange exchange(
      VenueRules rules, int participation, long[][] first, long[][] second) {
    BarExchange exchange =
        new BarExchange(
            new TestBars(first, second), account, Costs.NONE, participation, told, rules);
    exchange.reset(0);
    return exchange;
  }

  private BarExchange calm() {
    return exchange(VenueRules.ANY, BarExchange.UNLIMITED, CALM, CALM);
  }

  /** Positions taken on the first step, none of which is told of. */
  private BarExchange holding(long first, long second, long[][] firstRows, long[][] secondRows) {
    return holding(BarExchange.UNLIMITED, first, second, firstRows, secondRows);
  }

  private BarExchange holding(
      int participation, long first, long second, long[][] firstRows, long[][] secondRows) {
    BarExchange exchange = exchange(VenueRules.ANY, participation, firstRows, secondRows);
    exchange.target(0, first);
    exchange.target(1, second);
    exchange.step();
    events.clear();
    return exchange;
  }

  @ParameterizedTest
  @CsvSource({
    "10, 0, true",
    "10, 5, true",
    "-10, -5, true",
    "-10, 0, true",
    "10, -5, false",
    "10, -10, false",
    "10, 20, false",
    "-10, 5, false",
    "0, 5, false"
  })
  void targetsThatReduceComeBeforeThoseThatAdd(long held, long wanted, boolean reduces) {
    String add = "0: 10 of 0 at 100";
    String other = "0: " + (wanted - held) + " of 1 at 100";
    for (boolean withOrders : new boolean[] {false, true}) {
      account.reset(1000 * Money.UNITS);
      BarExchange exchange = holding(0, held, CALM, CALM);
      exchange.target(0, 10);
      exchange.target(1, wanted);
      if (withOrders) {
        exchange.submit(Order.limit(9, 0, 1, 10).with(TimeInForce.GTC));
      }
      exchange.step();
      assertThat(events).containsExactly(reduces ? other : add, reduces ? add : other);
    }
  }

  @Test
  void ordersThatReduceComeBetweenTargetsThatReduceAndThoseThatAdd() {
    BarExchange exchange = holding(10, 10, CALM, CALM);
    exchange.submit(Order.market(1, 0, -10));
    exchange.target(1, 0);
    exchange.step();
    assertThat(events).containsExactly("0: -10 of 1 at 100", "1: -10 of 0 at 100");
  }

  @ParameterizedTest
  @CsvSource({"-10, true", "-9, true", "-11, false", "10, false", "1, false"})
  void anOrderThatClosesAtMostThePositionComesBeforeTargetsThatAdd(long lots, boolean reduces) {
    BarExchange exchange = holding(0, 10, CALM, CALM);
    exchange.submit(Order.market(1, 1, lots));
    exchange.target(0, 5);
    exchange.step();
    String order = "1: " + lots + " of 1 at 100";
    String target = "0: 5 of 0 at 100";
    assertThat(events).containsExactly(reduces ? order : target, reduces ? target : order);
  }

  /** 1,000 of the second are worth 1,500 at the open; what is left allows 2 x 1,500 - 1,500 of the first. */
  @Test
  void targetsAreAffordedAtTheOpensOfAll() {
    BarExchange exchange = holding(0, 1000, CALM, new long[][] {FLAT, FLAT, RISEN, RISEN});
    exchange.target(0, 5000);
    exchange.target(1, 1001);
    exchange.step();
    assertThat(events).containsExactly("0: 1500 of 0 at 100");
  }

  /** The same where an order of legs has ended without a fill: its first leg had no volume. */
  @Test
  void legsThatAreNotFilledHaveMarkedTheirAssets() {
    long[] thin = {100, 100, 100, 100, 1200};
    BarExchange exchange =
        holding(
            10_000,
            0,
            1000,
            new long[][] {FLAT, FLAT, thin, FLAT},
            new long[][] {FLAT, FLAT, RISEN, RISEN});
    exchange.target(0, 1200);
    assertThat(exchange.submit(1, new Legs().add(0, 1).add(1, -1), 1300, Exchange.NO_LIMIT))
        .isEqualTo(OrderResult.ACCEPTED);
    exchange.step();
    assertThat(events).containsExactly("1: EXPIRED 1300", "0: 1200 of 0 at 100");
  }

  @Test
  void everyLegIsHeldToTheRules() {
    VenueRules tens = new VenueRules(1, 10, 0, 8);
    BarExchange exchange = exchange(tens, BarExchange.UNLIMITED, CALM, CALM);
    assertThat(exchange.submit(1, new Legs().add(0, 2).add(1, -1), 5, Exchange.NO_LIMIT))
        .isEqualTo(OrderResult.LOT);
    assertThat(exchange.submit(1, new Legs().add(0, 2).add(1, -1), 10, Exchange.NO_LIMIT))
        .isEqualTo(OrderResult.ACCEPTED);
    long[] halted = {100, 100, 100, 100, -1};
    BarExchange one =
        exchange(VenueRules.ANY, BarExchange.UNLIMITED, CALM, new long[][] {halted, FLAT});
    assertThat(one.submit(1, new Legs().add(0, 2).add(1, -1), 1, Exchange.NO_LIMIT))
        .isEqualTo(OrderResult.NOT_TRADING);
  }

  @Test
  void aSecondOrderOfLegsIsFoundByItsOwnNumber() {
    BarExchange exchange = calm();
    exchange.submit(5, new Legs().add(0, 1).add(1, -1), 3, Exchange.NO_LIMIT);
    exchange.submit(6, new Legs().add(0, 1).add(1, 1), 4, Exchange.NO_LIMIT);
    assertThat(exchange.remaining(6)).isEqualTo(4);
    exchange.cancel(6);
    exchange.step();
    assertThat(events).containsExactly("6: CANCELLED 4", "5: 3 of 0 at 100", "5: -3 of 1 at 100");
  }

  @Test
  void aResetForgetsWhatWasOrdered() {
    BarExchange exchange = calm();
    exchange.target(0, 3);
    exchange.submit(Order.market(1, 0, 4).with(TimeInForce.GTC));
    exchange.submit(2, new Legs().add(0, 1).add(1, 1), 5, Exchange.NO_LIMIT);
    exchange.reset(0);
    assertThat(exchange.working()).isZero();
    exchange.step();
    assertThat(events).isEmpty();
  }

  @Test
  void aTargetIsForgottenByAResetByItself() {
    BarExchange exchange = calm();
    exchange.target(0, 3);
    exchange.reset(0);
    exchange.step();
    assertThat(events).isEmpty();
  }

  @Test
  void whoCancelsAllCancelsTargetsOrdersAndLegs() {
    BarExchange exchange = calm();
    exchange.target(0, 3);
    exchange.submit(Order.market(1, 0, 4).with(TimeInForce.GTC));
    exchange.submit(2, new Legs().add(0, 1).add(1, 1), 5, Exchange.NO_LIMIT);
    exchange.cancelAll(OrderEnd.CANCELLED);
    exchange.step();
    assertThat(events).containsExactlyInAnyOrder("1: CANCELLED 4", "2: CANCELLED 5");
  }

  @Test
  void targetsAndLegsAreSaved() throws IOException {
    BarExchange exchange = calm();
    exchange.target(0, 3);
    exchange.target(1, -4);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    exchange.save(new DataOutputStream(bytes));
    BarExchange other = calm();
    other.target(0, 7);
    other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    other.step();
    assertThat(events).containsExactly("0: 3 of 0 at 100", "0: -4 of 1 at 100");
  }

  @Test
  void aLaneIsTheBarAndNothingWaits() {
    BarExchange exchange = calm();
    LaneState lane = exchange.laneState().orElseThrow();
    long[] row = {7, 7};
    exchange.step();
    lane.store(row, 1);
    assertThat(row).containsExactly(7, 1);
    exchange.step();
    lane.load(row, 1);
    assertThat(exchange.now()).isEqualTo(1);
    exchange.target(0, 3);
    assertThatThrownBy(() -> lane.store(row, 0)).hasMessageContaining("orders wait");
    exchange.target(0, 0);
    lane.store(row, 0);
    exchange.submit(Order.market(1, 0, 4));
    assertThatThrownBy(() -> lane.store(row, 0)).hasMessageContaining("orders wait");
  }

  @Test
  void whoStandsWhereTheyWantToBeLivesThroughNothing() {
    BarExchange exchange = holding(10, 0, CALM, CALM);
    assertThat(exchange.advance(exchange.time())).isFalse();
    assertThat(exchange.now()).isEqualTo(1);
    exchange.advance(Long.MAX_VALUE);
    assertThat(exchange.now()).isEqualTo(3);
    assertThatThrownBy(exchange::step)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no bar after 3, the last of 4");
  }

  @Test
  void aVenueLiquidatesAtThePriceThatItNames() {
    long[] wide = {100, 105, 90, 100, 1000};
    BarExchange exchange = holding(10, 10, CALM, new long[][] {FLAT, wide, FLAT, FLAT});
    exchange.liquidate(1, 95);
    assertThat(events).containsExactly("-1: -10 of 1 at 95");
    assertThat(account.equity()).isEqualTo(Money.of("999.50"));
  }

  /** A basis point of 3,009,999 lots is 300. */
  @Test
  void aShareOfALargeVolumeIsRoundedDown() {
    account.reset(1_000_000 * Money.UNITS);
    long[] large = {100, 100, 100, 100, 3_009_999};
    BarExchange exchange =
        exchange(VenueRules.ANY, 1, new long[][] {FLAT, large}, new long[][] {FLAT, FLAT});
    exchange.target(0, 5000);
    exchange.step();
    assertThat(events).containsExactly("0: 300 of 0 at 100");
  }

  @Test
  void participationIsNoneToAll() {
    for (int wrong : new int[] {-1, 10_001}) {
      assertThatThrownBy(() -> exchange(VenueRules.ANY, wrong, CALM, CALM))
          .hasMessageContaining("participation must be 0 to 10000");
    }
    BarExchange all = exchange(VenueRules.ANY, 10_000, CALM, CALM);
    all.target(0, 10);
    all.step();
    assertThat(events).containsExactly("0: 10 of 0 at 100");
  }

  /** A stop 5 % behind the highest: the open at 1.10 draws it to 1.04, which the low meets. */
  @Test
  void aTrailingStopFollowsTheOpen() {
    long[] jump = {110, 110, 104, 108, 1_000_000};
    BarExchange exchange = holding(10, 0, new long[][] {FLAT, FLAT, jump}, CALM);
    exchange.submit(Order.trailingStop(1, 0, -10, 0, 500));
    exchange.step();
    assertThat(events).containsExactly("1: -10 of 0 at 104");
  }

  /** It stands at 0.95 from the close on at which it was sent, or put in another's place. */
  @Test
  void aTrailingStopFollowsTheCloseThatItWasSentAt() {
    long[] gap = {94, 94, 94, 94, 1_000_000};
    for (boolean replaced : new boolean[] {false, true}) {
      account.reset(1000 * Money.UNITS);
      BarExchange exchange = holding(10, 0, new long[][] {FLAT, FLAT, gap}, CALM);
      if (replaced) {
        exchange.submit(Order.limit(1, 0, -10, 200));
        exchange.replace(Order.trailingStop(1, 0, -10, 0, 500));
      } else {
        exchange.submit(Order.trailingStop(1, 0, -10, 0, 500));
      }
      exchange.step();
      assertThat(events).containsExactly("1: -10 of 0 at 94");
    }
  }

  /** Bought on the way to the low, sold on the way to it. */
  @Test
  void aTakeProfitInsideABarWakesWhatWaitsForIt() {
    long[] falls = {100, 101, 80, 97, 1_000_000};
    BarExchange exchange =
        exchange(VenueRules.ANY, BarExchange.UNLIMITED, new long[][] {FLAT, falls}, CALM);
    exchange.submit(Order.takeProfit(1, 0, 10, 95));
    exchange.submit(Order.stop(2, 0, -10, 90).after(1));
    exchange.step();
    assertThat(events).containsExactly("1: 10 of 0 at 95", "2: -10 of 0 at 90");
  }

  /** The low of 0.90 draws the stop to 0.95, which the close lies beyond: only the close is certainly later. */
  @Test
  void aTrailingStopAtTheCloseWakesWhatTheCloseMeets() {
    long[] back = {100, 101, 90, 97, 1_000_000};
    BarExchange exchange =
        exchange(VenueRules.ANY, BarExchange.UNLIMITED, new long[][] {FLAT, back}, CALM);
    exchange.submit(Order.trailingStop(1, 0, 10, 0, 500));
    exchange.submit(Order.limit(2, 0, -10, 96).after(1));
    exchange.step();
    assertThat(events).containsExactly("1: 10 of 0 at 95", "2: -10 of 0 at 96");
  }

  /** A stop at 1.10 is paid for at 1.10: 1,000 dollars carry 2,000 dollars of it, 1,818 shares. */
  @Test
  void aStopInsideABarIsAffordedAtItsPrice() {
    long[] rises = {100, 120, 100, 110, 1_000_000};
    BarExchange exchange =
        exchange(VenueRules.ANY, BarExchange.UNLIMITED, new long[][] {FLAT, rises}, CALM);
    exchange.submit(Order.stop(1, 0, 1900, 110));
    exchange.step();
    assertThat(events.getFirst()).isEqualTo("1: 1818 of 0 at 110");
  }
}

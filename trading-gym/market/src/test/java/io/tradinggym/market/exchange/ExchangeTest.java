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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bars behind the interface that every exchange has: the clock, several legs, replacements, and what a fill tells. */
class ExchangeTest {
  private static final long DAY = 86_400_000L;
  private static final long[] FLAT = {100, 110, 90, 100, 1000};
  private static final long[] HALTED = {100, 100, 100, 100, -1};

  private final Heard told = new Heard(true);
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

  private BarExchange exchange(Costs costs, int participation, long[][] first, long[][] second) {
    BarExchange exchange =
        new BarExchange(
            new TestBars(first, second), account, costs, participation, told, VenueRules.ANY);
    exchange.reset(0);
    return exchange;
  }

  private BarExchange flat() {
    long[][] rows = {FLAT, FLAT, FLAT, FLAT};
    return exchange(Costs.NONE, BarExchange.UNLIMITED, rows, rows);
  }

  private static Legs pair() {
    return new Legs().add(0, 2).add(1, -1);
  }

  @Test
  void timeIsTheClock() {
    Exchange exchange = flat();
    assertThat(exchange.time()).isEqualTo(DAY);
    exchange.target(0, 3);
    exchange.advance(2 * DAY - 1);
    assertThat(exchange.time()).as("nothing happens before the bar closes").isEqualTo(DAY);
    assertThat(events).isEmpty();
    exchange.advance(2 * DAY);
    assertThat(exchange.time()).isEqualTo(2 * DAY);
    assertThat(events).containsExactly("0: 3 of 0 at 100");
    exchange.advance(9 * DAY);
    assertThat(exchange.time()).as("the last bar").isEqualTo(4 * DAY);
    assertThatThrownBy(() -> exchange.advance(3 * DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1970-01-05T00:00:00Z")
        .hasMessageContaining("1970-01-04T00:00:00Z");
  }

  @Test
  void advancingTellsOfALiquidationOnTheWay() {
    long[][] crash = {FLAT, {100, 100, 60, 60, 9}, {60, 60, 60, 60, 9}};
    BarExchange exchange =
        exchange(Costs.NONE, BarExchange.UNLIMITED, crash, new long[][] {FLAT, FLAT, FLAT});
    exchange.target(0, 1900);
    assertThat(exchange.advance(3 * DAY)).isTrue();
    assertThat(events).containsExactly("0: 1900 of 0 at 100", "-1: -1900 of 0 at 63");
  }

  @Test
  void allLegsAreFilledTogether() {
    Exchange exchange = flat();
    assertThat(exchange.submit(5, pair(), 3, Exchange.NO_LIMIT)).isEqualTo(OrderResult.ACCEPTED);
    assertThat(exchange.working()).isEqualTo(1);
    assertThat(exchange.remaining(5)).isEqualTo(3);
    assertThat(exchange.resting(0, true, 0)).isEqualTo(6);
    assertThat(exchange.resting(0, false, 0)).isZero();
    assertThat(exchange.resting(1, false, 0)).isEqualTo(-3);
    exchange.advance(2 * DAY);
    assertThat(events).containsExactly("5: 6 of 0 at 100", "5: -3 of 1 at 100", "5: FILLED 0");
    assertThat(exchange.working()).isZero();
  }

  @Test
  void aSaleTurnsEveryLegRound() {
    Exchange exchange = flat();
    exchange.submit(5, pair(), -3, Exchange.NO_LIMIT);
    exchange.advance(2 * DAY);
    assertThat(events).containsExactly("5: -6 of 0 at 100", "5: 3 of 1 at 100", "5: FILLED 0");
  }

  @Test
  void noLegIsFilledWhereOneDoesNotTrade() {
    long[][] trades = {FLAT, FLAT};
    Exchange exchange =
        exchange(Costs.NONE, BarExchange.UNLIMITED, trades, new long[][] {FLAT, HALTED});
    exchange.submit(5, pair(), 3, Exchange.NO_LIMIT);
    exchange.advance(2 * DAY);
    assertThat(events).containsExactly("5: EXPIRED 3");
    assertThat(account.lots(0)).isZero();
  }

  @Test
  void noLegIsFilledWhereVolumeHasNoRoomForOne() {
    long[][] trades = {FLAT, FLAT};
    long[][] thin = {FLAT, {100, 110, 90, 100, 29}};
    Exchange exchange = exchange(Costs.NONE, 1_000, trades, thin);
    exchange.submit(5, pair(), 3, Exchange.NO_LIMIT);
    exchange.submit(6, pair(), 2, Exchange.NO_LIMIT);
    exchange.advance(2 * DAY);
    assertThat(events)
        .containsExactly("5: EXPIRED 3", "6: 4 of 0 at 100", "6: -2 of 1 at 100", "6: FILLED 0");
  }

  @Test
  void legsCostAtMostTheirLimit() {
    long[][] dear = {FLAT, {102, 110, 90, 100, 1000}};
    long[][] flat = {FLAT, FLAT};
    Exchange exchange = exchange(Costs.NONE, BarExchange.UNLIMITED, dear, flat);
    // 2 x 1.02 less 1.00.
    exchange.submit(5, pair(), 1, Money.of("1.03"));
    exchange.submit(6, pair(), 1, Money.of("1.04"));
    exchange.submit(7, pair(), -1, Money.of("-1.05"));
    exchange.submit(8, pair(), -1, Money.of("-1.04"));
    exchange.advance(2 * DAY);
    assertThat(events)
        .containsExactly(
            "5: EXPIRED 1",
            "6: 2 of 0 at 102",
            "6: -1 of 1 at 100",
            "6: FILLED 0",
            "7: EXPIRED -1",
            "8: -2 of 0 at 102",
            "8: 1 of 1 at 100",
            "8: FILLED 0");
  }

  @Test
  void legsThatTheAccountCannotCarryTogetherAreNotFilled() {
    Exchange exchange = flat();
    // A leverage of 2: 2,000 dollars of shares, either leg of which would do.
    Legs legs = new Legs().add(0, 1).add(1, 1);
    assertThat(exchange.submit(5, legs, 1001, Exchange.NO_LIMIT))
        .isEqualTo(OrderResult.BUYING_POWER);
    assertThat(exchange.submit(6, legs, 1000, Exchange.NO_LIMIT)).isEqualTo(OrderResult.ACCEPTED);
    exchange.submit(7, legs, 1, Exchange.NO_LIMIT);
    exchange.advance(2 * DAY);
    assertThat(events)
        .containsExactly(
            "6: 1000 of 0 at 100", "6: 1000 of 1 at 100", "6: FILLED 0", "7: BUYING_POWER 1");
    assertThat(exchange.submit(8, legs, -1000, Exchange.NO_LIMIT))
        .as("what only shrinks")
        .isEqualTo(OrderResult.ACCEPTED);
  }

  @Test
  void costsOfLegsCountAgainstBuyingPower() {
    Costs fees = new Costs(Percent.basisPoints(10), Slippage.spreadTicks(2));
    long[][] rows = {FLAT, FLAT};
    Exchange exchange = exchange(fees, BarExchange.UNLIMITED, rows, rows);
    Legs legs = new Legs().add(0, 1).add(1, 1);
    // A pair needs 1.00 and costs 2 x (0.01 + 0.00101): 978 are carried by 1000 - 21.54.
    exchange.submit(5, legs, 978, Exchange.NO_LIMIT);
    exchange.advance(2 * DAY);
    assertThat(account.equity()).isEqualTo(Money.of("1000") - 2 * 978 * Money.of("0.01101"));
    assertThat(events).hasSize(2 + 1);
    account.reset(1000 * Money.UNITS);
    events.clear();
    Exchange again = exchange(fees, BarExchange.UNLIMITED, rows, rows);
    again.submit(5, legs, 979, Exchange.NO_LIMIT);
    again.advance(2 * DAY);
    assertThat(events).containsExactly("5: BUYING_POWER 979");
  }

  @Test
  void legsAreCancelledAndRefusedByName() {
    Exchange exchange = flat();
    exchange.submit(Order.limit(4, 0, 1, 95));
    assertThat(exchange.submit(4, pair(), 1, Exchange.NO_LIMIT))
        .isEqualTo(OrderResult.DUPLICATE_ID);
    exchange.submit(5, pair(), 1, Exchange.NO_LIMIT);
    exchange.submit(6, pair(), 2, Exchange.NO_LIMIT);
    assertThat(exchange.submit(Order.limit(5, 0, 1, 95))).isEqualTo(OrderResult.DUPLICATE_ID);
    assertThat(exchange.cancel(5)).isEqualTo(OrderResult.ACCEPTED);
    assertThat(exchange.cancel(5)).isEqualTo(OrderResult.UNKNOWN_ORDER);
    exchange.advance(2 * DAY);
    assertThat(events)
        .containsExactly(
            "5: CANCELLED 1",
            "6: 4 of 0 at 100",
            "6: -2 of 1 at 100",
            "6: FILLED 0",
            "4: 1 of 0 at 95",
            "4: FILLED 0");
    assertThatThrownBy(() -> exchange.submit(0, pair(), 1, Exchange.NO_LIMIT))
        .hasMessage("order id must be > 0, was 0");
    assertThatThrownBy(() -> exchange.submit(9, pair(), 0, Exchange.NO_LIMIT))
        .hasMessage("an order needs legs and lots, had 2 legs and 0 lots");
    assertThatThrownBy(() -> pair().add(1, 3)).hasMessage("asset 1 is a leg already");
    assertThatThrownBy(() -> pair().add(2, 0)).hasMessage("ratio of asset 2 must not be 0");
  }

  @Test
  void aReplacementStandsInThePlaceOfTheOldOrder() {
    BarExchange exchange = flat();
    exchange.submit(Order.limit(1, 0, 10, 50).with(TimeInForce.GTC));
    exchange.submit(Order.stop(2, 0, -10, 80).after(1));
    assertThat(exchange.replace(Order.limit(3, 0, 5, 95))).isEqualTo(OrderResult.UNKNOWN_ORDER);
    assertThat(exchange.replace(Order.limit(1, 0, 5, 0))).isEqualTo(OrderResult.TICK);
    assertThat(exchange.orders().getFirst().limit()).as("refused").isEqualTo(50);
    assertThat(exchange.replace(Order.limit(1, 0, 5, 95))).isEqualTo(OrderResult.ACCEPTED);
    assertThat(exchange.orders())
        .containsExactly(Order.limit(1, 0, 5, 95), Order.stop(2, 0, -10, 80).after(1));
    exchange.step();
    assertThat(events).containsExactly("1: 5 of 0 at 95", "1: FILLED 0");
    assertThat(exchange.working()).as("its child is awake").isEqualTo(1);
  }

  @Test
  void aSavedExchangeKeepsItsLegs() throws IOException {
    BarExchange exchange = flat();
    exchange.submit(5, pair(), 3, Exchange.NO_LIMIT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    exchange.save(new DataOutputStream(bytes));
    BarExchange other = flat();
    other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    other.step();
    assertThat(events).containsExactly("5: 6 of 0 at 100", "5: -3 of 1 at 100", "5: FILLED 0");
  }

  @Test
  void aFillTellsAllThatItCost() {
    Costs costs = new Costs(Percent.basisPoints(100), Slippage.spreadTicks(30));
    long[][] rows = {FLAT, {100, 110, 90, 100, 1000}, {120, 130, 110, 120, 1000}};
    BarExchange exchange = exchange(costs, BarExchange.UNLIMITED, rows, rows);
    List<String> fills = new ArrayList<>();
    exchange.listener(
        fill ->
            fills.add(
                String.join(
                    " ",
                    List.of(
                        "" + fill.time() / DAY,
                        "" + fill.reason(),
                        "" + fill.lots(),
                        fill.ticks() + "/" + fill.reference(),
                        "commission " + Money.format(fill.commission()),
                        "slippage " + Money.format(fill.slippage()),
                        "charged " + Money.format(fill.charged()),
                        "realised " + Money.format(fill.realised()),
                        "maker " + fill.maker()))));
    exchange.target(0, 100);
    exchange.step();
    exchange.submit(Order.limit(7, 0, -50, 125));
    exchange.step();
    // 15 ticks of half a spread: 10 to the high of the bar, 5 charged. The limit rests and pays
    // none.
    assertThat(fills)
        .containsExactly(
            "2 TARGET 100 110/100 commission 1.10 slippage 15.00 charged 5.00 realised 0.00 maker"
                + " false",
            "3 ORDER -50 125/125 commission 0.625 slippage 0.00 charged 0.00 realised 7.50 maker"
                + " true");
    exchange.closeOut(0);
    assertThat(fills.getLast())
        .contains("DELISTING -50 110/120")
        .contains("slippage 7.50 charged 2.50");
  }

  @Test
  void theMiddleIsTheOpenWithoutSpread() {
    BarExchange exchange =
        exchange(
            Costs.basisPoints(0, 100),
            BarExchange.UNLIMITED,
            new long[][] {FLAT, {101, 110, 90, 100, 9}},
            new long[][] {FLAT, HALTED});
    exchange.step();
    assertThat(exchange.middle(0)).isEqualTo(101);
    assertThat(exchange.middle(1)).as("halted").isZero();
  }
}

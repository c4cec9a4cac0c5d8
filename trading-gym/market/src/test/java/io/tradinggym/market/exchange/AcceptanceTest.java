package io.tradinggym.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is just taken, and what is refused beside it. */
class AcceptanceTest {
  private static final long[] START = {10_000, 10_000, 10_000, 10_000, 1000};
  private static final long DAY = 86_400_000L;

  private final Account account =
      new Account(List.of(Equity.printed("SPY")), Currency.USD, FlatMargin.leverage(2));

  private BarExchange exchange(Bars bars, VenueRules rules) {
    account.reset(Money.of("100000"));
    BarExchange exchange =
        new BarExchange(bars, account, Costs.NONE, BarExchange.UNLIMITED, fill -> {}, rules);
    exchange.reset(0);
    return exchange;
  }

  private static OrderResult rests(BarExchange exchange, long lots, long limit) {
    return exchange.submit(Order.limit(limit, 0, lots, limit).with(TimeInForce.GTC).postOnly());
  }

  @Test
  void whatRestsMayTouchTheLastPriceAndNotCrossIt() {
    BarExchange exchange = exchange(new TestBars(START, START), VenueRules.ANY);
    assertThat(rests(exchange, 5, 10_001)).isEqualTo(OrderResult.WOULD_CROSS);
    assertThat(rests(exchange, -5, 9_999)).isEqualTo(OrderResult.WOULD_CROSS);
    assertThat(rests(exchange, 5, 10_000)).isEqualTo(OrderResult.ACCEPTED);
    exchange.cancel(10_000);
    assertThat(rests(exchange, -5, 10_000)).isEqualTo(OrderResult.ACCEPTED);
  }

  /** Until the next bar's close, and there must be one. */
  @Test
  void aTimeLiesBehindTheNextBarWhichThereIs() {
    BarExchange exchange = exchange(new TestBars(START, START), VenueRules.ANY);
    Order order = Order.limit(1, 0, 5, 9_000);
    assertThat(exchange.submit(order.until(2 * DAY - 1))).isEqualTo(OrderResult.TIME_IN_FORCE);
    assertThat(exchange.submit(order.until(2 * DAY))).isEqualTo(OrderResult.ACCEPTED);
    exchange.step();
    assertThat(exchange.submit(Order.limit(2, 0, 5, 9_000).until(9 * DAY)))
        .isEqualTo(OrderResult.TIME_IN_FORCE);
  }

  /** Worth less than 1,000: what closes all is taken, what closes a part or opens as much is not. */
  @Test
  void aPositionIsClosedHoweverSmallItIs() {
    VenueRules rules = new VenueRules(1, 1, Money.of("1000"), 64);
    BarExchange exchange = exchange(new TestBars(START, START, START, START), rules);
    assertThat(exchange.submit(Order.market(1, 0, 20))).isEqualTo(OrderResult.ACCEPTED);
    exchange.step();
    assertThat(exchange.submit(Order.market(2, 0, -15))).isEqualTo(OrderResult.ACCEPTED);
    exchange.step();
    assertThat(account.lots(0)).isEqualTo(5);
    assertThat(exchange.submit(Order.market(3, 0, 5))).isEqualTo(OrderResult.MINIMUM_NOTIONAL);
    assertThat(exchange.submit(Order.market(4, 0, -4))).isEqualTo(OrderResult.MINIMUM_NOTIONAL);
    assertThat(exchange.submit(Order.market(5, 0, 10)))
        .as("1,000 exactly")
        .isEqualTo(OrderResult.ACCEPTED);
    exchange.cancel(5);
    assertThat(exchange.submit(Order.market(6, 0, -5))).isEqualTo(OrderResult.ACCEPTED);
  }

  @Test
  void theOrderThatIsNamedIsMeant() {
    BarExchange exchange = exchange(new TestBars(START, START), VenueRules.ANY);
    exchange.submit(Order.limit(1, 0, 5, 9_000).with(TimeInForce.GTC));
    exchange.submit(Order.limit(2, 0, 7, 8_000).with(TimeInForce.GTC));
    assertThat(exchange.remaining(2)).isEqualTo(7);
    assertThat(exchange.replace(Order.limit(2, 0, 6, 8_100).with(TimeInForce.GTC)))
        .isEqualTo(OrderResult.ACCEPTED);
    assertThat(exchange.remaining(1)).isEqualTo(5);
    assertThat(exchange.remaining(2)).isEqualTo(6);
    exchange.cancel(2);
    assertThat(exchange.orders()).extracting(Order::id).containsExactly(1L);
    exchange.submit(Order.limit(3, 0, 4, 8_000).with(TimeInForce.GTC));
    exchange.cancel(1);
    assertThat(exchange.resting(0, true, 0)).as("what is gone rests no more").isEqualTo(4);
  }

  /** Trades came to 88, marks only to 92: an order by marks is one after a restore, too. */
  @Test
  void whatAnOrderLooksAtIsSaved() throws IOException {
    long[] apart = {10_000, 10_000, 8_800, 9_500, 1000, 10_000, 9_200, 9_500};
    BarExchange exchange = exchange(new TestBars(START, apart), VenueRules.ANY);
    exchange.submit(Order.stop(1, 0, -5, 9_000).byMark());
    exchange.submit(Order.stop(2, 0, -5, 8_900));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    exchange.save(new DataOutputStream(bytes));
    BarExchange other = exchange(new TestBars(START, apart), VenueRules.ANY);
    other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    other.step();
    assertThat(account.lots(0)).isEqualTo(-5);
    assertThat(other.remaining(2)).isZero();
  }

  @Test
  void conditionsHoldTheirBounds() {
    for (int callback : new int[] {0, 10, 1000}) {
      assertThat(new Conditions(Trigger.LAST, false, false, 0, callback, 0).callback())
          .isEqualTo(callback);
    }
    for (int callback : new int[] {-10, 9, 1001}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Conditions(Trigger.LAST, false, false, 0, callback, 0))
          .withMessageContaining("was " + callback);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Conditions(Trigger.LAST, false, false, -1, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Conditions(Trigger.LAST, false, false, 0, 0, -1));
  }
}

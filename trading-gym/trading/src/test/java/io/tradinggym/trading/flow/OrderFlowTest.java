package io.tradinggym.trading.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.exchange.BarExchange;
import io.tradinggym.market.exchange.Exchange;
import io.tradinggym.market.exchange.Fill;
import io.tradinggym.market.exchange.Legs;
import io.tradinggym.market.exchange.Order;
import io.tradinggym.market.exchange.OrderEnd;
import io.tradinggym.market.exchange.OrderResult;
import io.tradinggym.market.exchange.TimeInForce;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.risk.Refusal;
import io.tradinggym.market.risk.RiskGate;
import io.tradinggym.market.risk.RiskLimit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The way from an intent over the gate to bars and back; one lot at 100 is a percent of equity. */
class OrderFlowTest {
  private static final long DAY = 86_400_000L;

  private final List<String> told = new ArrayList<>();
  private final Account account =
      new Account(List.of(Equity.printed("AAA")), Currency.USD, FlatMargin.leverage(10));

  private final FlowListener listener =
      new FlowListener() {
        @Override
        public void filled(int sleeve, Fill fill) {
          told.add("filled " + sleeve + " #" + fill.order() + " " + fill.lots());
        }

        @Override
        public void ordered(
            OrderAction action,
            int sleeve,
            long order,
            int asset,
            long lots,
            long limit,
            long stop,
            OrderResult result) {
          told.add(action + " " + sleeve + " #" + order + " " + lots + " " + result);
        }

        @Override
        public void ended(int sleeve, long order, OrderEnd reason, long remaining) {
          told.add("ended " + sleeve + " #" + order + " " + reason + " " + remaining);
        }
      };

  private OrderFlow flow(@Nullable Sleeves sleeves, RiskLimit... limits) {
    account.reset(Money.of("10000"));
    BarExchange exchange =
        new BarExchange(new Flat(), account, Costs.NONE, 0, (o, x, l, t, c) -> {});
    exchange.reset(0);
    RiskGate gate = new RiskGate(account, List.of(limits));
    OrderFlow flow = new OrderFlow(exchange, account, gate, sleeves, 4);
    flow.listener(listener);
    flow.reset();
    return flow;
  }

  @Test
  void theGateSeesOrdersThatRest() {
    OrderFlow flow = flow(null, RiskLimit.position(0.25));
    assertThat(flow.submit(0, Order.limit(1, 0, 20, 10_000).with(TimeInForce.GTC)))
        .isEqualTo(OrderResult.ACCEPTED);
    assertThat(flow.submit(0, Order.limit(2, 0, 6, 10_000))).isEqualTo(OrderResult.RISK);
    assertThat(flow.refusal()).isEqualTo(Refusal.POSITION);
    assertThat(flow.submit(0, Order.limit(2, 0, 5, 10_000))).isEqualTo(OrderResult.ACCEPTED);
    assertThat(flow.submit(0, Order.limit(3, 0, -25, 10_000)))
        .as("the other side")
        .isEqualTo(OrderResult.ACCEPTED);
  }

  @Test
  void aTargetIsSentAtOnceWhereNothingIsNetted() {
    OrderFlow flow = flow(null, RiskLimit.position(0.25));
    assertThat(flow.order(0, 26)).isFalse();
    assertThat(flow.order(0, 25)).isTrue();
    assertThat(flow.submit(0, Order.limit(2, 0, 1, 9_999))).isEqualTo(OrderResult.RISK);
    assertThat(flow.send()).as("nothing is left to send").isZero();
  }

  @Test
  void aTargetMeetsOrdersThatRestAndOrdersMeetATarget() {
    OrderFlow flow = flow(null, RiskLimit.position(0.25));
    flow.submit(0, Order.limit(1, 0, 20, 9_999).with(TimeInForce.GTC));
    flow.target(0, 0, 6);
    assertThat(flow.send()).isEqualTo(1);
    flow.target(0, 0, 5);
    assertThat(flow.send()).isZero();
    assertThat(flow.submit(0, Order.limit(2, 0, 1, 9_999))).isEqualTo(OrderResult.RISK);
    flow.target(0, 0, 0);
    flow.send();
    assertThat(flow.submit(0, Order.limit(2, 0, 1, 9_999)))
        .as("the target was taken back")
        .isEqualTo(OrderResult.ACCEPTED);
  }

  @Test
  void ofAGroupOnlyOneIsCounted() {
    OrderFlow flow = flow(null, RiskLimit.position(0.25));
    flow.submit(0, Order.limit(1, 0, 20, 9_999).in(7));
    assertThat(flow.submit(0, Order.stop(2, 0, 20, 10_001).in(7))).isEqualTo(OrderResult.ACCEPTED);
    assertThat(flow.submit(0, Order.limit(3, 0, 20, 9_999).in(8))).isEqualTo(OrderResult.RISK);
  }

  @Test
  void aReplacementDoesNotCountTheOrderThatItReplaces() {
    OrderFlow flow = flow(null, RiskLimit.position(0.25));
    flow.submit(0, Order.limit(1, 0, 20, 9_000));
    assertThat(flow.replace(Order.limit(1, 0, 25, 9_001))).isEqualTo(OrderResult.ACCEPTED);
    assertThat(flow.replace(Order.limit(1, 0, 28, 9_001))).isEqualTo(OrderResult.RISK);
    assertThat(flow.replace(Order.limit(2, 0, 1, 9_001))).isEqualTo(OrderResult.UNKNOWN_ORDER);
    assertThat(flow.cancel(1)).isEqualTo(OrderResult.ACCEPTED);
    assertThat(told)
        .containsExactly(
            "SUBMIT 0 #1 20 ACCEPTED",
            "REPLACE 0 #1 25 ACCEPTED",
            "REPLACE 0 #1 28 RISK",
            "REPLACE -1 #2 1 UNKNOWN_ORDER",
            "ended 0 #1 CANCELLED 25",
            "CANCEL 0 #1 25 ACCEPTED");
  }

  /**
   * 28 at 90.01 are more than a quarter of 10,000, 27 are not: of the group only the order that is replaced counts,
   * with its new size.
   */
  @Test
  void aReplacementInAGroupIsCountedOnce() {
    OrderFlow flow = flow(null, RiskLimit.position(0.25));
    flow.submit(0, Order.limit(3, 0, 5, 9_000));
    flow.submit(0, Order.limit(1, 0, 19, 9_000).in(7));
    assertThat(flow.submit(0, Order.stop(2, 0, 19, 10_001).in(7))).isEqualTo(OrderResult.ACCEPTED);
    assertThat(flow.replace(Order.limit(1, 0, 23, 9_001).in(7))).isEqualTo(OrderResult.RISK);
    assertThat(flow.replace(Order.limit(1, 0, 22, 9_001).in(7))).isEqualTo(OrderResult.ACCEPTED);
  }

  @Test
  void everyLegIsAskedFor() {
    OrderFlow flow = flow(null, RiskLimit.orderSize(0.10));
    assertThat(flow.submit(0, 1, new Legs().add(0, 5), 3, Exchange.NO_LIMIT))
        .isEqualTo(OrderResult.RISK);
    assertThat(flow.submit(0, 1, new Legs().add(0, 5), 2, Exchange.NO_LIMIT))
        .isEqualTo(OrderResult.ACCEPTED);
    flow.advance(2 * DAY);
    assertThat(told)
        .containsExactly(
            "SUBMIT 0 #1 15 RISK",
            "SUBMIT 0 #1 10 ACCEPTED",
            "filled 0 #1 10",
            "ended 0 #1 FILLED 0");
  }

  /** 20 that were sent are held a bar later, and no longer under way: 5 more are a quarter, 6 are too many. */
  @Test
  void aTargetThatWasFilledIsCountedOnce() {
    OrderFlow flow = flow(null, RiskLimit.position(0.25));
    assertThat(flow.order(0, 20)).isTrue();
    flow.advance(2 * DAY);
    assertThat(account.lots(0)).isEqualTo(20);
    assertThat(flow.submit(0, Order.limit(1, 0, 6, 10_000))).isEqualTo(OrderResult.RISK);
    assertThat(flow.submit(0, Order.limit(1, 0, 5, 10_000))).isEqualTo(OrderResult.ACCEPTED);
  }

  @Test
  void theGateIsToldOfTime() {
    OrderFlow flow = flow(null, RiskLimit.ordersPerBar(1));
    flow.submit(0, Order.limit(1, 0, 1, 1).with(TimeInForce.GTC));
    assertThat(flow.submit(0, Order.limit(2, 0, 1, 1))).isEqualTo(OrderResult.RISK);
    flow.advance(2 * DAY);
    assertThat(flow.submit(0, Order.limit(2, 0, 1, 1))).isEqualTo(OrderResult.ACCEPTED);
  }

  @Test
  void orderIdsBelongToTheirSleeves() {
    Sleeves sleeves = new Sleeves(account, 3);
    account.listener(sleeves);
    OrderFlow flow = flow(sleeves);
    flow.submit(2, Order.limit(1, 0, 3, 10_001));
    assertThat(flow.submit(1, Order.limit(1, 0, 3, 10_001))).isEqualTo(OrderResult.DUPLICATE_ID);
    for (int id = 2; id <= 4; id++) {
      flow.submit(1, Order.limit(id, 0, 1, 1));
    }
    assertThat(flow.submit(1, Order.limit(5, 0, 1, 1))).isEqualTo(OrderResult.BOOK_FULL);
    flow.target(0, 0, 5);
    flow.target(1, 0, -2);
    flow.send();
    flow.advance(2 * DAY);
    sleeves.verify();
    assertThat(List.of(sleeves.lots(0, 0), sleeves.lots(1, 0), sleeves.lots(2, 0)))
        .containsExactly(5L, -2L, 3L);
    assertThat(told).contains("TARGET -1 #0 3 ACCEPTED", "filled 2 #1 3", "ended 1 #4 EXPIRED 1");
  }

  @Test
  void aRefusedNetStillCrosses() {
    Sleeves sleeves = new Sleeves(account, 2);
    account.listener(sleeves);
    OrderFlow flow = flow(sleeves, RiskLimit.position(0.05));
    flow.target(0, 0, 16);
    flow.target(1, 0, -10);
    assertThat(flow.send()).isEqualTo(1);
    flow.advance(2 * DAY);
    assertThat(sleeves.lots(0, 0)).isEqualTo(10);
    assertThat(sleeves.lots(1, 0)).isEqualTo(-10);
    assertThat(account.lots(0)).isZero();
  }

  @Test
  void aSavedFlowKnowsItsIntentsAndOwners() throws IOException {
    Sleeves sleeves = new Sleeves(account, 2);
    account.listener(sleeves);
    OrderFlow flow = flow(sleeves);
    flow.submit(1, Order.limit(1, 0, 3, 10_001));
    flow.target(0, 0, 4);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    flow.save(new DataOutputStream(bytes));
    flow.target(0, 0, 9);
    flow.reset();
    flow.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    flow.send();
    flow.advance(2 * DAY);
    sleeves.verify();
    assertThat(List.of(sleeves.lots(0, 0), sleeves.lots(1, 0))).containsExactly(4L, 3L);
  }

  /** A share that trades at 100 for ever, a bar a day. */
  private static final class Flat implements Bars {
    @Override
    public int assets() {
      return 1;
    }

    @Override
    public int length() {
      return 10;
    }

    @Override
    public long closeTime(int bar) {
      return (bar + 1) * DAY;
    }

    @Override
    public long open(int asset, int bar) {
      return 10_000;
    }

    @Override
    public long high(int asset, int bar) {
      return 10_000;
    }

    @Override
    public long low(int asset, int bar) {
      return 10_000;
    }

    @Override
    public long close(int asset, int bar) {
      return 10_000;
    }

    @Override
    public long volume(int asset, int bar) {
      return 1_000_000;
    }

    @Override
    public boolean traded(int asset, int bar) {
      return true;
    }
  }
}

package io.tradinggym.options.execution;

import static io.tradinggym.options.execution.Ladder.CENT;
import static io.tradinggym.options.execution.Ladder.DAY;
import static io.tradinggym.options.pricing.OptionType.CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.exchange.Exchange;
import io.tradinggym.market.exchange.Legs;
import io.tradinggym.market.exchange.Order;
import io.tradinggym.market.exchange.OrderResult;
import io.tradinggym.market.exchange.TimeInForce;
import io.tradinggym.trading.flow.OrderFlow;
import io.tradinggym.trading.flow.Sleeves;
import io.tradinggym.trading.trace.Fills;
import io.tradinggym.trading.trace.TradeTrace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Quotes of a chain behind an order flow, with sleeves and a trace. */
class ChainExchangeTest {
  private static final int C100 = Ladder.asset(CALL, 100, 30);
  private static final int C105 = Ladder.asset(CALL, 105, 30);

  private final Ladder quotes = new Ladder();
  private final Account account = quotes.account(10_000);
  private final Sleeves sleeves = new Sleeves(account, 2);
  private final ChainExchange exchange = new ChainExchange(account, desk());
  private final OrderFlow flow = new OrderFlow(exchange, account, null, sleeves, 4);
  private final TradeTrace trace = new TradeTrace(account, true);

  private ComboDesk desk() {
    return new ComboDesk(
        account,
        quotes,
        FillConvention.CROSS,
        new OptionCommission(65 * CENT, 65 * CENT, 65 * CENT, 0),
        Commission.NONE);
  }

  ChainExchangeTest() {
    account.listener(sleeves);
    flow.listener(trace);
    trace.listen(true);
    sleeves.clear();
    account.reset(10_000 * Money.UNITS);
    account.time(0);
    account.mark(Ladder.SHARE, 10_000);
    sleeves.divide(1, 1);
    quotes.quote(C100, 100, 120);
    quotes.quote(C105, 40, 50);
  }

  @Test
  void aSpreadIsFilledAtOnceForItsSleeve() {
    Legs spread = new Legs().add(C100, 1).add(C105, -1);
    assertThat(flow.submit(1, 7, spread, 2, 80 * 100 * CENT)).isEqualTo(OrderResult.ACCEPTED);
    // Bought at 1.20, sold at 0.40, twice 65 cents.
    assertThat(sleeves.cash(1, 0))
        .isEqualTo(5_000 * Money.UNITS - 2 * 80 * 100 * CENT - 4 * 65 * CENT);
    assertThat(sleeves.lots(1, C105)).isEqualTo(-2);
    sleeves.verify();
    Fills fills = trace.fills();
    assertThat(fills.size()).isEqualTo(2);
    assertThat(List.of(fills.order(0), fills.ticks(0), fills.reference(0)))
        .containsExactly(7L, 120L, 110L);
    assertThat(fills.slippage(0)).isEqualTo(2 * 10 * 100 * CENT);
    assertThat(fills.slippage(1)).isEqualTo(2 * 5 * 100 * CENT);
    assertThat(exchange.working()).isZero();
  }

  @Test
  void whatIsNotHadAtOnceIsRefusedByName() {
    Legs spread = new Legs().add(C100, 1).add(C105, -1);
    assertThat(flow.submit(1, 7, spread, 1, 80 * 100 * CENT - 1)).isEqualTo(OrderResult.LIMIT);
    assertThat(flow.submit(1, 7, spread, 1000, Exchange.NO_LIMIT))
        .isEqualTo(OrderResult.BUYING_POWER);
    quotes.quote(C105, 0, 50);
    assertThat(flow.submit(1, 7, spread, 1, Exchange.NO_LIMIT)).isEqualTo(OrderResult.NOT_TRADING);
    assertThat(flow.submit(1, Order.limit(8, C100, 1, 120))).isEqualTo(OrderResult.TIME_IN_FORCE);
    assertThat(flow.submit(1, Order.limit(8, C100, 1, 119).with(TimeInForce.IOC)))
        .isEqualTo(OrderResult.LIMIT);
    assertThat(flow.submit(1, Order.limit(8, C100, 1, 120).with(TimeInForce.IOC)))
        .isEqualTo(OrderResult.ACCEPTED);
    assertThat(flow.submit(1, Order.limit(9, C100, -1, 101).with(TimeInForce.FOK)))
        .isEqualTo(OrderResult.LIMIT);
    assertThat(flow.submit(1, Order.limit(9, C100, -1, 100).with(TimeInForce.FOK)))
        .isEqualTo(OrderResult.ACCEPTED);
    assertThat(account.lots(C100)).isZero();
    assertThat(sleeves.cash(0, 0)).isEqualTo(5_000 * Money.UNITS);
    sleeves.verify();
  }

  @Test
  void targetsOfSleevesAreNettedAndCrossBetweenBidAndOffer() {
    flow.target(0, C100, 3);
    flow.target(1, C100, -1);
    assertThat(flow.send()).isZero();
    flow.advance(DAY);
    assertThat(account.lots(C100)).isEqualTo(2);
    // One at 1.10 from the other sleeve, two at 1.20.
    assertThat(sleeves.cash(0, 0))
        .isEqualTo(5_000 * Money.UNITS - (110 + 2 * 120) * 100 * CENT - 2 * 65 * CENT);
    assertThat(sleeves.cash(1, 0)).isEqualTo(5_000 * Money.UNITS + 110 * 100 * CENT);
    sleeves.verify();
  }

  @Test
  void timeGoesOnAndContractsEnd() {
    exchange.advance(30 * DAY);
    assertThat(exchange.time()).isEqualTo(30 * DAY);
    assertThat(flow.submit(0, Order.market(1, C100, 1))).isEqualTo(OrderResult.NOT_TRADING);
    assertThatThrownBy(() -> exchange.advance(DAY))
        .hasMessageContaining("1970-01-31T00:00:00Z")
        .hasMessageContaining("1970-01-02T00:00:00Z");
    assertThatThrownBy(() -> exchange.submit(Order.market(0, C100, 1)))
        .hasMessage("order id must be > 0, was 0");
    assertThat(exchange.cancel(1)).isEqualTo(OrderResult.UNKNOWN_ORDER);
  }
}

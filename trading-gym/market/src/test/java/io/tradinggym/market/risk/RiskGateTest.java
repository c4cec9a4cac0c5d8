package io.tradinggym.market.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RiskGateTest {
  private static final long DAY = 86_400_000L;

  /** Two shares at 100.00, an account of 10,000 dollars: one lot is 1 % of equity. */
  private final Account account =
      new Account(
          List.of(Equity.printed("SPY"), Equity.printed("QQQ")),
          Currency.USD,
          FlatMargin.leverage(10));

  RiskGateTest() {
    account.reset(10_000 * Money.UNITS);
    account.mark(0, 10_000);
    account.mark(1, 10_000);
  }

  private RiskGate gate(RiskLimit... limits) {
    RiskGate gate = new RiskGate(account, List.of(limits));
    gate.reset(DAY);
    return gate;
  }

  private void loseByMark(long ticks) {
    account.mark(0, ticks);
  }

  @Test
  void shouldLimitTheOrder() {
    RiskGate gate = gate(RiskLimit.orderSize(0.1));
    assertThat(gate.check(0, 10, 0, 10_000)).isEqualTo(Refusal.NONE);
    assertThat(gate.check(0, 11, 0, 10_000)).isEqualTo(Refusal.ORDER_SIZE);
    assertThat(gate.check(0, -11, 0, 10_000)).isEqualTo(Refusal.ORDER_SIZE);
  }

  @Test
  void shouldLimitThePositionWithItsWorkingOrders() {
    account.trade(0, 10, 10_000, 0, 0);
    RiskGate gate = gate(RiskLimit.position(0.25));
    assertThat(gate.check(0, 15, 0, 10_000)).isEqualTo(Refusal.NONE);
    assertThat(gate.check(0, 16, 0, 10_000)).isEqualTo(Refusal.POSITION);
    assertThat(gate.check(0, 6, 10, 10_000)).isEqualTo(Refusal.POSITION);
    assertThat(gate.check(0, -35, 0, 10_000)).isEqualTo(Refusal.NONE);
    assertThat(gate.check(0, -36, 0, 10_000)).isEqualTo(Refusal.POSITION);
  }

  @Test
  void shouldLimitGrossAndNetExposure() {
    account.trade(0, 80, 10_000, 0, 0);
    RiskGate gross = gate(RiskLimit.grossLeverage(1));
    assertThat(gross.check(1, -20, 0, 10_000)).isEqualTo(Refusal.NONE);
    assertThat(gross.check(1, -21, 0, 10_000)).isEqualTo(Refusal.GROSS);
    RiskGate net = gate(RiskLimit.netLeverage(1));
    assertThat(net.check(1, -180, 0, 10_000)).isEqualTo(Refusal.NONE);
    assertThat(net.check(1, -181, 0, 10_000)).isEqualTo(Refusal.NET);
    assertThat(net.check(1, 21, 0, 10_000)).isEqualTo(Refusal.NET);
  }

  @Test
  void shouldRefusePricesFarFromTheMark() {
    RiskGate gate = gate(RiskLimit.priceBand(0.05));
    assertThat(gate.check(0, 1, 0, 10_500)).isEqualTo(Refusal.NONE);
    assertThat(gate.check(0, 1, 0, 10_501)).isEqualTo(Refusal.PRICE_BAND);
    assertThat(gate.check(0, 1, 0, 9_499)).isEqualTo(Refusal.PRICE_BAND);
  }

  @Test
  void shouldCountOrdersBetweenBars() {
    RiskGate gate = gate(RiskLimit.ordersPerBar(2));
    assertThat(gate.check(0, 1, 0, 10_000)).isEqualTo(Refusal.NONE);
    assertThat(gate.check(0, 1, 0, 10_000)).isEqualTo(Refusal.NONE);
    assertThat(gate.check(0, 1, 0, 10_000)).isEqualTo(Refusal.ORDER_RATE);
    gate.closed(DAY);
    assertThat(gate.check(0, 1, 0, 10_000)).isEqualTo(Refusal.NONE);
  }

  @Test
  void shouldStopForTheDayAfterALoss() {
    account.trade(0, 50, 10_000, 0, 0);
    RiskGate gate = gate(RiskLimit.dailyLoss(0.02));
    loseByMark(9_601);
    gate.closed(DAY);
    assertThat(gate.check(0, 1, 0, 9_601)).isEqualTo(Refusal.NONE);
    loseByMark(9_600);
    gate.closed(DAY);
    assertThat(gate.check(0, 1, 0, 9_600)).isEqualTo(Refusal.DAILY_LOSS);
    assertThat(gate.check(0, -50, 0, 9_600)).as("may be closed").isEqualTo(Refusal.NONE);
    loseByMark(10_500);
    gate.closed(DAY);
    assertThat(gate.check(0, 1, 0, 10_500))
        .as("even when it is won back")
        .isEqualTo(Refusal.DAILY_LOSS);
    gate.closed(2 * DAY);
    assertThat(gate.check(0, 1, 0, 10_500)).isEqualTo(Refusal.NONE);
  }

  @Test
  void shouldStopAfterADrawdownUntilItIsRearmedByHand() {
    account.trade(0, 100, 10_000, 0, 0);
    RiskGate gate = gate(RiskLimit.drawdown(0.1));
    loseByMark(11_000);
    gate.closed(DAY);
    loseByMark(9_900);
    gate.closed(2 * DAY);
    assertThat(gate.check(0, 1, 0, 9_900)).isEqualTo(Refusal.DRAWDOWN);
    loseByMark(12_000);
    gate.closed(3 * DAY);
    assertThat(gate.check(0, 1, 0, 12_000)).isEqualTo(Refusal.DRAWDOWN);
    gate.rearm();
    assertThat(gate.check(0, 1, 0, 12_000)).isEqualTo(Refusal.NONE);
    loseByMark(10_801);
    gate.closed(4 * DAY);
    assertThat(gate.check(0, 1, 0, 10_801)).isEqualTo(Refusal.NONE);
  }

  @Property(tries = 1000)
  void aPositionMayAlwaysBeReduced(
      @ForAll @LongRange(min = 1, max = 900) long held,
      @ForAll @LongRange(min = 1, max = 900) long part,
      @ForAll @LongRange(min = 1, max = 10_000) long mark,
      @ForAll boolean isShort) {
    long lots = isShort ? -held : held;
    account.reset(10_000 * Money.UNITS);
    account.trade(0, lots, 10_000, 0, 0);
    RiskGate gate = new RiskGate(account, RiskLimit.CONSERVATIVE);
    gate.reset(DAY);
    loseByMark(mark);
    gate.closed(DAY);
    long reduction = Math.min(part, held);
    assertThat(gate.check(0, isShort ? reduction : -reduction, 0, mark)).isEqualTo(Refusal.NONE);
  }

  @Test
  void shouldContinueFromASavedState() throws IOException {
    account.trade(0, 50, 10_000, 0, 0);
    RiskGate gate = gate(RiskLimit.dailyLoss(0.02), RiskLimit.ordersPerBar(1));
    loseByMark(9_000);
    gate.closed(DAY);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    gate.save(new DataOutputStream(bytes));
    loseByMark(10_000);
    RiskGate other = gate(RiskLimit.dailyLoss(0.02), RiskLimit.ordersPerBar(1));
    other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(other.check(0, 1, 0, 10_000)).isEqualTo(Refusal.DAILY_LOSS);
  }

  @Test
  void aBarThatClosesAtMidnightBelongsToTheDayThatEnds() {
    account.trade(0, 50, 10_000, 0, 0);
    RiskGate gate = gate(RiskLimit.dailyLoss(0.02));
    gate.closed(2 * DAY - 1);
    loseByMark(9_600);
    gate.closed(2 * DAY);
    assertThat(gate.check(0, 1, 0, 9_600)).as("lost today").isEqualTo(Refusal.DAILY_LOSS);
    gate.closed(2 * DAY + 1);
    assertThat(gate.check(0, 1, 0, 9_600)).as("tomorrow").isEqualTo(Refusal.NONE);
  }

  @Test
  void aDayBeginsWhereTheOneBeforeEnded() {
    account.trade(0, 50, 10_000, 0, 0);
    RiskGate gate = gate(RiskLimit.dailyLoss(0.02));
    gate.closed(DAY);
    // Lost over night: of the new day, though its first bar ends there.
    loseByMark(9_600);
    gate.closed(2 * DAY);
    assertThat(gate.check(0, 1, 0, 9_600)).isEqualTo(Refusal.DAILY_LOSS);
  }

  @Test
  void aRefusedOrderIsNotCounted() {
    RiskGate gate = gate(RiskLimit.orderSize(0.1), RiskLimit.ordersPerBar(1));
    assertThat(gate.check(0, 11, 0, 10_000)).isEqualTo(Refusal.ORDER_SIZE);
    assertThat(gate.check(0, 10, 0, 10_000)).isEqualTo(Refusal.NONE);
    assertThat(gate.check(0, 10, 0, 10_000)).isEqualTo(Refusal.ORDER_RATE);
    account.trade(0, 5, 10_000, 0, 0);
    assertThat(gate.check(0, -5, 0, 10_000)).as("may always be closed").isEqualTo(Refusal.NONE);
    assertThat(gate.check(0, -5, -1, 10_000))
        .as("turned with what rests")
        .isEqualTo(Refusal.ORDER_RATE);
  }

  @Test
  void theFirstLimitThatIsBrokenNamesTheRefusal() {
    RiskGate gate = gate(RiskLimit.position(0.1), RiskLimit.orderSize(0.1));
    assertThat(gate.check(0, 11, 0, 10_000)).isEqualTo(Refusal.POSITION);
  }

  @Test
  void conservativeLimitsAreThoseTheyAreSaidToBe() {
    RiskGate gate = new RiskGate(account, RiskLimit.CONSERVATIVE);
    gate.reset(DAY);
    assertThat(gate.check(0, 10, 0, 10_000)).as("10 % an order").isEqualTo(Refusal.NONE);
    assertThat(gate.check(0, 11, 0, 10_000)).isEqualTo(Refusal.ORDER_SIZE);
    assertThat(gate.check(0, 10, 15, 10_000)).as("25 % a position").isEqualTo(Refusal.NONE);
    assertThat(gate.check(0, 10, 16, 10_000)).isEqualTo(Refusal.POSITION);
    assertThat(gate.check(0, 1, 0, 10_500)).as("within 5 %").isEqualTo(Refusal.NONE);
    assertThat(gate.check(0, 1, 0, 10_501)).isEqualTo(Refusal.PRICE_BAND);
    account.trade(0, 95, 10_000, 0, 0);
    assertThat(gate.check(1, 5, 0, 10_000)).as("gross and net of 1").isEqualTo(Refusal.NONE);
    assertThat(gate.check(1, 6, 0, 10_000)).isEqualTo(Refusal.GROSS);
    for (int passed = 4; passed < 100; passed++) {
      assertThat(gate.check(1, 1, 0, 10_000)).isEqualTo(Refusal.NONE);
    }
    assertThat(gate.check(1, 1, 0, 10_000)).as("100 a bar").isEqualTo(Refusal.ORDER_RATE);
    gate.closed(DAY);
    account.mark(0, 9_790);
    gate.closed(DAY);
    assertThat(gate.check(1, 1, 0, 10_000)).as("1.995 %").isEqualTo(Refusal.NONE);
    account.mark(0, 9_789);
    gate.closed(DAY);
    assertThat(gate.check(1, 1, 0, 10_000)).as("2.0045 % a day").isEqualTo(Refusal.DAILY_LOSS);
    account.mark(0, 8_948);
    gate.closed(2 * DAY);
    account.mark(0, 8_947);
    gate.closed(3 * DAY);
    assertThat(gate.check(1, 1, 0, 10_000)).as("10.0035 % in all").isEqualTo(Refusal.DRAWDOWN);
  }

  @Test
  void everythingThatItRemembersIsSaved() throws IOException {
    RiskLimit[] limits = {
      RiskLimit.drawdown(0.05), RiskLimit.dailyLoss(0.02), RiskLimit.ordersPerBar(1)
    };
    account.trade(0, 50, 10_000, 0, 0);
    RiskGate gate = gate(limits);
    loseByMark(10_400);
    gate.closed(DAY);
    loseByMark(10_000);
    gate.closed(2 * DAY);
    gate.check(0, 1, 0, 10_000);
    RiskGate other = gate(limits);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    gate.save(new DataOutputStream(bytes));
    other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    for (RiskGate one : List.of(gate, other)) {
      account.mark(0, 10_000);
      assertThat(one.check(0, 1, 0, 10_000)).isEqualTo(Refusal.ORDER_RATE);
      // 10,200 was the peak and the end of the day before: 202 are 1.98 %, 206 are 2.02 %.
      loseByMark(9_996);
      one.closed(2 * DAY);
      assertThat(one.check(0, 1, 0, 9_996)).isEqualTo(Refusal.NONE);
      loseByMark(9_988);
      one.closed(2 * DAY);
      assertThat(one.check(0, 1, 0, 9_988)).isEqualTo(Refusal.DAILY_LOSS);
      // 508 of 10,200 are 4.98 %, 514 are 5.04 %.
      loseByMark(9_384);
      one.closed(3 * DAY);
      loseByMark(9_384);
      one.closed(4 * DAY);
      assertThat(one.check(0, 1, 0, 9_384)).isEqualTo(Refusal.NONE);
      loseByMark(9_372);
      one.closed(4 * DAY);
      assertThat(one.check(0, 1, 0, 9_372)).isEqualTo(Refusal.DRAWDOWN);
    }
  }

  @Test
  void shouldRefuseLimitsThatMakeNoSense() {
    assertThatThrownBy(() -> RiskLimit.position(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("part must be finite and > 0, was NaN");
  }
}

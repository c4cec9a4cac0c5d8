package io.tradinggym.trading.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Carry;
import io.tradinggym.market.account.CashOnly;
import io.tradinggym.market.account.Closeout;
import io.tradinggym.market.account.CorporateActions;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.account.MarginModel;
import io.tradinggym.market.exchange.Fill;
import io.tradinggym.market.exchange.Order;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.Perpetual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Sleeves against amounts worked out by hand, and against accounts of their own. */
class SleevesTest {
  private static final long CENT = Money.UNITS / 100;
  private static final Instrument SHARE = Equity.printed("AAA");
  private static final Instrument COIN =
      new Perpetual("BTC-PERP", new Currency("BTC"), Currency.USD, Money.UNITS, 1);

  private final List<String> told = new ArrayList<>();
  private Account account = new Account(List.of(SHARE), Currency.USD, new CashOnly());
  private Sleeves sleeves = new Sleeves(account, 1);
  private InstantExchange exchange = new InstantExchange(account);
  private OrderFlow flow = new OrderFlow(exchange, account, null, sleeves, 8);

  private final FlowListener listener =
      new FlowListener() {
        @Override
        public void filled(int sleeve, Fill fill) {
          told.add(
              sleeve
                  + ": "
                  + fill.lots()
                  + " at "
                  + fill.ticks()
                  + " "
                  + fill.reason()
                  + ", fee "
                  + Money.format(fill.commission())
                  + ", slippage "
                  + Money.format(fill.slippage())
                  + ", realised "
                  + Money.format(fill.realised()));
        }

        @Override
        public void settled(int sleeve, int asset, long amount) {
          told.add(sleeve + ": settled " + Money.format(amount));
        }
      };

  private void open(Instrument instrument, MarginModel margin, int count) {
    account = new Account(List.of(instrument), Currency.USD, margin);
    sleeves = new Sleeves(account, count);
    account.listener(sleeves);
    exchange = new InstantExchange(account);
    flow = new OrderFlow(exchange, account, null, sleeves, 8);
    flow.listener(listener);
    account.reset(Money.of("3000"));
    exchange.middle[0] = 100;
    account.mark(0, 100);
    long[] equal = new long[count];
    Arrays.fill(equal, 1);
    sleeves.divide(equal);
  }

  private void trade() {
    flow.send();
    flow.advance(exchange.now + 1);
    sleeves.verify();
  }

  @Test
  void whatSleevesWantOfEachOtherCrossesAtTheMiddleAndTheRestPaysTheNetTrade() {
    open(SHARE, FlatMargin.leverage(2), 3);
    exchange.spread = 2;
    exchange.commission = Money.of("4");
    flow.target(0, 0, 30);
    flow.target(1, 0, -10);
    flow.target(2, 0, 20);
    trade();
    assertThat(told)
        .containsExactly(
            "0: 6 at 100 CROSS, fee 0.00, slippage 0.00, realised 0.00",
            "1: -10 at 100 CROSS, fee 0.00, slippage 0.00, realised 0.00",
            "2: 4 at 100 CROSS, fee 0.00, slippage 0.00, realised 0.00",
            "0: 24 at 102 TARGET, fee 2.40, slippage 0.48, realised 0.00",
            "2: 16 at 102 TARGET, fee 1.60, slippage 0.32, realised 0.00");
    assertThat(account.lots(0)).isEqualTo(40);
    assertThat(sleeves.cash(0, 0))
        .isEqualTo(Money.of("1000") - 6 * 100 * CENT - 24 * 102 * CENT - Money.of("2.40"));
    assertThat(sleeves.cash(1, 0)).isEqualTo(Money.of("1010"));
    assertThat(sleeves.equity(0)).isEqualTo(Money.of("1000") - 24 * 2 * CENT - Money.of("2.40"));
    assertThat(sleeves.equity(1)).isEqualTo(Money.of("1000"));
  }

  @Test
  void aPartOfTheNetIsSplitByWhatEachWantedAndTheOtherSideIsServedWhole() {
    open(SHARE, FlatMargin.leverage(2), 3);
    exchange.part = 25;
    flow.target(0, 0, 30);
    flow.target(1, 0, -10);
    flow.target(2, 0, 20);
    trade();
    // 10 of the 40 that were sent, and 10 from the seller: 20 for those who wanted 30 and 20.
    assertThat(List.of(sleeves.lots(0, 0), sleeves.lots(1, 0), sleeves.lots(2, 0)))
        .containsExactly(12L, -10L, 8L);
    told.clear();
    trade();
    assertThat(told).as("the rest has lapsed").isEmpty();
  }

  @Test
  void withoutANetThereIsNoOrderAndSleevesTradeAtTheMiddle() {
    open(SHARE, FlatMargin.leverage(2), 2);
    flow.target(0, 0, 7);
    flow.target(1, 0, -7);
    exchange.spread = 50;
    trade();
    assertThat(told)
        .containsExactly(
            "0: 7 at 100 CROSS, fee 0.00, slippage 0.00, realised 0.00",
            "1: -7 at 100 CROSS, fee 0.00, slippage 0.00, realised 0.00");
    assertThat(account.lots(0)).isZero();
    exchange.middle[0] = 130;
    account.mark(0, 130);
    assertThat(sleeves.equity(0) - sleeves.equity(1)).isEqualTo(2 * 7 * 30 * CENT);
    told.clear();
    flow.target(0, 0, 0);
    flow.target(1, 0, 0);
    trade();
    assertThat(told)
        .containsExactly(
            "0: -7 at 130 CROSS, fee 0.00, slippage 0.00, realised 2.10",
            "1: 7 at 130 CROSS, fee 0.00, slippage 0.00, realised -2.10");
  }

  @Test
  void nothingCrossesWhereNothingTrades() {
    open(SHARE, FlatMargin.leverage(2), 2);
    flow.target(0, 0, 7);
    flow.target(1, 0, -7);
    exchange.middle[0] = 0;
    trade();
    assertThat(told).isEmpty();
    exchange.middle[0] = 100;
    trade();
    assertThat(told).as("lapsed").isEmpty();
  }

  @Test
  void aSleeveMayBeShortWhereTheAccountIsNot() {
    open(SHARE, new CashOnly(), 2);
    flow.target(0, 0, 100);
    flow.target(1, 0, -40);
    trade();
    assertThat(account.lots(0)).isEqualTo(60);
    assertThat(sleeves.lots(1, 0)).isEqualTo(-40);
  }

  @Test
  void anOrderWithAPriceBelongsToItsSleeve() {
    open(SHARE, FlatMargin.leverage(2), 2);
    exchange.commission = 5;
    flow.submit(1, Order.market(9, 0, 10));
    assertThat(sleeves.lots(1, 0)).isEqualTo(10);
    assertThat(sleeves.cash(1, 0)).isEqualTo(Money.of("1500") - Money.of("10") - 5);
    assertThat(sleeves.cash(0, 0)).isEqualTo(Money.of("1500"));
  }

  @Test
  void oddUnitsAreSharedSoThatTheyAddUp() {
    open(SHARE, FlatMargin.leverage(2), 3);
    exchange.commission = 10;
    for (int sleeve = 0; sleeve < 3; sleeve++) {
      flow.target(sleeve, 0, 1);
    }
    trade();
    long before = Money.of("1000") - 100 * CENT;
    assertThat(
            List.of(
                before - sleeves.cash(0, 0),
                before - sleeves.cash(1, 0),
                before - sleeves.cash(2, 0)))
        .containsExactly(3L, 3L, 4L);
  }

  @Test
  void contractsHeldAgainstEachOtherAreSettledInCash() {
    open(COIN, FlatMargin.leverage(2), 2);
    flow.target(0, 0, 10);
    trade();
    exchange.middle[0] = 110;
    account.mark(0, 110);
    flow.target(1, 0, -10);
    told.clear();
    trade();
    // The account is flat and has 100 dollars in cash; half of them is either sleeve's until it
    // closes.
    assertThat(told)
        .containsExactly(
            "1: -10 at 110 TARGET, fee 0.00, slippage 0.00, realised 0.00",
            "0: settled 50.00",
            "1: settled 50.00");
    assertThat(sleeves.equity(0)).isEqualTo(Money.of("1600"));
    assertThat(sleeves.equity(1)).isEqualTo(Money.of("1500"));
    exchange.middle[0] = 120;
    account.mark(0, 120);
    flow.target(1, 0, 0);
    trade();
    assertThat(sleeves.equity(0)).isEqualTo(Money.of("1700"));
    assertThat(sleeves.cash(1, 0)).isEqualTo(Money.of("1400"));
    flow.target(0, 0, 0);
    trade();
    assertThat(sleeves.cash(0, 0)).isEqualTo(Money.of("1700"));
  }

  @Test
  void aPartOfALiquidationIsTheirsWhoHoldThatSide() {
    open(COIN, FlatMargin.leverage(10), 3);
    flow.target(0, 0, 30);
    flow.target(1, 0, -10);
    flow.target(2, 0, 10);
    trade();
    Closeout.reduce(account, 0, -12, 90);
    Closeout.fee(account, 0, 8);
    sleeves.verify();
    assertThat(List.of(sleeves.lots(0, 0), sleeves.lots(1, 0), sleeves.lots(2, 0)))
        .containsExactly(21L, -10L, 7L);
    Closeout.reduce(account, 0, -18, 90);
    sleeves.verify();
    assertThat(List.of(sleeves.lots(0, 0), sleeves.lots(1, 0), sleeves.lots(2, 0)))
        .as("nothing is left to the account")
        .containsOnly(0L);
    // 30 and 10 bought at 100 and sold at 90; the fee by lots closed, 9 and 3 of 12.
    assertThat(sleeves.cash(0, 0)).isEqualTo(Money.of("700") - 6);
    assertThat(sleeves.cash(1, 0)).isEqualTo(Money.of("1100"));
    assertThat(sleeves.cash(2, 0)).isEqualTo(Money.of("900") - 2);
  }

  /** Of 40 sold 8 are bought by the sleeve that is short, 6 and 2 of them; the market takes 24 and 8. */
  @Test
  void aFeeAfterAForcedFillIsSharedByWhatTheMarketTook() {
    open(COIN, FlatMargin.leverage(10), 3);
    flow.target(0, 0, 30);
    flow.target(1, 0, -8);
    flow.target(2, 0, 10);
    trade();
    exchange.middle[0] = 90;
    exchange.closeOut(0);
    Closeout.fee(account, 0, 8);
    sleeves.verify();
    assertThat(sleeves.cash(0, 0)).isEqualTo(Money.of("700") - 6);
    assertThat(sleeves.cash(1, 0)).isEqualTo(Money.of("1080"));
    assertThat(sleeves.cash(2, 0)).isEqualTo(Money.of("900") - 2);
  }

  @Test
  void interestIsPaidByWhoOwesAndReceivedByWhoHas() {
    open(SHARE, FlatMargin.leverage(2), 2);
    account.deposit(0, -Money.of("1000"));
    // 500 and 1,500: sleeve 0 buys for 2,500 and owes 2,000, the account 500.
    flow.target(0, 0, 2500);
    trade();
    new Carry(0, 360_000, 0).accrue(account, 1);
    // 0.1 % of 500.
    assertThat(sleeves.accrued(0, 0)).isEqualTo(-Money.of("0.50"));
    assertThat(sleeves.accrued(1, 0)).isZero();
    account.settle();
    assertThat(sleeves.cash(0, 0)).isEqualTo(-Money.of("2000.50"));
    sleeves.verify();
  }

  @Property
  void ownDividendsAndFundingAreThoseOfAnAccountOfItsOwnToAUnit(
      @ForAll @LongRange(min = -500, max = 500) long first,
      @ForAll @LongRange(min = -500, max = 500) long second,
      @ForAll @LongRange(max = 1_000_000_000) long dividend,
      @ForAll @LongRange(min = -100_000, max = 100_000) long rate) {
    for (Instrument instrument : List.of(new Equity("F", Currency.USD, CENT, 100), COIN)) {
      open(instrument, FlatMargin.leverage(100), 2);
      flow.target(0, 0, first);
      flow.target(1, 0, second);
      trade();
      for (int sleeve = 0; sleeve < 2; sleeve++) {
        Account own = new Account(List.of(instrument), Currency.USD, FlatMargin.leverage(100));
        own.reset(0);
        own.trade(0, sleeve == 0 ? first : second, 100, 0, 0);
        long before = own.equity();
        pay(own, instrument, dividend, rate);
        long had = sleeves.cash(sleeve, 0) + sleeves.accrued(sleeve, 0);
        pay(account, instrument, dividend, rate);
        long received = sleeves.cash(sleeve, 0) + sleeves.accrued(sleeve, 0) - had;
        assertThat(received - (own.equity() - before)).isBetween(-1L, 1L);
        sleeves.verify();
      }
    }
  }

  private static void pay(Account to, Instrument instrument, long dividend, long rate) {
    if (instrument instanceof Equity) {
      CorporateActions.dividend(to, 0, dividend);
    } else {
      Carry.fund(to, 0, rate);
    }
  }

  @Test
  void moneyMovesBetweenSleevesAndWeightsAreChecked() {
    open(SHARE, FlatMargin.leverage(2), 2);
    sleeves.transfer(0, 1, 0, Money.of("100"));
    assertThat(sleeves.cash(1, 0)).isEqualTo(Money.of("1600"));
    sleeves.verify();
    for (long[] wrong : new long[][] {{1}, {2, -1}, {0, 0}}) {
      assertThatThrownBy(() -> sleeves.divide(wrong))
          .hasMessage(
              "weights must be >= 0 and not all 0, one for each of 2 sleeves, were "
                  + Arrays.toString(wrong));
    }
    assertThat(sleeves.cash(1, 0)).as("nothing was shared out").isEqualTo(Money.of("1600"));
    assertThatThrownBy(() -> new Sleeves(account, 0))
        .hasMessage("an account has at least one sleeve, was 0");
  }

  @Test
  void aDifferenceIsNamed() {
    open(SHARE, FlatMargin.leverage(2), 2);
    Account other = new Account(List.of(SHARE), Currency.USD, FlatMargin.leverage(2));
    Sleeves deaf = new Sleeves(other, 2);
    other.reset(5);
    assertThatThrownBy(deaf::verify)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("sleeves do not add up to their account: cash of currency 0 is 0 and 5");
  }
}

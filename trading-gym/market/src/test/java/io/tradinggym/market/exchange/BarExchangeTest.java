package io.tradinggym.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.CashOnly;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.PerShare;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BarExchangeTest {
  private static final TestBars RISING =
      new TestBars(
          new long[][] {
            {100, 110, 90, 100, 1000}, {120, 130, 115, 125, 1000}, {126, 140, 120, 130, 1000}
          });

  private final List<String> fills = new ArrayList<>();

  private Account account(int leverage, long dollars) {
    Account account =
        new Account(List.of(Equity.printed("SPY")), Currency.USD, FlatMargin.leverage(leverage));
    account.reset(dollars * Money.UNITS);
    return account;
  }

  private BarExchange exchange(TestBars bars, Account account, Costs costs, int participation) {
    BarExchange exchange =
        new BarExchange(
            bars,
            account,
            costs,
            participation,
            (order, asset, lots, ticks, paid) -> fills.add(order + ": " + lots + " at " + ticks));
    exchange.reset(0);
    return exchange;
  }

  @Test
  void shouldFillATargetAtTheNextOpen() {
    Account account = account(1, 1000);
    BarExchange exchange = exchange(RISING, account, Costs.NONE, BarExchange.UNLIMITED);
    exchange.target(0, 10);
    assertThat(exchange.step()).isFalse();
    assertThat(fills).containsExactly("0: 10 at 120");
    assertThat(account.equity()).isEqualTo(Money.of("1000.50"));
    exchange.step();
    assertThat(fills).as("a target holds for one bar").hasSize(1);
  }

  @Test
  void shouldFillNothingWithoutTrading() {
    TestBars halted =
        new TestBars(
            new long[][] {{100, 100, 100, 100, 9}, {100, 100, 100, 100, -1}, {90, 95, 90, 95, 9}});
    Account account = account(1, 1000);
    BarExchange exchange = exchange(halted, account, Costs.NONE, BarExchange.UNLIMITED);
    exchange.target(0, 10);
    exchange.step();
    assertThat(fills).isEmpty();
  }

  @Test
  void shouldKeepThePriceInTheBarAndChargeTheRest() {
    Account account = account(1, 1000);
    BarExchange exchange =
        exchange(
            RISING,
            account,
            new Costs(PerShare.IB_FIXED, Slippage.spreadTicks(30)),
            BarExchange.UNLIMITED);
    exchange.target(0, 10);
    exchange.step();
    assertThat(fills).containsExactly("0: 10 at 130");
    // Five ticks beyond the high, and 1 % of 13 dollars: less than IB's minimum of 1 dollar.
    assertThat(account.stepFees()).isEqualTo(Money.of("0.50") + Money.of("0.13"));
    account.verify();
  }

  @Test
  void shouldCutAnOrderToItsShareOfTheVolume() {
    Account account = account(1, 1000);
    BarExchange exchange = exchange(RISING, account, Costs.NONE, 250);
    exchange.target(0, 100);
    exchange.step();
    assertThat(account.lots(0)).isEqualTo(25);
  }

  @Test
  void shouldCutAnOrderToWhatTheAccountAffords() {
    Account account = account(1, 100);
    BarExchange exchange =
        exchange(RISING, account, Costs.basisPoints(100, 0), BarExchange.UNLIMITED);
    exchange.target(0, 100);
    exchange.step();
    // 1.20 a share and 1 %: 82 cost 99.384, 83 cost 100.596.
    assertThat(account.lots(0)).isEqualTo(82);
  }

  @Test
  void shouldNotSellShortFromACashAccount() {
    Account account = new Account(List.of(Equity.printed("SPY")), Currency.USD, new CashOnly());
    account.reset(Money.of("1000"));
    BarExchange exchange = exchange(RISING, account, Costs.NONE, BarExchange.UNLIMITED);
    exchange.target(0, -10);
    exchange.step();
    assertThat(account.lots(0)).isZero();
  }

  @Test
  void shouldCloseOutBeforeAnybodySeesTheLoss() {
    TestBars crash =
        new TestBars(
            new long[][] {
              {1000, 1000, 1000, 1000, 9}, {1000, 1000, 800, 820, 9}, {820, 900, 820, 900, 9}
            });
    Account account = account(4, 100);
    BarExchange exchange = exchange(crash, account, Costs.NONE, BarExchange.UNLIMITED);
    exchange.target(0, 40);
    assertThat(exchange.step()).isTrue();
    // 40 p less 300 borrowed fall below an eighth of 40 p under 8.571.
    assertThat(fills).containsExactly("0: 40 at 1000", "-1: -40 at 857");
    assertThat(account.equity()).isEqualTo(Money.of("42.80"));
  }

  @Property(tries = 1000)
  void fillsLieInsideTheBarAndWithinTheCap(
      @ForAll @LongRange(min = -5_000, max = 5_000) long wanted,
      @ForAll @LongRange(max = 50_000) long volume,
      @ForAll @LongRange(min = 500, max = 1_500) long low,
      @ForAll @LongRange(max = 300) long range,
      @ForAll @LongRange(max = 100) long part) {
    long open = low + range * part / 100;
    TestBars bars =
        new TestBars(
            new long[][] {
              {open, open, open, open, 9}, {open, low + range, low, low + range / 2, volume}
            });
    Account account = account(4, 1_000_000);
    long[] price = {0};
    BarExchange exchange =
        new BarExchange(
            bars,
            account,
            new Costs(PerShare.IB_FIXED, Slippage.volumeShare(0.1, 1).plus(Slippage.spread(4))),
            1_000,
            (order, asset, lots, ticks, costs) -> price[0] = ticks);
    exchange.reset(0);
    exchange.target(0, wanted);
    exchange.step();
    account.verify();
    assertThat(Math.abs(account.lots(0)))
        .isLessThanOrEqualTo(volume / 10)
        .isLessThanOrEqualTo(Math.abs(wanted));
    if (price[0] != 0) {
      assertThat(price[0]).isBetween(low, low + range);
      assertThat(Long.signum(account.lots(0))).isEqualTo(Long.signum(wanted));
    }
  }

  @Property(tries = 1000)
  void aLargerOrderGetsNoBetterAverage(
      @ForAll @LongRange(min = 1, max = 5_000) long lots,
      @ForAll @LongRange(max = 5_000) long more) {
    long small = bought(lots, 5).stepTraded();
    long large = bought(lots + more, 5).stepTraded();
    assertThat((double) large / (lots + more)).isGreaterThanOrEqualTo((double) small / lots);
  }

  @Property(tries = 1000)
  void higherFeesNeverRaiseEquity(
      @ForAll @LongRange(min = 1, max = 5_000) long lots, @ForAll @LongRange(max = 50) long fee) {
    assertThat(bought(lots, fee + 1).equity()).isLessThan(bought(lots, fee).equity());
  }

  private Account bought(long lots, long fee) {
    TestBars bars =
        new TestBars(
            new long[][] {
              {10_000, 10_000, 10_000, 10_000, 9}, {10_000, 10_500, 9_500, 10_000, 20_000}
            });
    Account account = account(1, 10_000_000);
    Costs costs =
        Costs.basisPoints(fee, 1).plus(new Costs(PerShare.IB_TIERED, Slippage.volumeShare(0.1, 1)));
    BarExchange exchange = exchange(bars, account, costs, BarExchange.UNLIMITED);
    exchange.target(0, lots);
    exchange.step();
    assertThat(account.lots(0)).isEqualTo(lots);
    return account;
  }
}

package io.tradinggym.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.CashOnly;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.account.MarginModel;
import io.tradinggym.market.account.RegT;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Accounts of shares are called for margin at the worst price of a bar, not only at its close. */
class MarginWalkTest {
  private static final long[] START = {10_000, 10_000, 10_000, 10_000, 1000};

  private final List<String> fills = new ArrayList<>();

  private Account account(MarginModel margin) {
    Account account =
        new Account(List.of(Equity.printed("SPY"), Equity.printed("QQQ")), Currency.USD, margin);
    account.reset(Money.of("1000"));
    return account;
  }

  private BarExchange holding(Account account, long first, long second, long[] bar, long[] other) {
    BarExchange exchange =
        new BarExchange(
            new TestBars(
                new long[][] {START, START, bar, START}, new long[][] {START, START, other, START}),
            account,
            Costs.NONE,
            BarExchange.UNLIMITED,
            (order, asset, lots, ticks, costs) ->
                fills.add(lots + " of " + asset + " at " + ticks));
    exchange.reset(0);
    exchange.target(0, first);
    exchange.target(1, second);
    exchange.step();
    fills.clear();
    return exchange;
  }

  @Test
  void aShortDoesNotSurviveAHighThatItHasNoMarginFor() {
    // 2,000 less 10 p fall below a quarter of 10 p above 160.
    Account account = account(FlatMargin.leverage(2));
    long[] spike = {10_000, 18_000, 9_900, 10_100, 1000};
    assertThat(holding(account, -10, 0, spike, START).step()).isTrue();
    assertThat(fills).containsExactly("10 of 0 at 16001");
    assertThat(account.equity()).isEqualTo(Money.of("399.90"));
    account.verify();
  }

  @Test
  void itSurvivesTheHighAtWhichItHasExactlyEnough() {
    Account account = account(FlatMargin.leverage(2));
    assertThat(
            holding(account, -10, 0, new long[] {10_000, 16_000, 9_900, 10_100, 1000}, START)
                .step())
        .isFalse();
    assertThat(fills).isEmpty();
    assertThat(account.equity()).isEqualTo(Money.of("990"));
  }

  @Test
  void aLongIsItsMirror() {
    Account account = account(FlatMargin.leverage(2));
    // 20 p less 1,000 fall below 5 p under 66.67.
    long[] crash = {10_000, 10_100, 6_000, 10_000, 1000};
    assertThat(holding(account, 20, 0, crash, START).step()).isTrue();
    assertThat(fills).containsExactly("-20 of 0 at 6666");
  }

  @Test
  void aGapBeyondTheLimitIsClosedOutAtTheOpen() {
    Account account = account(FlatMargin.leverage(2));
    long[] gap = {17_000, 18_000, 9_900, 10_100, 1000};
    assertThat(holding(account, -10, 0, gap, START).step()).isTrue();
    assertThat(fills).containsExactly("10 of 0 at 17000");
  }

  @Test
  void allPositionsGoAlongTheRoadTogetherAndTheWorseRoadComesFirst() {
    Account account = account(FlatMargin.leverage(4));
    // Both fall by d: 1,000 less 20 d falls below an eighth of 40 x (100 - d) from d = 33.33 on.
    long[] falls = {10_000, 10_000, 5_000, 10_000, 1000};
    assertThat(holding(account, 30, -10, falls, falls).step()).isTrue();
    assertThat(fills).containsExactly("-30 of 0 at 6666", "10 of 1 at 6666");
    account.verify();
  }

  /**
   * Down, 800 would be lost, and up 780: what the road down closes out is gone before the road up. Down, 1,000 less
   * 800 s fall below an eighth of 4,000 less 1,200 s from s = 0.7694 on; up, from 0.57 on.
   */
  @Test
  void ofTwoRoadsThatBothCallTheWorseIsGoneFirst() {
    Account account = account(FlatMargin.leverage(4));
    long[] falls = {10_000, 10_000, 5_000, 10_000, 1000};
    long[] rises = {10_000, 13_900, 9_000, 10_000, 1000};
    assertThat(holding(account, 20, -20, falls, rises).step()).isTrue();
    assertThat(fills).containsExactly("-20 of 0 at 6152", "20 of 1 at 9230");
  }

  /** Worth the same all along both roads: above 200 an eighth of 40 shares is more than the 1,000 behind them. */
  @Test
  void ofTwoRoadsThatCostTheSameBothAreLookedAt() {
    Account account = account(FlatMargin.leverage(4));
    long[] rises = {10_000, 25_000, 9_900, 10_000, 1000};
    assertThat(holding(account, 20, -20, rises, rises).step()).isTrue();
    assertThat(fills).containsExactly("-20 of 0 at 20001", "20 of 1 at 20001");
  }

  /** The last trade at the open was at 200; marks were never above 180. */
  @Test
  void theRoadBeginsWithinTheMarks() {
    Account account = account(FlatMargin.leverage(2));
    long[] spike = {20_000, 20_000, 9_900, 10_100, 1000, 18_000, 9_900, 10_100};
    assertThat(holding(account, -10, 0, spike, START).step()).isTrue();
    assertThat(fills).containsExactly("10 of 0 at 18000");
  }

  @Test
  void regulationTWalksThePricesToo() {
    Account account = account(new RegT());
    account.deposit(0, Money.of("9000"));
    // To keep a short at 30 %: 20,000 less 100 p fall below 30 p above 153.84.
    long[] spike = {10_000, 18_000, 9_900, 10_100, 1000};
    assertThat(holding(account, -100, 0, spike, START).step()).isTrue();
    assertThat(fills).containsExactly("100 of 0 at 15385");
  }

  @Test
  void whatIsPaidForIsNeverCalled() {
    Account account = account(new CashOnly());
    long[] crash = {10_000, 10_100, 1, 10_000, 1000};
    assertThat(holding(account, 10, 0, crash, START).step()).isFalse();
    assertThat(fills).isEmpty();
  }

  @Test
  void aCallInsideTheBarCancelsOrders() {
    Account account = account(FlatMargin.leverage(2));
    BarExchange exchange =
        holding(account, -10, 0, new long[] {10_000, 18_000, 9_900, 10_100, 1000}, START);
    exchange.submit(Order.limit(1, 1, 1, 100).with(TimeInForce.GTC));
    exchange.step();
    assertThat(exchange.working()).isZero();
  }

  @Property(tries = 300)
  void itIsTheFirstTickWhereMarginIsGone(
      @ForAll @LongRange(min = -20, max = 20) long lots,
      @ForAll @LongRange(min = 1, max = 30_000) long low,
      @ForAll @LongRange(max = 30_000) long range,
      @ForAll @LongRange(max = 100) long part) {
    Account account = account(FlatMargin.leverage(2));
    long open = low + range * part / 100;
    long[] bar = {open, low + range, low, open, 1000};
    BarExchange exchange = holding(account, lots, 0, bar, START);
    long held = account.lots(0);
    boolean called = exchange.step();
    // Tick by tick from the open, the worse way alone.
    long end = held > 0 ? low : low + range;
    long expected = 0;
    for (long p = open; held != 0 && expected == 0; p += Long.signum(end - p)) {
      long equity = 1000 * 100 + held * (p - 10_000);
      if (4 * equity < Math.abs(held) * p || equity <= 0) {
        expected = p;
      }
      if (p == end) {
        break;
      }
    }
    assertThat(called).isEqualTo(expected != 0);
    if (called) {
      assertThat(fills).containsExactly(-held + " of 0 at " + expected);
    }
  }

  /** 20 at 100 stand still; 10 are short: 2,000 less 10 p fall below an eighth of 2,000 and 10 p above 155.56. */
  @Test
  void onlyTheWayUpIsDangerousToAShortBesideALargerLong() {
    Account account = account(FlatMargin.leverage(4));
    long[] rises = {10_000, 19_000, 9_900, 10_000, 1000};
    assertThat(holding(account, 20, -10, START, rises).step()).isTrue();
    assertThat(fills).containsExactly("-20 of 0 at 10000", "10 of 1 at 15556");
  }

  /** The way down costs 2 and calls nobody; up, where nothing is lost, 40 shares above 200 are too much for 1,000. */
  @Test
  void theBetterWayMayBeTheOneThatCalls() {
    Account account = account(FlatMargin.leverage(4));
    long[] first = {10_000, 25_000, 9_000, 10_000, 1000};
    long[] second = {10_000, 25_000, 9_010, 10_000, 1000};
    assertThat(holding(account, 20, -20, first, second).step()).isTrue();
    assertThat(fills).containsExactly("-20 of 0 at 20001", "20 of 1 at 20001");
  }
}

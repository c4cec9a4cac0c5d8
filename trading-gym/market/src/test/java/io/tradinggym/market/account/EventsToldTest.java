package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.Snapshots;
import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.InversePerpetual;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What an account tells of events, to the unit; carry that is owed; places whose contents are carried over. */
class EventsToldTest {
  private static List<String> diary(Account account) {
    List<String> diary = new ArrayList<>();
    account.listener(
        (AccountListener)
            Proxy.newProxyInstance(
                AccountListener.class.getClassLoader(),
                new Class<?>[] {AccountListener.class},
                (proxy, method, arguments) -> {
                  if (!method.getName().equals("posted")) {
                    diary.add(method.getName() + Arrays.toString(arguments));
                  }
                  return null;
                }));
    return diary;
  }

  /** A cent is a million units, a share at 100 costs 1e10, an option at 5.00 on a hundred shares 5e10. */
  @Test
  void everyEventIsToldBeforeWhatItMoves() {
    Account account = World.account(1_000_000);
    List<String> diary = diary(account);
    account.trade(World.SHARE, 300, 10_000, 7, 3);
    account.mark(World.SHARE, 10_500);
    CorporateActions.dividend(account, World.SHARE, Money.of("0.5"));
    Carry.fund(account, World.PERPETUAL, 10_000);
    CorporateActions.split(account, World.SHARE, 3, 2);
    account.trade(World.CALL, 2, 500, 0, 0);
    account.mark(World.SHARE, 11_000);
    CorporateActions.exercise(account, World.CALL, 1);
    account.trade(World.PUT, -3, 200, 0, 0);
    CorporateActions.exercise(account, World.PUT, 2);
    CorporateActions.expire(account, World.CALL);
    CorporateActions.abandon(account, World.PUT);
    assertThat(account.mark(World.CALL)).isZero();
    account.trade(World.PUT, 1, 100, 0, 0);
    CorporateActions.expire(account, World.PUT);
    assertThat(account.mark(World.PUT)).isZero();
    assertThat(diary)
        .containsExactly(
            "traded[ORDER, 0, 300, 10000000000, 7, 3, 0, -3000000000010]",
            "dividend[0, 50000000]",
            "funding[4, 10000]",
            "split[0, 3, 2, 7000]",
            "traded[ORDER, 2, 2, 50000000000, 0, 0, 0, -100000000000]",
            "exercised[2, 1]",
            "traded[EXERCISE, 2, -1, 0, 0, 0, -50000000000, 0]",
            "traded[EXERCISE, 0, 100, 10000000000, 0, 0, 0, -1000000000000]",
            "traded[ORDER, 3, -3, 20000000000, 0, 0, 0, 60000000000]",
            "exercised[3, -2]",
            "traded[ASSIGNMENT, 3, 2, 0, 0, 0, 40000000000, 0]",
            "traded[ASSIGNMENT, 0, 200, 10000000000, 0, 0, 0, -2000000000000]",
            "ended[2, false]",
            "traded[EXERCISE, 2, -1, 0, 0, 0, -50000000000, 0]",
            "traded[EXERCISE, 0, 100, 10000000000, 0, 0, 0, -1000000000000]",
            "ended[3, true]",
            "traded[EXPIRY, 3, 1, 0, 0, 0, 20000000000, 0]",
            "traded[ORDER, 3, 1, 10000000000, 0, 0, 0, -10000000000]",
            "ended[3, false]",
            "traded[EXPIRY, 3, -1, 0, 0, 0, -10000000000, 0]");
    assertThat(account.lots(World.SHARE)).isEqualTo(850);
    assertThat(account.lots(World.CALL)).isZero();
    assertThat(account.lots(World.PUT)).isZero();
    account.verify();
  }

  @Test
  void aTradeReturnsWhatItRealisedAndCountsWhatWentOver() {
    Account account = World.account(100_000);
    assertThat(account.trade(World.SHARE, 30, 10_000, 5, 5)).isZero();
    assertThat(account.trade(World.SHARE, -10, 10_300, 5, 5)).isEqualTo(Money.of("30"));
    assertThat(account.stepTraded()).isEqualTo(Money.of("4030"));
    InversePerpetual inverse =
        new InversePerpetual(
            "I", new Currency("BTC"), Currency.USD, Money.UNITS / 2, Money.of("1"));
    Account coins = new Account(List.of(inverse), new Currency("BTC"), FlatMargin.leverage(5));
    assertThat(coins.time()).as("nobody has said").isEqualTo(Long.MIN_VALUE);
    coins.reset(Money.of("10"));
    coins.trade(0, 10_000, 16_000, 0, 0);
    assertThat(coins.stepTraded()).as("10,000 dollars at 8,000").isEqualTo(Money.of("1.25"));
  }

  /** Three of ten to one: 0.3 of a new share at 1,000 is 300 in cash, of which 30 were paid for each. */
  @Test
  void aReverseSplitMayLeaveNothingButCash() {
    Account account = World.account(1_000);
    account.trade(World.SHARE, 3, 9_000, 0, 0);
    account.mark(World.SHARE, 10_000);
    account.beginStep();
    CorporateActions.split(account, World.SHARE, 1, 10);
    assertThat(account.lots(World.SHARE)).isZero();
    assertThat(account.cost(World.SHARE)).isZero();
    assertThat(account.cash()).isEqualTo(Money.of("1030"));
    assertThat(account.stepRealised()).isEqualTo(Money.of("30"));
    assertThat(account.gross()).isZero();
    account.verify();
  }

  /** A requirement that was tried for an order says nothing once the currency is worth more. */
  @Test
  void anotherRateIsHeardOfAtOnce() {
    Account account = new Account(World.ALL, Currency.USD, new CashOnly());
    account.reset(Money.of("1000"));
    account.mark(World.FOREIGN, 10_000);
    assertThat(account.affords(World.FOREIGN, 10, 0)).isTrue();
    account.rate(1, 3, 2);
    assertThat(account.affords(World.FOREIGN, 10, 0)).isFalse();
  }

  @Test
  void carryAccruesWhereSomebodyOwesOrEarns() {
    Account account = World.account(1_000);
    assertThat(new Carry(0, 0, 0).accrues(account)).isFalse();
    assertThat(new Carry(1, 1, 0).accrues(account)).as("cash earns").isTrue();
    assertThat(new Carry(0, 1, 0).accrues(account)).as("nothing is owed").isFalse();
    account.deposit(1, -1);
    assertThat(new Carry(0, 1, 0).accrues(account)).as("a unit of the second").isTrue();
    assertThat(new Carry(0, 0, 0).accrues(account)).as("for nothing").isFalse();
    Account one = new Account(List.of(World.STOCK), Currency.USD, FlatMargin.leverage(2));
    one.reset(Money.of("1000"));
    one.trade(World.SHARE, 1, 10_000, 0, 0);
    assertThat(new Carry(0, 0, 1).accrues(one)).as("nothing is short").isFalse();
    one.trade(World.SHARE, -2, 10_000, 0, 0);
    assertThat(new Carry(0, 0, 1).accrues(one)).isTrue();
  }

  private static OptionContract option(Right right, Style style, Settlement settlement) {
    return new OptionContract(
        right + " " + style, World.STOCK, right, style, settlement, 9_000, 77, 2_000_000, 50);
  }

  private static Account places() {
    List<Instrument> stay = List.of(World.STOCK, Equity.printed("B"), World.ALL.get(1));
    return new Account(stay, Currency.USD, FlatMargin.leverage(2), 4);
  }

  /** Whatever the account that becomes another one held in its places. */
  @Test
  void placesAreCarriedOverWithAllThatIsKnownOfThem() {
    List<BiConsumer<Account, Account>> ways =
        List.of(
            (from, to) -> to.copy(from), (from, to) -> Snapshots.restore(to, Snapshots.take(from)));
    for (BiConsumer<Account, Account> way : ways) {
      Account from = places();
      from.reset(Money.of("10000"));
      int european = from.list(option(Right.CALL, Style.EUROPEAN, Settlement.CASH));
      int american = from.list(option(Right.PUT, Style.AMERICAN, Settlement.PHYSICAL));
      int part = from.list(new Equity("PART", World.EUR, 1_000_000, 100));
      from.mark(part, 500);
      from.trade(part, 250, 500, 0, 0);
      Account to = places();
      to.reset(Money.of("7"));
      to.list(1, new OptionTerms().of(Right.PUT, 1, 2));
      to.list(1, new OptionTerms().of(Right.CALL, 3, 4));
      to.list(Equity.printed("OLD"));
      to.list(1, new OptionTerms().of(Right.CALL, 5, 6));
      way.accept(from, to);
      assertThat(to.options().count(0)).isEqualTo(2);
      assertThat(to.options().count(1)).isZero();
      assertThat(to.options().get(0, 0)).isEqualTo(european);
      assertThat(to.options().get(0, 1)).isEqualTo(american);
      assertThat(to.positions().listed(6)).isFalse();
      for (int asset : new int[] {european, american, part}) {
        assertThat(to.options().is(asset)).isEqualTo(asset != part);
        assertThat(to.instrument(asset)).isEqualTo(from.instrument(asset));
        assertThat(to.currency(asset)).isEqualTo(from.currency(asset));
        assertThat(to.lotsPerUnit(asset)).isEqualTo(from.lotsPerUnit(asset));
        assertThat(to.tickSize(asset)).isEqualTo(from.tickSize(asset));
        assertThat(to.positions().tickLotValue(asset))
            .isEqualTo(from.positions().tickLotValue(asset));
        assertThat(to.underlying(asset)).isEqualTo(from.underlying(asset));
      }
      assertThat(to.options().right(european)).isEqualTo(Right.CALL);
      assertThat(to.options().style(european)).isEqualTo(Style.EUROPEAN);
      assertThat(to.options().settlement(european)).isEqualTo(Settlement.CASH);
      assertThat(to.options().style(american)).isEqualTo(Style.AMERICAN);
      assertThat(to.options().settlement(american)).isEqualTo(Settlement.PHYSICAL);
      assertThat(to.options().strike(american)).isEqualTo(9_000);
      assertThat(to.options().expiry(american)).isEqualTo(77);
      assertThat(to.options().multiplier(american)).isEqualTo(50);
      assertThat(to.options().find(0, Right.PUT, 9_000, 77)).isEqualTo(american);
      assertThat(to.lots(part)).isEqualTo(250);
      assertThat(to.equity()).isEqualTo(from.equity());
      to.verify();
    }
    assertThatThrownBy(() -> places().copy(World.account(1)))
        .hasMessage(
            "accounts of other instruments, or of 4 and 0 slots, are no copies of each other");
  }

  @Test
  void aResetEmptiesAllPlaces() {
    Account account = places();
    account.reset(Money.of("1000"));
    for (int life = 0; life < 2; life++) {
      int share = account.list(Equity.printed("NEW"));
      assertThat(share).isEqualTo(3);
      int call = account.list(share, new OptionTerms().of(Right.CALL, 100, 1));
      int put = account.list(0, new OptionTerms().of(Right.PUT, 100, 1));
      assertThat(account.options().count(share)).isEqualTo(1);
      account.reset(Money.of("1000"));
      for (int slot : new int[] {share, call, put}) {
        assertThat(account.positions().listed(slot)).isFalse();
        assertThat(account.options().is(slot)).isFalse();
        assertThat(account.options().count(slot)).isZero();
      }
      assertThat(account.options().count(0)).isZero();
    }
  }
}

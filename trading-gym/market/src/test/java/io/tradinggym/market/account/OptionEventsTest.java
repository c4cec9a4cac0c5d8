package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import io.tradinggym.market.instrument.Perpetual;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to options without a trade, margins that were isolated, and books that do not balance. */
class OptionEventsTest {
  private static final int OLD = 1;
  private static final int NEW = 2;

  private static OptionContract call(String symbol, long strike) {
    return new OptionContract(
        symbol,
        World.STOCK,
        Right.CALL,
        Style.EUROPEAN,
        Settlement.CASH,
        strike,
        0,
        Money.UNITS / 100,
        100);
  }

  private static Account account() {
    List<Instrument> all = List.of(World.STOCK, call("C100", 10_000), call("C50", 5_000));
    Account account = new Account(all, Currency.USD, FlatMargin.leverage(2));
    account.reset(Money.of("10000"));
    account.mark(World.SHARE, 10_000);
    account.trade(OLD, 3, 501, 0, 0);
    return account;
  }

  @Test
  void aSplitOfTwoForOneMakesTwiceTheContractsAtHalfTheStrike() {
    Account account = account();
    CorporateActions.split(account, World.SHARE, 2, 1);
    CorporateActions.adjust(account, OLD, NEW, 2, 1);
    assertThat(account.lots(OLD)).isZero();
    assertThat(account.lots(NEW)).isEqualTo(6);
    assertThat(account.mark(NEW)).as("2.505 to the nearest cent").isEqualTo(251);
    assertThat(account.cost(NEW)).isEqualTo(Money.of("1503"));
    assertThat(account.cash()).isEqualTo(Money.of("8497"));
    assertThat(account.exposure(OLD)).isZero();
    assertThat(account.unrealised(NEW)).as("six at 2.51, paid 1,503").isEqualTo(Money.of("3"));
    assertThat(account.equity()).isEqualTo(Money.of("10003"));
    assertThat(account.gross()).isEqualTo(Money.of("1506"));
    assertThat(account.maintenanceMargin()).isEqualTo(Money.of("376.5"));
    account.verify();
  }

  /** Half of 100.01 is a strike of 50.00 or 50.01, but not of 49.99; who listens hears of two for one. */
  @Test
  void aStrikeIsTheNearestTickOfTheOldOnesPart() {
    for (long strike : new long[] {4_999, 5_000, 5_001, 5_002}) {
      Account account =
          new Account(
              List.of(World.STOCK, call("OLD", 10_001), call("NEW", strike)),
              Currency.USD,
              FlatMargin.leverage(2));
      account.reset(Money.of("1000"));
      List<String> told = new ArrayList<>();
      account.listener(
          new AccountListener() {
            @Override
            public void replaced(int asset, int successor, long factor) {
              told.add(asset + " " + successor + " " + factor);
            }
          });
      if (strike == 5_000 || strike == 5_001) {
        CorporateActions.adjust(account, OLD, NEW, 2, 1);
        assertThat(told).containsExactly("1 2 2");
      } else {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> CorporateActions.adjust(account, OLD, NEW, 2, 1));
        assertThat(told).isEmpty();
      }
    }
  }

  @Test
  void aContractThatASplitDoesNotMakeIsRefused() {
    Account account = account();
    for (long[] ratio : new long[][] {{3, 1}, {1, 2}, {0, 1}, {2, 0}, {-2, -1}}) {
      assertThatIllegalArgumentException()
          .as("%d for %d", ratio[0], ratio[1])
          .isThrownBy(() -> CorporateActions.adjust(account, OLD, NEW, ratio[0], ratio[1]));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CorporateActions.adjust(account, OLD, OLD, 1, 1))
        .withMessageContaining("does not make");
    account.trade(NEW, 1, 250, 0, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CorporateActions.adjust(account, OLD, NEW, 2, 1))
        .withMessageContaining("C50 is held already: 1 contracts");
    for (long[] ratio : new long[][] {{0, 1}, {1, 0}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CorporateActions.split(account, World.SHARE, ratio[0], ratio[1]))
          .withMessageContaining("split must be > 0");
    }
  }

  @Test
  void allContractsMayBeExercisedAndNotOneMore() {
    Account account = account();
    account.mark(World.SHARE, 10_700);
    for (long contracts : new long[] {0, -1, 4}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CorporateActions.exercise(account, OLD, contracts))
          .withMessageContaining("cannot exercise " + contracts + " of 3");
    }
    CorporateActions.exercise(account, OLD, 1);
    assertThat(account.cash()).as("8,497 and 700").isEqualTo(Money.of("9197"));
    CorporateActions.exercise(account, OLD, 2);
    assertThat(account.cash()).isEqualTo(Money.of("10597"));
    assertThat(account.lots(OLD)).isZero();
  }

  @Test
  void whatIsAbandonedIsWorthNothing() {
    Account account = account();
    account.mark(World.SHARE, 12_000);
    account.mark(OLD, 2_000);
    CorporateActions.abandon(account, OLD);
    assertThat(account.lots(OLD)).isZero();
    assertThat(account.mark(OLD)).isZero();
    assertThat(account.cash()).isEqualTo(Money.of("8497"));
    assertThat(account.equity()).isEqualTo(Money.of("8497"));
    account.verify();
  }

  @Test
  void aMarginIsReleasedOnceThePositionIsClosed() throws IOException {
    Perpetual perpetual = new Perpetual("P", new Currency("CC"), Currency.USD, Money.UNITS / 10, 1);
    Account account = new Account(List.of(perpetual), Currency.USD, FlatMargin.leverage(10));
    account.reset(Money.of("1000"));
    assertThat(account.isolation().chosen()).isFalse();
    account.isolation().leverage(0, 5);
    assertThat(account.isolation().chosen()).isTrue();
    account.isolation().set(0, true);
    account.trade(0, 10, 1_000, 0, 0);
    long margin = account.isolation().margin(0);
    account.isolation().release(0);
    assertThat(account.isolation().margin(0)).as("lots are held").isEqualTo(margin).isPositive();
    assertThat(account.positions().profitAt(0, 1_100)).isEqualTo(Money.of("100"));
    assertThat(account.positions().profitAt(0, 900)).isEqualTo(-Money.of("100"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    account.save(new DataOutputStream(bytes));
    Account again = new Account(List.of(perpetual), Currency.USD, FlatMargin.leverage(10));
    again.reset(Money.of("1"));
    again.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(again.isolation().chosen()).isTrue();
    again.isolation().leverage(0, 0);
    assertThat(again.isolation().chosen()).isFalse();
    Closeout.reduce(account, 0, -10, 1_010);
    assertThat(account.isolation().margin(0)).isEqualTo(margin + Money.of("10"));
    Closeout.fee(account, 0, Money.of("3"));
    Closeout.cover(account, 0, Money.of("1"));
    account.isolation().release(0);
    assertThat(account.isolation().margin(0)).isZero();
    assertThat(account.cash()).isEqualTo(Money.of("1008"));
    assertThat(account.balance(0, Entry.LIQUIDATION)).isEqualTo(Money.of("3"));
    Closeout.fee(account, 0, 0);
    assertThatThrownBy(() -> Closeout.fee(account, 0, -1)).hasMessageContaining("fee must be >= 0");
    assertThatThrownBy(() -> Closeout.cover(account, 0, -1))
        .hasMessageContaining("cover must be >= 0");
    account.verify();
  }

  @ParameterizedTest
  @EnumSource(
      value = Entry.class,
      names = {"SECURITIES", "CONTRACTS", "ISOLATED"})
  void booksThatDoNotBalanceAreNamed(Entry entry) {
    Account account = World.account(1_000);
    account.verify();
    account.post(World.SHARE, 0, entry, Entry.CASH, 1);
    String named =
        entry == Entry.ISOLATED ? "isolated money" : entry.name().toLowerCase(Locale.ROOT);
    assertThatThrownBy(account::verify).hasMessageContaining("books do not balance: " + named);
  }

  @Test
  void ratesAreAboveZeroAndNotOfTheBase() {
    Account account = World.account(1_000);
    for (int[] rate : new int[][] {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}, {-1, 1, 1}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> account.rate(rate[0], rate[1], rate[2]))
          .withMessageContaining("must be > 0 and not the base's");
    }
  }

  @Test
  void sharesOfTwoCurrenciesAddUpInTheBase() {
    Account account = World.account(100_000);
    account.rate(1, 11, 10);
    account.trade(World.SHARE, 10, 10_000, 0, 0);
    account.trade(World.FOREIGN, -20, 5_000, 0, 0);
    assertThat(account.positions().net()).as("1,000 - 1,100").isEqualTo(-Money.of("100"));
    assertThat(account.positions().gross()).isEqualTo(Money.of("2100"));
    assertThat(new Carry(0, 0, 1).accrues(account)).as("a short one").isTrue();
    assertThat(account.inverse(World.SHARE)).isFalse();
    assertThat(account.worth(World.SHARE, 3)).isEqualTo(Money.of("300"));
    assertThat(account.whatIf().set(World.PUT, 1).set(World.SHARE, 2).changed(1))
        .isEqualTo(World.SHARE);
  }
}

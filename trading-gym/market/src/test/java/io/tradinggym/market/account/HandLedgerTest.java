package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Perpetual;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Amounts worked out by hand, where rounding and days decide. */
class HandLedgerTest {
  /** A share in tenths: what is due to 3 lots is due to 0.3 shares. */
  private static final Equity TENTHS = new Equity("T", Currency.USD, Money.UNITS / 100, 10);

  private static Account tenths(long lots, long ticks) {
    Account account = new Account(List.of(TENTHS), Currency.USD, FlatMargin.leverage(2));
    account.reset(Money.of("1000"));
    account.trade(0, lots, ticks, 0, 0);
    return account;
  }

  @Test
  void interestAndBorrowFeesAreForAllDays() {
    Account account = World.account(100_000);
    account.trade(World.SHARE, -100, 9_950, 0, 0);
    new Carry(36_000, 72_000, 36_000).accrue(account, 3);
    // Free cash 100,000: 3.6 % / 360 x 3 days are 30; 100 x 100 x 1.02 x 3.6 % / 360 x 3 are 3.06.
    assertThat(account.balance(0, Entry.INTEREST)).isEqualTo(-Money.of("30"));
    assertThat(account.balance(0, Entry.BORROW)).isEqualTo(Money.of("3.06"));
    assertThat(account.cash()).as("accrues").isEqualTo(Money.of("109950"));
    account.settle();
    assertThat(account.cash()).isEqualTo(Money.of("109976.94"));
    account.deposit(0, -Money.of("119976.94"));
    new Carry(36_000, 72_000, 0).accrue(account, 5);
    // 10,000 borrowed at 7.2 % for 5 days.
    assertThat(account.balance(0, Entry.INTEREST)).isEqualTo(-Money.of("20"));
    account.verify();
  }

  @Test
  void aDividendIsOwedRoundedUpAndReceivedRoundedDown() {
    Account held = tenths(3, 1_000);
    CorporateActions.dividend(held, 0, 12_345_678);
    assertThat(held.balance(0, Entry.ACCRUED)).as("3,703,703.4").isEqualTo(3_703_703);
    Account sold = tenths(-3, 1_000);
    CorporateActions.dividend(sold, 0, 12_345_678);
    assertThat(sold.balance(0, Entry.ACCRUED)).isEqualTo(-3_703_704);
  }

  @Test
  void aSplitPaysPartsOfALotAgainstItsOwner() {
    // 1 for 4 of 10 lots at 3.33: mark 13.32, 2 lots and half of one, worth 0.666.
    Account held = tenths(10, 333);
    CorporateActions.split(held, 0, 1, 4);
    assertThat(held.mark(0)).isEqualTo(1_332);
    assertThat(held.lots(0)).isEqualTo(2);
    assertThat(held.cash()).isEqualTo(Money.of("1000") - Money.of("3.33") + Money.of("0.666"));
    assertThat(held.equity()).isEqualTo(Money.of("1000"));
    Account sold = tenths(-10, 333);
    CorporateActions.split(sold, 0, 1, 4);
    assertThat(sold.lots(0)).isEqualTo(-2);
    assertThat(sold.equity()).isEqualTo(Money.of("1000"));
    assertThat(sold.cash()).isEqualTo(Money.of("1000") + Money.of("3.33") - Money.of("0.666"));
  }

  @Test
  void aSplitMarksAtTheNearestTick() {
    // 3 for 1 at 10.00, 10.01 and 10.02: 3.333, 3.337 and 3.34.
    for (long[] marks : new long[][] {{1_000, 333}, {1_001, 334}, {1_002, 334}, {1, 1}}) {
      Account account = tenths(7, marks[0]);
      CorporateActions.split(account, 0, 3, 1);
      assertThat(account.mark(0)).isEqualTo(marks[1]);
      assertThat(account.lots(0)).isEqualTo(21);
    }
  }

  @Test
  void cashInLieuIsRoundedDownForLongsAndUpForShorts() {
    // 1 for 3 of 1 lot at 0.01: mark 0.03, a third of a lot of 0.003: 100,000.0 units exactly; 2
    // for 3
    // at 0.01: mark 0.02 (1.5 rounded up), two thirds of a lot of 200,000 units: 133,333.33.
    Account held = tenths(1, 1);
    CorporateActions.split(held, 0, 2, 3);
    assertThat(held.cash()).isEqualTo(Money.of("1000") - 100_000 + 133_333);
    Account sold = tenths(-1, 1);
    CorporateActions.split(sold, 0, 2, 3);
    assertThat(sold.cash()).isEqualTo(Money.of("1000") + 100_000 - 133_334);
    held.verify();
    sold.verify();
  }

  @Test
  void turningAnIsolatedPositionFreesNoMoreThanItIsWorth() {
    Perpetual perpetual = new Perpetual("P", new Currency("CC"), Currency.USD, Money.UNITS / 10, 1);
    Account account = new Account(List.of(perpetual), Currency.USD, FlatMargin.leverage(10));
    account.reset(Money.of("1000"));
    account.isolation().set(0, true);
    account.trade(0, 50, 1_000, 0, 0);
    assertThat(account.cash()).as("500 of 5,000 are its margin").isEqualTo(Money.of("500"));
    account.mark(0, 990);
    // Worth 450: with the cash that opens 959 x 99 x 10 %; sold short 95 lots need 940.5.
    assertThat(account.affords(0, -95, 0)).isTrue();
    assertThat(account.affords(0, -96, 0)).as("950.4 of 950").isFalse();
    account.mark(0, 850);
    // It has lost 750, 250 more than its margin: nothing is freed, and 500 open 58 lots at 85.
    assertThat(account.affords(0, -58, 0)).isTrue();
    assertThat(account.affords(0, -59, 0)).isFalse();
  }
}

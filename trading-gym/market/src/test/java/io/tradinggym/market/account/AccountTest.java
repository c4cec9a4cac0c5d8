package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import org.junit.jupiter.api.Test;

class AccountTest {
  @Test
  void shouldFollowAWorkedExampleInShares() {
    Account account = World.account(10_000);
    account.trade(World.SHARE, 100, 5_000, Money.of("1"), 0);
    account.mark(World.SHARE, 5_500);
    account.trade(World.SHARE, -40, 5_600, Money.of("1"), 0);
    assertThat(account.cash()).isEqualTo(Money.of("7238"));
    assertThat(account.stepRealised()).isEqualTo(Money.of("240"));
    assertThat(account.unrealised(World.SHARE)).isEqualTo(Money.of("300"));
    assertThat(account.equity()).isEqualTo(Money.of("10538"));
    assertThat(account.stepTraded()).isEqualTo(Money.of("7240"));
  }

  @Test
  void shouldEnterAPerpetualWithoutPayment() {
    Account account = World.account(10_000);
    account.trade(World.PERPETUAL, 100, 500_000, 0, 0);
    assertThat(account.cash()).isEqualTo(Money.of("10000"));
    assertThat(account.initialMargin()).isEqualTo(Money.of("2500"));
    account.mark(World.PERPETUAL, 510_000);
    account.trade(World.PERPETUAL, -50, 510_000, 0, 0);
    assertThat(account.cash()).isEqualTo(Money.of("10050"));
    assertThat(account.equity()).isEqualTo(Money.of("10100"));
  }

  @Test
  void shouldChargeFundingAsBinanceDoes() {
    Account account = World.account(10_000);
    account.trade(World.PERPETUAL, 200, 500_000, 0, 0);
    Carry.fund(account, World.PERPETUAL, 10_000);
    // 10,000 of notional at 0.01 % is 1.00.
    assertThat(account.stepCarry()).isEqualTo(Money.of("1"));
  }

  @Test
  void shouldChargeForBorrowedSharesOnARoundedUpMark() {
    Account account = World.account(100_000);
    account.trade(World.SHARE, -100, 9_950, 0, 0);
    new Carry(0, 0, 36_000).accrue(account, 1);
    // 99.50 counts as 100: 100 x 100 x 102 % x 3.6 % / 360.
    assertThat(account.stepCarry()).isEqualTo(Money.of("1.02"));
    assertThat(account.balance(0, Entry.ACCRUED)).isEqualTo(-Money.of("1.02"));
  }

  @Test
  void shouldNotPayInterestOnProceedsOfShortSales() {
    Account account = World.account(100_000);
    account.trade(World.SHARE, -100, 10_000, 0, 0);
    new Carry(36_000, 0, 0).accrue(account, 1);
    assertThat(account.stepCarry()).isEqualTo(-Money.of("10"));
  }

  @Test
  void shouldAskRegulationTMargins() {
    Account account = new Account(World.ALL, Currency.USD, new RegT());
    account.reset(Money.of("100000"));
    account.trade(World.SHARE, 100, 10_000, 0, 0);
    assertThat(account.initialMargin()).isEqualTo(Money.of("5000"));
    assertThat(account.maintenanceMargin()).isEqualTo(Money.of("2500"));
    account.trade(World.SHARE, -200, 10_000, 0, 0);
    assertThat(account.initialMargin()).isEqualTo(Money.of("5000"));
    assertThat(account.maintenanceMargin()).isEqualTo(Money.of("3000"));
    account.mark(World.SHARE, 400);
    assertThat(account.maintenanceMargin()).as("below 5 dollars all of it").isEqualTo(Money.of("400"));
    account.mark(World.SHARE, 200);
    assertThat(account.maintenanceMargin()).as("2.50 a share").isEqualTo(Money.of("250"));
  }

  @Test
  void shouldLiquidateBelowMaintenance() {
    Account account = World.account(1_000);
    account.trade(World.SHARE, 20, 10_000, 0, 0);
    assertThat(account.liquidationDistance()).isEqualTo(0.25);
    // Equity 1000 - 20 d, maintenance (100 - d) x 20 / 4: equal at d = 33.33.
    account.mark(World.SHARE, 6_667);
    assertThat(account.mustLiquidate()).isFalse();
    account.mark(World.SHARE, 6_666);
    assertThat(account.mustLiquidate()).isTrue();
  }

  @Test
  void shouldCountForeignMoneyAtItsRateRoundedDown() {
    Account account = World.account(1_000);
    account.convert(0, Money.of("110"), 1, Money.of("100"));
    account.rate(1, 11, 10);
    assertThat(account.equity()).isEqualTo(Money.of("1000"));
    account.deposit(1, 1);
    assertThat(account.equity()).isEqualTo(Money.of("1000") + 1);
    account.verify();
  }
}

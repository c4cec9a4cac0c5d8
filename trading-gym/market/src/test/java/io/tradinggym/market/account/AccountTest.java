package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import java.util.List;
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
    assertThat(account.maintenanceMargin())
        .as("below 5 dollars all of it")
        .isEqualTo(Money.of("400"));
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

  @Test
  void shouldTellTheAverageEntry() {
    Account account = World.account(100_000);
    account.trade(World.SHARE, 100, 5_000, 0, 0);
    account.trade(World.SHARE, 300, 6_000, 0, 0);
    assertThat(account.entry(World.SHARE)).isEqualTo(5_750);
    account.trade(World.SHARE, -200, 7_000, 0, 0);
    assertThat(account.entry(World.SHARE)).as("a partial sale leaves it").isEqualTo(5_750);
  }

  @Test
  void shouldCountForeignProfitAtTheRate() {
    Account account = World.account(10_000);
    account.convert(0, Money.of("1100"), 1, Money.of("1000"));
    account.rate(1, 11, 10);
    account.trade(World.FOREIGN, 10, 5_000, 0, 0);
    account.mark(World.FOREIGN, 5_500);
    assertThat(account.unrealised(World.FOREIGN)).isEqualTo(Money.of("50"));
    assertThat(account.equity()).isEqualTo(Money.of("10055"));
    account.rate(1, 12, 10);
    assertThat(account.equity()).isEqualTo(Money.of("10160"));
    assertThat(account.initialMargin()).as("half of 550 euros").isEqualTo(Money.of("330"));
    account.verify();
  }

  @Test
  void shouldPayTheIntrinsicValueOfACashSettledOption() {
    OptionContract call = World.option("CASH", Right.CALL, Settlement.CASH);
    Account account = new Account(List.of(World.STOCK, call), Currency.USD, new CashOnly());
    account.reset(Money.of("10000"));
    account.trade(1, 2, 700, 0, 0);
    account.mark(0, 10_900);
    CorporateActions.expire(account, 1);
    assertThat(account.lots(0)).isZero();
    assertThat(account.cash()).isEqualTo(Money.of("10400"));
    assertThat(account.stepRealised()).isEqualTo(Money.of("400"));
  }

  @Test
  void shouldAskMarginOfAWrittenOptionAsItsUnderlyingMoves() {
    Account account = new Account(World.ALL, Currency.USD, new RegT());
    account.reset(Money.of("100000"));
    account.mark(World.SHARE, 10_000);
    account.trade(World.CALL, -1, 500, 0, 0);
    assertThat(account.maintenanceMargin()).isEqualTo(Money.of("2000"));
    account.mark(World.SHARE, 11_000);
    assertThat(account.maintenanceMargin()).isEqualTo(Money.of("2200"));
  }
}

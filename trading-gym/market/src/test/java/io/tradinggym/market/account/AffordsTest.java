package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an account may hold and may not, to the unit, by hand. */
class AffordsTest {
  private static final long CENT = Money.UNITS / 100;

  /** A share at 100 dollars, one at 60 euros. */
  private static Account account(MarginModel model, String dollars) {
    Account account = new Account(World.ALL, Currency.USD, model);
    account.reset(Money.of(dollars));
    account.mark(World.SHARE, 10_000);
    account.mark(World.FOREIGN, 6_000);
    account.mark(World.PERPETUAL, 10_000);
    return account;
  }

  private static Account shares(MarginModel model, String dollars) {
    Account account = new Account(List.of(World.STOCK), Currency.USD, model);
    account.reset(Money.of(dollars));
    account.mark(World.SHARE, 10_000);
    return account;
  }

  @Test
  void costsArePaidOutOfTheSameCash() {
    for (Account account :
        List.of(shares(new CashOnly(), "1000"), account(new CashOnly(), "1000"))) {
      assertThat(account.affords(World.SHARE, 10, 0)).isTrue();
      assertThat(account.affords(World.SHARE, 10, 1)).isFalse();
      assertThat(account.affords(World.SHARE, 9, Money.of("100"))).isTrue();
      assertThat(account.buyingPower().left(World.SHARE, 9, Money.of("30")))
          .isEqualTo(Money.of("70"));
      assertThat(account.buyingPower().left(World.SHARE, 11, 0)).isEqualTo(-Money.of("100"));
    }
  }

  /** 10 at 60 euros, each worth 2 dollars: 1,200, and a cost in euros counts twice. */
  @Test
  void aCurrencyIsCountedAtItsRate() {
    Account account = account(new CashOnly(), "1200");
    account.rate(1, 2, 1);
    assertThat(account.affords(World.FOREIGN, 10, 0)).isTrue();
    assertThat(account.affords(World.FOREIGN, 10, 1)).isFalse();
    account.deposit(0, -Money.of("200"));
    assertThat(account.affords(World.FOREIGN, 10, 0)).isFalse();
    assertThat(account.buyingPower().left(World.FOREIGN, 5, Money.of("7")))
        .isEqualTo(Money.of("386"));
  }

  /** Who was assigned may be short in an account that sells nothing short: it may be less so, but not more. */
  @Test
  void whereNothingMayBeSoldShortAShortMayShrink() {
    Account account = account(new CashOnly(), "1000");
    assertThat(account.buyingPower().mayShort(World.SHARE)).isFalse();
    assertThat(account(FlatMargin.leverage(2), "1").buyingPower().mayShort(World.SHARE)).isTrue();
    assertThat(account.affords(World.SHARE, -1, 0)).isFalse();
    account.trade(World.SHARE, -5, 10_000, 0, 0);
    assertThat(account.affords(World.SHARE, -3, 0)).isTrue();
    assertThat(account.affords(World.SHARE, -5, 0)).isTrue();
    assertThat(account.affords(World.SHARE, -6, 0)).isFalse();
    WhatIf what = account.whatIf();
    assertThat(account.affords(what.clear().set(World.SHARE, -3), 0)).isTrue();
    assertThat(account.affords(what.clear().set(World.SHARE, -6), 0)).isFalse();
    assertThat(account.affords(what.clear().set(World.PUT, 0).set(World.PERPETUAL, -1), 0))
        .isFalse();
    assertThat(account.affords(what.clear().set(World.SHARE, 0), 0)).isTrue();
  }

  /** 200 shares on 10,000 dollars at half; at 40 dollars nothing is left, and what is held may stay. */
  @Test
  void whatIsHeldMayStayWhateverItNeeds() {
    Account account = shares(new FlatMargin(5_000, 2_500), "10000");
    account.trade(World.SHARE, 200, 10_000, 0, 0);
    account.mark(World.SHARE, 4_000);
    assertThat(account.equity()).isEqualTo(-Money.of("2000"));
    assertThat(account.affords(World.SHARE, 200, 0)).isTrue();
    assertThat(account.affords(World.SHARE, 199, 0)).isTrue();
    assertThat(account.affords(World.SHARE, 201, 0)).isFalse();
    assertThat(account.affords(World.SHARE, -1, 0)).isFalse();
  }

  /** Half of shares less calls on them, all together: without the calls more is needed. */
  private record Together() implements UnderlyingMargin {
    @Override
    public long initial(Account account, int underlying, Lots lots) {
      long worth = account.notional(underlying, lots.lots(underlying));
      return underlying == World.SHARE
          ? Math.abs(worth + 100 * CENT * 100 * lots.lots(World.CALL)) / 2
          : Math.abs(worth);
    }

    @Override
    public long maintenance(Account account, int underlying, Lots lots) {
      return initial(account, underlying, lots) / 2;
    }

    @Override
    public long initial(Account account, int asset, long lots) {
      return Math.abs(account.notional(asset, lots));
    }

    @Override
    public long maintenance(Account account, int asset, long lots) {
      return Math.abs(account.notional(asset, lots)) / 2;
    }
  }

  /** 1,000 shares, 900 of them under calls: 5,000 are needed. Without one of the calls it would be 5,050. */
  @Test
  void aHedgeMayGoOnlyWhereWhatIsLeftHasItsMargin() {
    Account account = account(new Together(), "100000");
    account.trade(World.SHARE, 1_000, 10_000, 0, 0);
    account.trade(World.CALL, -900, 0, 0, 0);
    assertThat(account.initialMargin()).isEqualTo(Money.of("5000"));
    account.deposit(0, Money.of("5000") - account.equity());
    assertThat(account.affords(World.CALL, -899, 0)).isFalse();
    assertThat(account.affords(World.CALL, -899, -Money.of("50"))).isTrue();
    assertThat(account.affords(World.SHARE, 999, 0)).as("of the shares less are needed").isTrue();
    account.deposit(0, -Money.of("1000"));
    assertThat(account.affords(World.SHARE, 999, 0)).as("though there is too little").isTrue();
    assertThat(account.affords(account.whatIf().set(World.CALL, -899), 0)).isFalse();
    assertThat(account.affords(account.whatIf().set(World.SHARE, 999), 0)).isTrue();
  }

  @Test
  void changesOfSeveralPositionsMayBeAskedAboutInColumns() {
    Account account = account(new FlatMargin(5_000, 2_500), "1000");
    int[] changed = {World.SHARE, World.PERPETUAL, World.FOREIGN};
    long[] lots = {10, 1_000, 1_000};
    // 500 dollars for 10 shares, 500 for a coin at 1,000.
    assertThat(account.buyingPower().affords(2, changed, lots, 0)).isTrue();
    assertThat(account.buyingPower().affords(2, changed, lots, 1)).isFalse();
    assertThat(account.buyingPower().affords(1, changed, lots, Money.of("500"))).isTrue();
    lots[0] = 11;
    assertThat(account.buyingPower().affords(2, changed, lots, 0)).isFalse();
  }

  @Test
  void positionsOfTheirOwnMarginAreOpenedOneByOne() {
    Account account = account(new FlatMargin(1_000, 500), "1000");
    WhatIf what = account.whatIf().set(World.SHARE, 1).set(World.PERPETUAL, 1_000);
    assertThat(account.affords(what, 0)).isTrue();
    account.isolation().set(World.PERPETUAL, true);
    assertThatThrownBy(() -> account.affords(what, 0)).hasMessageContaining("one by one");
    assertThat(account.affords(account.whatIf().set(World.SHARE, 1), 0)).isTrue();
    // A coin at 1,000 takes 100, so that 10 coins take all that there is.
    assertThat(account.affords(World.PERPETUAL, 10_000, 0)).isTrue();
    assertThat(account.affords(World.PERPETUAL, 10_000, 1)).isFalse();
    account.trade(World.PERPETUAL, 5_000, 10_000, 0, 0);
    assertThat(account.affords(World.PERPETUAL, 10_000, 0)).isTrue();
    assertThat(account.affords(World.SHARE, 51, 0)).as("500 are left for the others").isFalse();
  }

  /** A dollar for each second, so that a requirement grows by itself; a tenth with the leverage chosen. */
  private record Growing() implements UnderlyingMargin {
    @Override
    public long initial(Account account, int underlying, Lots lots) {
      return lots.lots(underlying) == 0 ? 0 : Money.UNITS * account.time() / 1_000;
    }

    @Override
    public long maintenance(Account account, int underlying, Lots lots) {
      return initial(account, underlying, lots) / 2;
    }

    @Override
    public long initial(Account account, int asset, long lots) {
      return 0;
    }

    @Override
    public long maintenance(Account account, int asset, long lots) {
      return 0;
    }
  }

  /** Underlyings with options are asked about anew as time passes; a second share has none. */
  @Test
  void requirementsAreAskedForAnewWhenTimePasses() {
    Account account = account(new Growing(), "1000");
    account.time(4_000);
    account.trade(World.SHARE, 1, 10_000, 0, 0);
    account.trade(World.FOREIGN, 1, 6_000, 0, 0);
    assertThat(account.initialMargin()).isEqualTo(Money.of("8"));
    assertThat(account.maintenanceMargin()).isEqualTo(Money.of("4"));
    account.time(10_000);
    assertThat(account.initialMargin()).isEqualTo(Money.of("14"));
    assertThat(account.maintenanceMargin()).isEqualTo(Money.of("7"));
    account.reset(Money.of("1000"));
    assertThat(account.initialMargin()).isZero();
    assertThat(account.maintenanceMargin()).isZero();
  }

  /** The worth over the leverage that was chosen. */
  private record Levered() implements PositionMargin {
    @Override
    public long initial(Account account, int asset, long lots) {
      int times = Math.max(1, account.isolation().leverage(asset));
      return Math.abs(account.notional(asset, lots)) / times;
    }

    @Override
    public long maintenance(Account account, int asset, long lots) {
      return initial(account, asset, lots) / 2;
    }
  }

  @Test
  void aLeverageIsHeardOfAtOnce() {
    Account account = shares(new Levered(), "1000");
    account.trade(World.SHARE, 10, 10_000, 0, 0);
    assertThat(account.initialMargin()).isEqualTo(Money.of("1000"));
    assertThat(account.maintenanceMargin()).isEqualTo(Money.of("500"));
    assertThat(account.affords(World.SHARE, 20, 0)).isFalse();
    account.isolation().leverage(World.SHARE, 2);
    assertThat(account.affords(World.SHARE, 20, 0)).isTrue();
    assertThat(account.initialMargin()).isEqualTo(Money.of("500"));
    assertThat(account.maintenanceMargin()).isEqualTo(Money.of("250"));
    assertThat(account.isolation().chosen()).isTrue();
    account.isolation().leverage(World.SHARE, 0);
    assertThat(account.isolation().chosen()).isFalse();
    assertThat(account.affords(World.SHARE, 20, 0)).isFalse();
  }

  @Test
  void aResetForgetsWhatWasNeeded() {
    for (MarginModel model : List.of(FlatMargin.leverage(2), new Together())) {
      Account account = account(model, "1000");
      account.trade(World.SHARE, 10, 10_000, 0, 0);
      assertThat(account.initialMargin()).isEqualTo(Money.of("500"));
      assertThat(account.maintenanceMargin()).isEqualTo(Money.of("250"));
      account.trade(World.SHARE, 1, 10_000, 0, 0); // noted, and not asked for
      account.reset(Money.of("1000"));
      assertThat(account.initialMargin()).isZero();
      assertThat(account.maintenanceMargin()).isZero();
      account.trade(World.SHARE, 10, 10_000, 0, 0);
      assertThat(account.initialMargin()).isEqualTo(Money.of("500"));
      assertThat(account.maintenanceMargin()).isEqualTo(Money.of("250"));
    }
  }
}

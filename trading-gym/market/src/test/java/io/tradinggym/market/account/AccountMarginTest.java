package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Margin is asked of the account: of all positions at once, or of their running sum. */
class AccountMarginTest {
  /** Asks about all positions together, whatever has changed. */
  private record Together(PositionMargin model) implements MarginModel {
    @Override
    public long initial(Account account, Lots lots) {
      return model.initial(account, lots);
    }

    @Override
    public long maintenance(Account account, Lots lots) {
      return model.maintenance(account, lots);
    }

    @Override
    public long initial(Account account, int asset, long lots) {
      return model.initial(account, asset, lots);
    }

    @Override
    public long maintenance(Account account, int asset, long lots) {
      return model.maintenance(account, asset, lots);
    }
  }

  @Property(tries = 200)
  void theRunningSumIsThatOfAllPositions(@ForAll long seed) {
    Account sum = new Account(World.ALL, Currency.USD, new RegT());
    Account whole = new Account(World.ALL, Currency.USD, new Together(new RegT()));
    RandomStream random = RandomStreams.of(seed).stream("events");
    for (Account account : List.of(sum, whole)) {
      account.reset(Money.of("20000"));
    }
    for (int i = 0; i < 40; i++) {
      int asset = random.integer(World.ALL.size());
      long ticks = 9_000L + random.integer(2_000);
      long rate = 90L + random.integer(20);
      boolean isolates = random.bernoulli(0.1) && sum.lots(World.PERPETUAL) == 0;
      long lots = random.integer(401) - 200L;
      for (Account account : List.of(sum, whole)) {
        account.mark(asset, ticks);
        account.rate(1, rate, 100);
        if (isolates && account.isolation().margin(World.PERPETUAL) == 0) {
          account.isolation().set(World.PERPETUAL, i % 2 == 0);
        }
      }
      assertThat(whole.affords(asset, lots, 7)).isEqualTo(sum.affords(asset, lots, 7));
      if (!sum.isolation().on(asset) && sum.affords(asset, lots, 7)) {
        long costs = -sum.toBase(sum.currency(asset), -7);
        assertThat(sum.affords(sum.whatIf().set(asset, lots), costs)).isTrue();
      }
      if (sum.affords(asset, lots, 0)) {
        sum.trade(asset, lots - sum.lots(asset), ticks, 0, 0);
        whole.trade(asset, lots - whole.lots(asset), ticks, 0, 0);
      }
      assertThat(whole.initialMargin()).isEqualTo(sum.initialMargin());
      assertThat(whole.maintenanceMargin()).isEqualTo(sum.maintenanceMargin());
      assertThat(whole.mustLiquidate()).isEqualTo(sum.mustLiquidate());
    }
  }

  @Test
  void shouldAskAboutSeveralLegsAtOnce() {
    Account account = new Account(World.ALL, Currency.USD, new RegT());
    account.reset(Money.of("10000"));
    account.mark(World.SHARE, 10_000);
    account.trade(World.SHARE, 150, 10_000, 0, 0);
    assertThat(account.affords(account.whatIf().set(World.SHARE, 200), 0)).isTrue();
    assertThat(account.affords(account.whatIf().set(World.SHARE, 200), 1)).isFalse();
    account.mark(World.PERPETUAL, 10_000);
    WhatIf both = account.whatIf().trade(World.SHARE, -50).trade(World.PERPETUAL, 10_000);
    assertThat(both.lots(World.SHARE)).isEqualTo(100);
    assertThat(account.affords(both, 0)).as("5,000 for each").isTrue();
    assertThat(account.affords(both.trade(World.PERPETUAL, 1), 0)).isFalse();
    assertThat(account.buyingPower().initial(account.whatIf())).isEqualTo(Money.of("7500"));
    assertThatThrownBy(
            () -> {
              WhatIf many = account.whatIf();
              for (int asset = 0; asset <= WhatIf.MOST; asset++) {
                many.set(asset, 1);
              }
            })
        .hasMessage("more than " + World.ALL.size() + " changed assets");
  }

  /** FINRA 4210(b)(4): equity of 2,000 to open, but no more cash than what is bought costs. */
  @Test
  void shouldAskTheMinimumEquityOfWhoeverOpensOnMargin() {
    Account account = new Account(World.ALL, Currency.USD, new RegT());
    account.reset(Money.of("1999.99"));
    account.mark(World.SHARE, 10_000);
    assertThat(account.affords(World.SHARE, 19, 0)).as("1,900 are paid in full").isTrue();
    assertThat(account.affords(World.SHARE, 20, 0)).as("2,000 are not").isFalse();
    assertThat(account.affords(World.SHARE, -1, 0)).as("nothing is sold short").isFalse();
    account.deposit(0, Money.of("0.01"));
    assertThat(account.affords(World.SHARE, 40, 0)).as("now half of 4,000 is lent").isTrue();
    assertThat(account.affords(World.SHARE, 41, 0)).isFalse();
    assertThat(account.affords(World.SHARE, -1, 0)).isTrue();
    assertThat(account.affords(World.PERPETUAL, 1, 0)).as("perpetuals are no securities").isTrue();
    account.trade(World.SHARE, -1, 10_000, 0, 0);
    assertThat(account.initialMargin()).isEqualTo(Money.of("2000"));
    assertThat(account.maintenanceMargin()).as("to keep it 30 %").isEqualTo(Money.of("30"));
    account.deposit(0, -Money.of("1900"));
    assertThat(account.mustLiquidate()).isFalse();
    assertThat(account.affords(World.SHARE, 0, 0)).as("closing is always allowed").isTrue();
  }

  /** Regulation T, 12 CFR 220.3(e): what creates or increases no deficiency is allowed. */
  @Test
  void shouldAllowWhatIncreasesNoDeficiency() {
    Account account = new Account(World.ALL, Currency.USD, new RegT());
    account.reset(Money.of("10000"));
    account.trade(World.SHARE, 200, 10_000, 0, 0);
    account.mark(World.SHARE, 8_000);
    account.mark(World.PERPETUAL, 8_000);
    // Equity 6,000, needed 8,000.
    WhatIf swap = account.whatIf().set(World.SHARE, 0).set(World.PERPETUAL, 20_000);
    assertThat(account.affords(swap, 0)).as("16,000 of another for 16,000").isTrue();
    assertThat(account.affords(swap, 1)).as("at a cost").isFalse();
    assertThat(account.affords(swap.trade(World.PERPETUAL, 1), 0)).as("of more").isFalse();
    assertThat(account.affords(account.whatIf().set(World.SHARE, 199), Money.of("1000")))
        .as("getting rid of things is allowed at any cost")
        .isTrue();
  }

  @Test
  void shouldKeepAPositionWhoseEquityIsExactlyItsMargin() {
    Account account = new Account(World.ALL, Currency.USD, new FlatMargin(5_000, 2_500));
    account.reset(Money.of("1000"));
    account.trade(World.SHARE, 20, 10_000, 0, 0);
    // 20 shares at 75: equity 500, of which a quarter of 1,500 is 375; taken out, 375 are left.
    account.mark(World.SHARE, 7_500);
    account.deposit(0, -Money.of("125"));
    assertThat(account.equity()).isEqualTo(account.maintenanceMargin()).isEqualTo(Money.of("375"));
    assertThat(account.mustLiquidate()).isFalse();
    account.deposit(0, -1);
    assertThat(account.mustLiquidate()).isTrue();
  }

  @Test
  void shouldKeepAnIsolatedPositionWhoseEquityIsExactlyItsMargin() {
    Account account = new Account(World.ALL, Currency.USD, new FlatMargin(1_000, 500));
    account.reset(Money.of("1000"));
    account.isolation().set(World.PERPETUAL, true);
    account.trade(World.PERPETUAL, 1_000, 10_000, 0, 0);
    // One coin at 1,000 on a margin of 100; at 950 its equity would be 50, 5 % are 47.50.
    account.mark(World.PERPETUAL, 9_500);
    account.isolation().add(World.PERPETUAL, -Money.of("2.5"));
    assertThat(account.isolation().equity(World.PERPETUAL)).isEqualTo(Money.of("47.5"));
    assertThat(account.mustLiquidate(World.PERPETUAL)).isFalse();
    account.isolation().add(World.PERPETUAL, -1);
    assertThat(account.mustLiquidate(World.PERPETUAL)).isTrue();
  }

  @Test
  void shouldDefaultOnlyWithoutMoney() {
    Account account = World.account(0);
    assertThat(account.mustLiquidate()).as("equity of 0").isTrue();
    account.deposit(0, 1);
    assertThat(account.mustLiquidate()).isFalse();
  }

  @Test
  void shouldAskMoreOfSharesSoldShortFromFiveDollarsOn() {
    Account account = new Account(World.ALL, Currency.USD, new RegT());
    account.reset(Money.of("100000"));
    account.trade(World.SHARE, -100, 499, 0, 0);
    assertThat(account.maintenanceMargin()).as("100 % of 4.99").isEqualTo(Money.of("499"));
    account.mark(World.SHARE, 500);
    assertThat(account.maintenanceMargin()).as("5 dollars a share").isEqualTo(Money.of("500"));
    account.mark(World.SHARE, 250);
    assertThat(account.maintenanceMargin()).as("2.50 a share").isEqualTo(Money.of("250"));
    account.mark(World.SHARE, 2_000);
    assertThat(account.maintenanceMargin()).as("30 % from 16.67 on").isEqualTo(Money.of("600"));
    account.mark(World.SHARE, 1_667);
    assertThat(account.maintenanceMargin()).isEqualTo(Money.of("500.10"));
    account.mark(World.SHARE, 1_666);
    assertThat(account.maintenanceMargin()).isEqualTo(Money.of("500"));
  }
}

package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.InversePerpetual;
import io.tradinggym.market.instrument.Perpetual;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Inverse contracts, and positions with a margin of their own. */
class PerpetualAccountTest {
  private static final Currency USDT = new Currency("USDT");
  private static final Currency BTC = new Currency("BTC");
  private static final Perpetual LINEAR =
      new Perpetual("BTCUSDT-PERP", BTC, USDT, Money.UNITS / 10, 1_000);
  private static final InversePerpetual INVERSE =
      new InversePerpetual("BTCUSD-PERP", BTC, new Currency("USD"), Money.UNITS / 2, Money.of("1"));

  private static Account linear(String cash) {
    Account account = new Account(List.of(LINEAR), USDT, FlatMargin.leverage(20));
    account.reset(Money.of(cash));
    return account;
  }

  private static Account inverse(String coins) {
    Account account = new Account(List.of(INVERSE), BTC, FlatMargin.leverage(100));
    account.reset(Money.of(coins));
    return account;
  }

  @Test
  void shouldSettleInverseProfitInCoins() {
    Account account = inverse("0.5");
    account.trade(0, 10_000, 16_000, 0, 0);
    assertThat(account.exposure(0)).as("10,000 dollars at 8,000").isEqualTo(Money.of("1.25"));
    account.mark(0, 20_000);
    assertThat(account.unrealised(0)).isEqualTo(Money.of("0.25"));
    assertThat(account.exposure(0)).isEqualTo(Money.of("1"));
    account.trade(0, -10_000, 20_000, 0, 0);
    assertThat(account.cash()).isEqualTo(Money.of("0.75"));
    account.verify();
  }

  @Test
  void shouldLoseInverseCoinsAsAShortWhenThePriceRises() {
    Account account = inverse("0.5");
    account.trade(0, -10_000, 16_000, 0, 0);
    account.mark(0, 20_000);
    assertThat(account.unrealised(0)).isEqualTo(-Money.of("0.25"));
    assertThat(account.exposure(0)).isEqualTo(-Money.of("1"));
    Carry.fund(account, 0, 10_000);
    assertThat(account.stepCarry()).as("shorts receive").isEqualTo(-Money.of("0.0001"));
  }

  @Property(tries = 1000)
  void tradingInversesAtOnePriceNeverPays(
      @ForAll @LongRange(min = 1, max = 1_000_000) long price,
      @ForAll List<@IntRange(min = -1_000_000, max = 1_000_000) Integer> orders) {
    Account account = inverse("0.5");
    long held = 0;
    for (int lots : orders) {
      account.trade(0, lots, price, 0, 0);
      account.verify();
      held += lots;
    }
    account.trade(0, -held, price, 0, 0);
    account.verify();
    assertThat(account.equity() - Money.of("0.5"))
        .as("every trade is rounded against the account, by less than a unit")
        .isBetween(-1L - orders.size(), 0L);
  }

  @Test
  void shouldKeepAnIsolatedMarginApart() {
    Account account = linear("10000");
    account.isolation().set(0, true);
    account.trade(0, 1_000, 500_000, Money.of("25"), 0);
    assertThat(account.isolation().margin(0)).isEqualTo(Money.of("2500"));
    assertThat(account.cash()).as("the fee is paid from cash").isEqualTo(Money.of("7475"));
    account.mark(0, 490_000);
    assertThat(account.isolation().equity(0)).isEqualTo(Money.of("1500"));
    assertThat(account.crossEquity()).isEqualTo(Money.of("7475"));
    assertThat(account.equity()).isEqualTo(Money.of("8975"));
    assertThat(account.maintenanceMargin()).as("no shared position").isZero();
    Carry.fund(account, 0, 10_000);
    assertThat(account.isolation().margin(0)).isEqualTo(Money.of("2495.10"));
    assertThat(account.mustLiquidate(0)).isFalse();
    account.mark(0, 480_000);
    assertThat(account.mustLiquidate(0)).as("495.10 against 1,200").isTrue();
    assertThat(account.mustLiquidate()).isFalse();
    account.verify();
  }

  @Test
  void shouldGiveBackTheClosedPartOfAnIsolatedMargin() {
    Account account = linear("10000");
    account.isolation().set(0, true);
    account.trade(0, 1_000, 500_000, 0, 0);
    account.mark(0, 510_000);
    account.trade(0, -400, 510_000, 0, 0);
    assertThat(account.isolation().margin(0)).isEqualTo(Money.of("1500"));
    assertThat(account.cash()).isEqualTo(Money.of("8900"));
    account.isolation().add(0, Money.of("100"));
    account.trade(0, -600, 510_000, 0, 0);
    assertThat(account.isolation().margin(0)).isZero();
    assertThat(account.cash()).isEqualTo(Money.of("11000"));
    account.verify();
  }

  @Test
  void shouldLetCashOpenNoMoreThanItHas() {
    Account account = linear("1000");
    account.isolation().set(0, true);
    account.mark(0, 500_000);
    assertThat(account.affords(0, 400, 0)).isTrue();
    assertThat(account.affords(0, 401, 0)).isFalse();
    account.trade(0, 400, 500_000, 0, 0);
    assertThat(account.affords(0, 401, 0)).isFalse();
    assertThat(account.affords(0, -400, 0)).as("turning frees what it needs").isTrue();
    assertThat(account.affords(0, -401, 0)).isFalse();
  }

  /** 3,000 are lost of a margin of 2,500; 7,500 of cash buy 3,191 contracts at 2.35 each the other way. */
  @Test
  void shouldFreeNothingOfAMarginThatIsGone() {
    Account account = linear("10000");
    account.isolation().set(0, true);
    account.trade(0, 1_000, 500_000, 0, 0);
    account.mark(0, 470_000);
    assertThat(account.isolation().equity(0)).isEqualTo(-Money.of("500"));
    assertThat(account.affords(0, -3_191, 0)).isTrue();
    assertThat(account.affords(0, -3_192, 0)).isFalse();
  }

  @Test
  void shouldStandWhereAllMoneyIsInIsolatedMargins() {
    Account account = linear("2500");
    account.isolation().set(0, true);
    account.trade(0, 1_000, 500_000, 0, 0);
    assertThat(account.crossEquity()).isZero();
    assertThat(account.mustLiquidate()).isFalse();
    account.trade(0, 0, 500_000, 1, 0);
    assertThat(account.crossEquity()).as("a unit is owed").isEqualTo(-1);
    assertThat(account.mustLiquidate()).isTrue();
  }

  @Test
  void shouldBookACloseoutItsFeeAndItsCover() {
    Account account = linear("10000");
    account.isolation().set(0, true);
    account.trade(0, 1_000, 500_000, 0, 0);
    Closeout.reduce(account, 0, -1_000, 473_000);
    assertThat(account.isolation().margin(0)).isEqualTo(-Money.of("200"));
    Closeout.cover(account, 0, Money.of("200"));
    assertThat(account.equity()).isEqualTo(Money.of("7500"));
    assertThat(account.stepRealised()).isEqualTo(-Money.of("2500"));
    account.verify();
    assertThatThrownBy(() -> Closeout.reduce(account, 0, 1, 473_000))
        .hasMessageContaining("held are 0");
    assertThatThrownBy(() -> Closeout.fee(account, 0, -1)).hasMessageContaining("fee must be >= 0");
  }

  @Test
  void shouldRefuseWhatMarginModesForbid() {
    Account shares = World.account(1_000);
    assertThatThrownBy(() -> shares.isolation().set(World.SHARE, true))
        .hasMessageContaining("SPY is no perpetual");
    Account account = linear("1000");
    account.trade(0, 1, 500_000, 0, 0);
    assertThatThrownBy(() -> account.isolation().set(0, true))
        .hasMessageContaining("held are 1 lots");
    assertThatThrownBy(() -> account.isolation().add(0, 1)).hasMessageContaining("not isolated");
    assertThatThrownBy(() -> account.isolation().leverage(0, -1)).hasMessageContaining(">= 0");
  }

  @Test
  void shouldTakeAllOfAMarginBackButNoMore() {
    Account account = linear("1000");
    account.isolation().set(0, true);
    account.isolation().add(0, Money.of("300"));
    assertThat(account.crossEquity()).isEqualTo(Money.of("700"));
    assertThatThrownBy(() -> account.isolation().add(0, -Money.of("300") - 1))
        .hasMessageContaining("cannot add -300.00000001");
    account.isolation().add(0, -Money.of("300"));
    assertThat(account.crossEquity()).isEqualTo(Money.of("1000"));
    account.isolation().set(0, false);
    account.deposit(0, -Money.of("1000"));
    assertThat(account.mustLiquidate()).as("nothing is isolated any more").isTrue();
  }

  @Test
  void shouldResumeWithItsModes() throws IOException {
    Account account = linear("10000");
    account.isolation().set(0, true);
    account.isolation().leverage(0, 7);
    account.trade(0, 1_000, 500_000, 0, 0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    account.save(new DataOutputStream(bytes));
    Account other = linear("0");
    other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    other.verify();
    assertThat(other.isolation().margin(0)).isEqualTo(Money.of("2500"));
    assertThat(other.isolation().leverage(0)).isEqualTo(7);
    assertThat(other.crossEquity()).isEqualTo(account.crossEquity());
  }
}

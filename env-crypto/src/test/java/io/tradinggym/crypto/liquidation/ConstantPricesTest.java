package io.tradinggym.crypto.liquidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.crypto.funding.FundingStamps;
import io.tradinggym.crypto.margin.Tables;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Carry;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.cost.Percent;
import io.tradinggym.market.instrument.Instrument;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Nobody earns where nothing moves, and nobody escapes funding for free. */
class ConstantPricesTest {
  private static final long PRICE = 500_000;
  private static final long RATE = 10_000;

  private static Account account(Instrument instrument) {
    Account account =
        new Desk(List.of(instrument), Tables.BTC_2024, new LiquidationTerms(0, true), 0).trader;
    account.reset(Money.of("1000000"));
    account.mark(0, PRICE);
    return account;
  }

  private static long fee(Account account, long lots) {
    long notional = account.notionalAt(0, PRICE, Math.abs(lots));
    return Percent.CRYPTO_PERPETUAL.charge(notional, lots, account.lotsPerUnit(0), false, 0);
  }

  @Property
  void noPolicyProfitsFromConstantPrices(
      @ForAll @Size(max = 40) List<@LongRange(min = -20_000, max = 20_000) Long> orders,
      @ForAll @IntRange(max = 1) int kind,
      @ForAll boolean isolated) {
    Account account = account(kind == 0 ? Desk.LINEAR : Desk.INVERSE);
    account.isolation().set(0, isolated);
    long start = account.equity();
    long last = start;
    for (long lots : orders) {
      account.trade(0, lots, PRICE, fee(account, lots), 0);
      account.verify();
      assertThat(account.equity()).isLessThanOrEqualTo(start);
    }
    account.trade(0, -account.lots(0), PRICE, fee(account, -account.lots(0)), 0);
    assertThat(account.equity()).isLessThanOrEqualTo(last);
    assertThat(start - account.equity() >= account.balance(0, Entry.COMMISSION)).isTrue();
  }

  @Example
  void flatteningAMomentBeforeTheStampPaysTwoFeesAndNoFunding() {
    FundingStamps stamps = FundingStamps.hours(8);
    long stamp = stamps.after(0);
    Account flat = account(Desk.LINEAR);
    Account stays = account(Desk.LINEAR);
    flat.trade(0, 1_000, PRICE, 0, 0);
    stays.trade(0, 1_000, PRICE, 0, 0);
    long time = stamp - 60_000;
    long fee = fee(flat, 1_000);
    assertThat(fee).as("5 basis points of 50,000").isEqualTo(Money.of("25"));
    flat.trade(0, -1_000, PRICE, fee, 0);
    pay(flat, stamps.between(time, stamp));
    pay(stays, stamps.between(time, stamp));
    flat.trade(0, 1_000, PRICE, fee, 0);
    assertThat(flat.balance(0, Entry.FUNDING)).isZero();
    assertThat(flat.equity()).isEqualTo(Money.of("999950"));
    assertThat(stays.equity()).as("0.01 % of 50,000").isEqualTo(Money.of("999995"));
  }

  private static void pay(Account account, long times) {
    for (long i = 0; i < times; i++) {
      Carry.fund(account, 0, RATE);
    }
  }
}

package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.InversePerpetual;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.market.instrument.SpotPair;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A spot pair, a linear and an inverse perpetual of one coin as positions of one account, counted in USDT. */
class OneCryptoAccountTest {
  private static final Currency USDT = new Currency("USDT");
  private static final Currency BTC = new Currency("BTC");
  private static final int SPOT = 0;
  private static final int LINEAR = 1;
  private static final int INVERSE = 2;
  private static final int COINS = 1;
  private static final long TICKS = 500_000;

  private static Account account() {
    Account account =
        new Account(
            List.of(
                new SpotPair("BTC/USDT", BTC, USDT, Money.UNITS / 10, 1_000),
                new Perpetual("BTCUSDT-PERP", BTC, USDT, Money.UNITS / 10, 1_000),
                new InversePerpetual(
                    "BTCUSD-PERP", BTC, new Currency("USD"), Money.UNITS / 10, Money.of("100"))),
            USDT,
            FlatMargin.leverage(5));
    account.reset(Money.of("100000"));
    account.rate(COINS, 50_000, 1);
    return account;
  }

  private static void move(Account account, long ticks) {
    for (int asset = SPOT; asset <= INVERSE; asset++) {
      account.mark(asset, ticks);
    }
    account.rate(COINS, ticks, 10);
  }

  @Example
  void everyKindAddsItsOwnProfitInTheCurrencyItSettlesIn() {
    Account account = account();
    account.trade(SPOT, 1_000, TICKS, 0, 0);
    account.trade(LINEAR, -2_000, TICKS, 0, 0);
    account.trade(INVERSE, 500, TICKS, 0, 0);
    assertThat(account.exposure(INVERSE)).as("50,000 dollars").isEqualTo(Money.of("1"));
    move(account, 400_000);
    assertThat(account.unrealised(LINEAR)).as("2 sold, 10,000 lower").isEqualTo(Money.of("20000"));
    assertThat(account.unrealised(INVERSE))
        .as("1 - 50,000 / 40,000 coins")
        .isEqualTo(-Money.of("0.25"));
    assertThat(account.equity())
        .as("100,000 - 10,000 + 20,000 - 0.25 x 40,000")
        .isEqualTo(Money.of("100000"));
    account.trade(INVERSE, -500, 400_000, 0, 0);
    assertThat(account.balance(COINS, Entry.CASH))
        .as("coins are owed")
        .isEqualTo(-Money.of("0.25"));
    assertThat(account.equity()).isEqualTo(Money.of("100000"));
    account.verify();
  }

  /** A coin-margined short of what spot is worth: its worth in dollars does not move. */
  @Example
  void aShortInverseHedgesItsCollateral() {
    Account account = account();
    account.convert(0, Money.of("50000"), COINS, Money.of("1"));
    account.trade(INVERSE, -500, TICKS, 0, 0);
    for (long ticks : new long[] {250_000, 400_000, 800_000, 1_000_000}) {
      move(account, ticks);
      assertThat(account.equity()).as("at %d", ticks / 10).isEqualTo(Money.of("100000"));
    }
    account.verify();
  }

  @Property
  void booksBalanceWhateverIsDone(
      @ForAll List<@IntRange(min = -500, max = 500) Integer> orders,
      @ForAll @IntRange(min = 100_000, max = 2_000_000) int ticks) {
    Account account = account();
    Recount recount = new Recount(account);
    account.isolation().set(LINEAR, true);
    for (int i = 0; i < orders.size(); i++) {
      account.trade(i % 3, orders.get(i), TICKS + i, 3, 1);
      account.verify();
      recount.check();
      Carry.fund(account, 1 + i % 2, orders.get(i) * 100L);
      account.verify();
      recount.check();
    }
    move(account, ticks);
    account.verify();
  }
}

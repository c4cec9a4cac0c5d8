package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.LaneState;
import io.tradinggym.api.Snapshots;
import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account in two currencies, with longs, shorts and a margin of its own, carried over to another in each way. */
class AccountCarriedTest {
  private static Account lived() {
    Account account = World.account(1_000_000);
    account.rate(1, 11, 10);
    account.deposit(1, Money.of("5000"));
    account.time(1_000);
    account.trade(World.SHARE, 300, 10_050, Money.of("1.50"), Money.of("0.25"));
    account.trade(World.FOREIGN, -40, 9_000, Money.of("2"), 0);
    account.trade(World.CALL, -2, 250, Money.of("1.30"), 0);
    account.trade(World.PUT, 3, 180, Money.of("1.95"), 0);
    account.isolation().set(World.PERPETUAL, true);
    account.isolation().leverage(World.PERPETUAL, 3);
    account.isolation().leverage(World.SHARE, 5);
    account.trade(World.PERPETUAL, 70, 400_000, Money.of("5"), 0);
    account.mark(World.SHARE, 10_400);
    account.mark(World.PERPETUAL, 390_000);
    account.beginStep();
    account.time(2_000);
    account.trade(World.SHARE, -100, 10_500, Money.of("0.75"), Money.of("0.10"));
    Carry.fund(account, World.PERPETUAL, 10_000);
    account.verify();
    return account;
  }

  private static void restored(Account from, Account to) {
    Snapshots.restore(to, Snapshots.take(from));
  }

  private static void loaded(Account from, Account to) {
    LaneState source = from.laneState().orElseThrow();
    // Somewhere in a row that others use, too.
    long[] row = new long[source.size() + 7];
    Arrays.fill(row, -99);
    source.store(row, 4);
    assertThat(Arrays.copyOf(row, 4)).containsOnly(-99);
    assertThat(Arrays.copyOfRange(row, row.length - 3, row.length)).containsOnly(-99);
    to.laneState().orElseThrow().load(row, 4);
  }

  private static void copied(Account from, Account to) {
    to.copy(from);
  }

  private static BiConsumer<Account, Account> way(String by) {
    return switch (by) {
      case "restored" -> AccountCarriedTest::restored;
      case "loaded" -> AccountCarriedTest::loaded;
      default -> AccountCarriedTest::copied;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"restored", "loaded", "copied"})
  void everythingIsCarriedOverAndGoesOnAlike(String by) {
    BiConsumer<Account, Account> carry = way(by);
    Account account = lived();
    Account other = World.account(7);
    other.trade(World.SHARE, 1, 100, 0, 0);
    other.mark(World.SHARE, 90);
    carry.accept(account, other);
    assertSame(other, account);
    for (Account each : new Account[] {account, other}) {
      each.beginStep();
      each.mark(World.FOREIGN, 9_500);
      each.trade(World.CALL, 2, 300, Money.of("1.30"), 0);
      each.trade(World.PERPETUAL, -30, 395_000, Money.of("2"), 0);
      each.verify();
    }
    assertSame(other, account);
  }

  private static void assertSame(Account actual, Account expected) {
    assertThat(actual.time()).isEqualTo(expected.time());
    assertThat(actual.equity()).isEqualTo(expected.equity());
    assertThat(actual.crossEquity()).isEqualTo(expected.crossEquity());
    assertThat(actual.initialMargin()).isEqualTo(expected.initialMargin());
    assertThat(actual.maintenanceMargin()).isEqualTo(expected.maintenanceMargin());
    assertThat(actual.gross()).isEqualTo(expected.gross());
    assertThat(actual.net()).isEqualTo(expected.net());
    assertThat(actual.isolating).isEqualTo(expected.isolating);
    assertThat(actual.isolation().chosen()).isEqualTo(expected.isolation().chosen());
    for (int asset = 0; asset < expected.assets(); asset++) {
      assertThat(actual.lots(asset)).isEqualTo(expected.lots(asset));
      assertThat(actual.exposure(asset)).isEqualTo(expected.exposure(asset));
      assertThat(actual.unrealised(asset)).isEqualTo(expected.unrealised(asset));
      assertThat(actual.isolation().on(asset)).isEqualTo(expected.isolation().on(asset));
      assertThat(actual.isolation().margin(asset)).isEqualTo(expected.isolation().margin(asset));
      assertThat(actual.isolation().leverage(asset))
          .isEqualTo(expected.isolation().leverage(asset));
    }
    for (Entry entry : Entry.values()) {
      for (int currency = 0; currency < 2; currency++) {
        assertThat(actual.balance(currency, entry))
            .as("%s of currency %d", entry, currency)
            .isEqualTo(expected.balance(currency, entry));
      }
    }
    assertThat(actual.step().fees).isEqualTo(expected.step().fees);
    assertThat(actual.step().carry).isEqualTo(expected.step().carry);
    assertThat(actual.step().traded).isEqualTo(expected.step().traded);
    assertThat(actual.step().realised).isEqualTo(expected.step().realised);
    assertThat(Snapshots.take(actual)).isEqualTo(Snapshots.take(expected));
  }

  /** Nothing is left of isolated margins and chosen leverages where the account that comes has none. */
  @ParameterizedTest
  @ValueSource(strings = {"restored", "loaded", "copied"})
  void aPlainAccountReplacesOneOfManyModes(String by) {
    Account plain = World.account(500);
    plain.trade(World.SHARE, 2, 10_000, 0, 0);
    Account isolated = lived();
    way(by).accept(plain, isolated);
    assertSame(isolated, plain);
    Account chosen = World.account(3);
    chosen.isolation().leverage(World.SHARE, 4);
    way(by).accept(plain, chosen);
    assertSame(chosen, plain);
  }

  /** In one currency the sums of what is held are kept instead of worked out. */
  @ParameterizedTest
  @ValueSource(strings = {"restored", "loaded", "copied"})
  void sumsInOneCurrencyAreCarriedOver(String by) {
    List<Instrument> shares = List.of(Equity.printed("A"), Equity.printed("B"));
    Account account = new Account(shares, Currency.USD, FlatMargin.leverage(2));
    account.reset(Money.of("10000"));
    account.trade(0, 30, 10_000, 0, 0);
    account.trade(1, -20, 5_000, 0, 0);
    Account other = new Account(shares, Currency.USD, FlatMargin.leverage(2));
    way(by).accept(account, other);
    for (Account each : new Account[] {account, other}) {
      assertThat(each.gross()).isEqualTo(Money.of("4000"));
      assertThat(each.net()).isEqualTo(Money.of("2000"));
      each.mark(1, 6_000);
      assertThat(each.gross()).isEqualTo(Money.of("4200"));
      assertThat(each.net()).isEqualTo(Money.of("1800"));
    }
  }

  /**
   * 100 shares sold at 105.00 that cost 100.50, which are 10,500 dollars; funding is a ten-thousandth of 0.07 coins at
   * 39,000.
   */
  @Test
  void theStepCountsWhatWasPaidAndEarnedInIt() {
    Account account = lived();
    assertThat(account.step().traded).isEqualTo(Money.of("10500"));
    assertThat(account.step().realised).isEqualTo(Money.of("450"));
    assertThat(account.step().carry).isEqualTo(Money.of("0.273"));
  }

  @Test
  void aResetLeavesNothingOfTheLifeBefore() {
    Account account = lived();
    account.isolation().leverage(World.SHARE, 3);
    account.reset(Money.of("1000"));
    assertThat(Snapshots.take(account)).isEqualTo(Snapshots.take(World.account(1000)));
    assertThat(account.gross()).isZero();
    assertThat(account.stepFees()).isZero();
    assertThat(account.initialMargin()).isZero();
    assertThat(account.maintenanceMargin()).isZero();
    account.verify();
  }
}

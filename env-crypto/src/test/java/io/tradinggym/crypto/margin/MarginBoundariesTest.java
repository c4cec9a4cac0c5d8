package io.tradinggym.crypto.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.InversePerpetual;
import io.tradinggym.market.instrument.Perpetual;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers that may just be, and those beside them that may not; the account's side of the tables. */
class MarginBoundariesTest {
  private static final Currency BTC = new Currency("BTC");

  /** Ticks of 0.10, a thousand lots a coin. */
  private static final Perpetual LINEAR =
      new Perpetual("BTCUSDT", BTC, Currency.USD, Money.UNITS / 10, 1_000);

  private static final MarginTiers TABLE = Tables.of("50000 4000 125 0", "600000 5000 100 50");

  private static Account account(MarginSchedule... schedules) {
    List<Perpetual> all = List.of(LINEAR, new Perpetual("B", BTC, Currency.USD, 10_000_000, 1_000));
    Account account =
        new Account(
            all.subList(0, schedules.length),
            Currency.USD,
            new ScheduledMargin(List.of(schedules)));
    account.reset(Money.of("1000"));
    for (int asset = 0; asset < schedules.length; asset++) {
      account.mark(asset, 100_000);
    }
    return account;
  }

  private static void refused(Runnable what, String why) {
    assertThatIllegalArgumentException().isThrownBy(what::run).withMessageContaining(why);
  }

  @Test
  void aRowHoldsItsBounds() {
    assertThat(new MarginTier(1, 0, 1, 0).leverage()).isOne();
    assertThat(new MarginTier(1, 999_999, 1_000, 0).leverage()).isEqualTo(1_000);
    refused(() -> new MarginTier(0, 0, 1, 0), "upTo must be > 0");
    refused(() -> new MarginTier(1, -1, 1, 0), "rate must be in");
    refused(() -> new MarginTier(1, 1_000_000, 1, 0), "rate must be in");
    refused(() -> new MarginTier(1, 0, 0, 0), "leverage must be in");
    refused(() -> new MarginTier(1, 0, 1_001, 0), "leverage must be in");
    refused(() -> new MarginTier(1, 0, 1, -1), "deduction must be >= 0");
  }

  @Test
  void aRowFollowsTheOneBefore() {
    assertThat(Tables.of("10 5000 10 0", "20 5000 10 0").tiers())
        .as("the same rate and leverage")
        .hasSize(2);
    refused(() -> Tables.of("10 5000 10 0", "10 5000 10 0"), "tier 2 must be larger");
    refused(() -> Tables.of("10 5000 10 0", "20 4999 10 0"), "tier 2 must be larger");
    refused(() -> Tables.of("10 5000 10 0", "20 5000 11 0"), "tier 2 must be larger");
    refused(() -> Tables.of("10 5000 10 1"), "tier 1: the deduction must be 0.00");
    assertThat(MarginTiers.flat(10_000, 100).leverageUpTo(1)).as("1 % at 100").isEqualTo(100);
    refused(() -> MarginTiers.flat(10_001, 100), "tier 1: a leverage of 100 leaves no room");
  }

  @Test
  void slidingRatesHoldTheirBounds() {
    assertThat(new SlidingMargin(1, 0, 0, 1).maxLeverage(0, 1, 1)).isEqualTo(1_000_000);
    assertThat(new SlidingMargin(1, 1, 0, 1).maintenanceRate(5)).isCloseTo(1e-6, within(1e-18));
    refused(() -> new SlidingMargin(0, 0, 0, 1), "rates must be");
    refused(() -> new SlidingMargin(1, -1, 0, 1), "rates must be");
    refused(() -> new SlidingMargin(1, 2, 0, 1), "rates must be");
    refused(() -> new SlidingMargin(1, 0, -1, 1), "rates must be");
    refused(() -> new SlidingMargin(1, 0, 0, 0), "most must be > 0");
    SlidingMargin most = new SlidingMargin(20_000, 10_000, 50, 100);
    // 1,000 lots a coin: 100 coins need 2.5 %, which 40 times lend.
    assertThat(most.maxLeverage(0, 100_000, 1_000)).isEqualTo(40);
    assertThat(most.maxLeverage(0, 101_000, 1_000)).isZero();
  }

  /** Whether the table allows the leverage that was chosen, at the end of a row and beside it. */
  @Test
  void leverageIsCheckedByTheRowOfTheSize() {
    Account account = account(TABLE);
    ScheduledMargin margin = new ScheduledMargin(List.of(TABLE));
    // 10,000 a coin: 5,000 lots are 50,000.
    account.isolation().leverage(0, 125);
    assertThat(margin.check(account, 0, 5_000)).isEqualTo(LeverageCheck.OK);
    assertThat(margin.check(account, 0, -5_001)).isEqualTo(LeverageCheck.ABOVE_TIER);
    account.isolation().leverage(0, 100);
    assertThat(margin.check(account, 0, -60_000)).isEqualTo(LeverageCheck.OK);
    assertThat(margin.check(account, 0, 60_001)).isEqualTo(LeverageCheck.TOO_LARGE);
  }

  /** The short cut says yes where the sum of all positions fits at what every table lends, and not beyond. */
  @Test
  void whatOpensAnyFitsTheLeastLeverage() {
    MarginTiers five = MarginTiers.flat(1_000, 5);
    Account account = account(TABLE, five);
    ScheduledMargin margin = new ScheduledMargin(List.of(TABLE, five));
    long equity = Money.of("100") + account.assets();
    assertThat(margin.opensAny(account, Money.of("499.9999"), equity)).isTrue();
    assertThat(margin.opensAny(account, Money.of("500.0001"), equity)).isFalse();
    // One table: 125 times up to 50,000, 100 beyond.
    Account one = account(TABLE);
    ScheduledMargin alone = new ScheduledMargin(List.of(TABLE));
    long free = Money.of("420") + one.assets();
    assertThat(alone.opensAny(one, Money.of("49999"), free)).as("400 of 420").isTrue();
    assertThat(alone.opensAny(one, Money.of("50001"), free)).as("500 of 420").isFalse();
    assertThat(alone.opensAny(one, Money.of("41999"), free)).as("at 100 times").isTrue();
    // To the unit: what is exactly at the limit is left to the exact sum, and so is the unit that
    // rounding up may take of each position.
    assertThat(margin.opensAny(account, 4, 1 + account.assets())).isTrue();
    assertThat(margin.opensAny(account, 5, 1 + account.assets())).isFalse();
    assertThat(margin.opensAny(account, 1, account.assets())).isFalse();
    one.isolation().leverage(0, 2);
    assertThat(alone.opensAny(one, 1, free)).as("a leverage was chosen").isFalse();
  }

  /** Where rates grow with the coins, an inverse contract's coins are its worth. */
  @Test
  void coinsOfAnInverseContractAreItsWorth() {
    SlidingMargin sliding = new SlidingMargin(20_000, 10_000, 50, 100);
    InversePerpetual inverse =
        new InversePerpetual("BTC-PERP", BTC, Currency.USD, Money.UNITS / 2, 10 * Money.UNITS);
    Account account = new Account(List.of(inverse), BTC, new ScheduledMargin(List.of(sliding)));
    account.reset(Money.of("10"));
    account.mark(0, 100_000); // 50,000
    long worth = Math.abs(account.notional(0, 10_000)); // 100,000 are 2 coins
    assertThat(worth).isEqualTo(Money.of("2"));
    ScheduledMargin margin = new ScheduledMargin(List.of(sliding));
    // 2 % and 2 x 0.005 % of 2 coins, 1 % and as much to keep.
    assertThat(margin.initial(account, 0, 10_000)).isEqualTo(Money.of("0.0402"));
    assertThat(margin.maintenance(account, 0, -10_000)).isEqualTo(Money.of("0.0202"));
    Account linear = account(sliding);
    // 2,000 lots are 2 coins worth 20,000.
    assertThat(margin.initial(linear, 0, 2_000)).isEqualTo(Money.of("402"));
    assertThat(margin.maintenance(linear, 0, -2_000)).isEqualTo(Money.of("202"));
  }

  /** Equity is the table's margin exactly at the price, wherever the row ends: long and short, both kinds. */
  @Test
  void liquidationAtTheEndOfARow() {
    // One coin from 51,000: 1,200 + p - 51,000 = 0.4 % of p at p = 50,000, the end of the first
    // row.
    double wallet = 0.004 * 50_000 + 1_000;
    assertThat(LiquidationPrice.linear(wallet, 1, 51_000, TABLE)).isCloseTo(50_000, within(1e-8));
    assertThat(LiquidationPrice.linear(0.004 * 50_000 + 1_000, -1, 49_000, TABLE))
        .isCloseTo(50_000, within(1e-8));
    // 500,000 contracts at 10: 50,000 coins, the end of the row, are lost at 10 with 200 coins.
    assertThat(LiquidationPrice.inverse(200, 500_000, 10, TABLE)).isCloseTo(10, within(1e-9));
    assertThat(LiquidationPrice.inverse(200, -500_000, 10, TABLE)).isCloseTo(10, within(1e-9));
  }

  /** Beyond the table its last row goes on: 0.5 % less 50. */
  @Test
  void liquidationBeyondTheTable() {
    double price = LiquidationPrice.linear(100_000, 20, 51_000, TABLE);
    assertThat(100_000 + 20 * (price - 51_000)).isCloseTo(20 * price * 0.005 - 50, within(1e-6));
    // A short one whose coins are gone exactly: no price takes more.
    assertThat(LiquidationPrice.inverseByEntry(12, -1_000, 100, 2)).isInfinite().isPositive();
  }
}

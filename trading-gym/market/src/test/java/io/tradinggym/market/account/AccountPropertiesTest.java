package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.market.Money;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class AccountPropertiesTest {
  private static final long CAPITAL = 1_000_000 * Money.UNITS;

  /** What may happen to an account: a kind of event and three numbers that it draws its details from. */
  record Event(int kind, int asset, long a, long b) {
    void apply(Account account) {
      long price = 9_000 + a % 2_000;
      switch (kind) {
        case 0, 1, 2 -> account.trade(asset, b, price, a % 1000 * 1_000_003, a % 7);
        case 3, 4 -> account.mark(asset, price);
        case 5 -> new Carry(30_000, 60_000, 5_000).accrue(account, 1 + (int) (a % 5));
        case 6 -> account.settle();
        case 7 -> CorporateActions.dividend(account, World.SHARE, a * 1_001);
        case 8 -> CorporateActions.split(account, World.SHARE, 1 + a % 7, 1 + Math.abs(b) % 7);
        case 9 -> Carry.fund(account, World.PERPETUAL, b * 1_003);
        case 10 -> CorporateActions.expire(account, asset % 2 == 0 ? World.CALL : World.PUT);
        case 11 -> account.convert(0, a * 1_000_000, 1, a * 930_001);
        default -> account.rate(1, 100 + a % 20, 100);
      }
    }
  }

  @Provide
  Arbitrary<List<Event>> events() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(0, World.ALL.size() - 1),
            Arbitraries.longs().between(0, 1_000_000),
            Arbitraries.longs().between(-500, 500))
        .as(Event::new)
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 1000)
  void booksBalanceUnderAnySequenceOfEvents(@ForAll("events") List<Event> events) {
    Account account = World.account(1_000_000);
    for (Event event : events) {
      event.apply(account);
      account.verify();
    }
  }

  @Property(tries = 1000)
  void whatTheListenerIsToldSumsToTheChangeInCash(@ForAll("events") List<Event> events) {
    Account account = World.account(1_000_000);
    Recount recount = new Recount(account);
    for (Event event : events) {
      event.apply(account);
      recount.check();
    }
  }

  @Property(tries = 1000)
  void marginSumsAreThoseOfThePositions(@ForAll("events") List<Event> events) {
    Account account = World.account(1_000_000);
    events.forEach(event -> event.apply(account));
    FlatMargin model = FlatMargin.leverage(2);
    long initial = 0;
    long maintenance = 0;
    for (int asset = 0; asset < account.assets(); asset++) {
      int currency = account.currency(asset);
      initial -= account.toBase(currency, -model.initial(account, asset, account.lots(asset)));
      maintenance -=
          account.toBase(currency, -model.maintenance(account, asset, account.lots(asset)));
    }
    assertThat(account.initialMargin()).isEqualTo(initial);
    assertThat(account.maintenanceMargin()).isEqualTo(maintenance);
  }

  @Property(tries = 1000)
  void withoutATradeThereIsNoProfit(@ForAll("events") List<Event> events) {
    Account account = World.account(1_000_000);
    for (Event event : events) {
      if (event.kind() > 2 && event.kind() < 11 && event.kind() != 5) {
        event.apply(account);
      }
    }
    assertThat(account.equity()).isEqualTo(CAPITAL);
  }

  @Property(tries = 1000)
  void aRoundTripAtOnePriceCostsExactlyItsFees(
      @ForAll @IntRange(max = 4) int asset,
      @ForAll @LongRange(min = -900, max = 900) long lots,
      @ForAll @LongRange(min = 1, max = 100_000) long price,
      @ForAll @LongRange(max = Money.UNITS) long fee) {
    Account account = World.account(1_000_000);
    account.trade(asset, lots, price, fee, 3);
    account.trade(asset, -lots, price, fee, 4);
    assertThat(account.equity()).isEqualTo(CAPITAL - 2 * fee - 7);
    assertThat(account.stepFees()).isEqualTo(2 * fee + 7);
  }

  @Property(tries = 1000)
  void longAndShortMirrorEachOther(
      @ForAll @LongRange(min = -900, max = 900) long first,
      @ForAll @LongRange(min = -900, max = 900) long second,
      @ForAll @LongRange(min = 1, max = 100_000) long p,
      @ForAll @LongRange(min = 1, max = 100_000) long q) {
    for (int asset = 0; asset < World.ALL.size(); asset++) {
      Account one = World.account(0);
      Account other = World.account(0);
      one.trade(asset, first, p, 0, 0);
      other.trade(asset, -first, p, 0, 0);
      one.trade(asset, second, q, 0, 0);
      other.trade(asset, -second, q, 0, 0);
      one.mark(asset, q);
      other.mark(asset, q);
      int currency = one.currency(asset);
      for (Entry entry : Entry.values()) {
        assertThat(one.balance(currency, entry))
            .as("%s", entry)
            .isEqualTo(-other.balance(currency, entry));
      }
    }
  }

  @Property(tries = 1000)
  void mergedFillsEqualOneFill(
      @ForAll @IntRange(max = 4) int asset,
      @ForAll @LongRange(min = 1, max = 900) long a,
      @ForAll @LongRange(min = 1, max = 900) long b,
      @ForAll @LongRange(min = 1, max = 100_000) long price) {
    Account parts = World.account(0);
    Account whole = World.account(0);
    parts.trade(asset, a, price, 0, 0);
    parts.trade(asset, b, price, 0, 0);
    whole.trade(asset, a + b, price, 0, 0);
    for (Entry entry : Entry.values()) {
      int currency = whole.currency(asset);
      assertThat(parts.balance(currency, entry)).isEqualTo(whole.balance(currency, entry));
    }
    assertThat(parts.cost(asset)).isEqualTo(whole.cost(asset));
  }

  @Property(tries = 1000)
  void aSplitLeavesEquityUnchanged(
      @ForAll @LongRange(min = -5_000, max = 5_000) long lots,
      @ForAll @LongRange(min = 1, max = 30) long numerator,
      @ForAll @LongRange(min = 1, max = 30) long denominator,
      @ForAll @LongRange(min = 1, max = 5_000) long newMark) {
    Account account = World.account(1_000_000);
    // A mark that the split turns into whole ticks.
    long old = newMark * numerator;
    account.trade(World.SHARE, lots, 777, 0, 0);
    account.mark(World.SHARE, old);
    long before = account.equity();
    CorporateActions.split(account, World.SHARE, numerator, denominator);
    account.verify();
    assertThat(account.mark(World.SHARE)).isEqualTo(old * denominator / numerator);
    assertThat(before - account.equity()).isZero();
  }

  @Property(tries = 1000)
  void aDividendAndTheDropOfThePriceAreNeutral(
      @ForAll @LongRange(min = -5_000, max = 5_000) long lots,
      @ForAll @LongRange(min = 1, max = 900) long cents) {
    Account account = World.account(1_000_000);
    account.trade(World.SHARE, lots, 10_000, 0, 0);
    CorporateActions.dividend(account, World.SHARE, cents * Money.UNITS / 100);
    account.mark(World.SHARE, 10_000 - cents);
    assertThat(account.equity()).isEqualTo(CAPITAL);
    account.settle();
    assertThat(account.equity()).isEqualTo(CAPITAL);
    assertThat(account.balance(0, Entry.ACCRUED)).isZero();
  }

  @Property(tries = 1000)
  void putAndCallAreAForwardAtExpiry(
      @ForAll @LongRange(min = 1, max = 50) long contracts,
      @ForAll @LongRange(min = 1, max = 30_000) long spot) {
    Account account = World.account(1_000_000);
    account.mark(World.SHARE, spot);
    account.trade(World.CALL, contracts, 500, 0, 0);
    account.trade(World.PUT, -contracts, 500, 0, 0);
    CorporateActions.expire(account, World.CALL);
    CorporateActions.expire(account, World.PUT);
    account.verify();
    assertThat(account.lots(World.SHARE)).isEqualTo(spot == World.STRIKE ? 0 : 100 * contracts);
    long forward = (spot - World.STRIKE) * Money.UNITS / 100 * 100 * contracts;
    assertThat(account.equity() - CAPITAL).isEqualTo(forward);
  }

  @Property(tries = 1000)
  void assignmentPreservesValue(
      @ForAll @LongRange(min = -50, max = 50) long contracts,
      @ForAll @LongRange(min = 1, max = 30_000) long spot) {
    for (int option : new int[] {World.CALL, World.PUT}) {
      Account account = World.account(1_000_000);
      account.mark(World.SHARE, spot);
      account.trade(option, contracts, 700, 0, 0);
      long intrinsic =
          Math.max(0, option == World.CALL ? spot - World.STRIKE : World.STRIKE - spot);
      account.mark(option, intrinsic);
      long before = account.equity();
      CorporateActions.expire(account, option);
      account.verify();
      assertThat(account.equity()).isEqualTo(before);
    }
  }

  @Property(tries = 1000)
  void fundingIsPaidByOneSideToTheOther(
      @ForAll @LongRange(min = 1, max = 5_000) long lots,
      @ForAll @LongRange(min = -50_000, max = 50_000) long rate) {
    Account longs = World.account(1_000_000);
    Account shorts = World.account(1_000_000);
    longs.trade(World.PERPETUAL, lots, 500_000, 0, 0);
    shorts.trade(World.PERPETUAL, -lots, 500_000, 0, 0);
    Carry.fund(longs, World.PERPETUAL, rate);
    Carry.fund(shorts, World.PERPETUAL, rate);
    long gain = longs.equity() - CAPITAL;
    long other = shorts.equity() - CAPITAL;
    assertThat(gain + other).as("rounding is against both").isBetween(-1L, 0L);
    assertThat(Long.signum(gain)).isEqualTo(-Long.signum(rate));
  }

  @Property(tries = 1000)
  void scalingPositionsAndCapitalScalesEquity(
      @ForAll @LongRange(min = 1, max = 20) long k,
      @ForAll @LongRange(min = -90, max = 90) long lots,
      @ForAll @LongRange(min = 1, max = 10_000) long p,
      @ForAll @LongRange(min = 1, max = 10_000) long q) {
    Account one = World.account(1_000);
    Account scaled = World.account(1_000 * k);
    one.trade(World.SHARE, lots, p, 0, 0);
    scaled.trade(World.SHARE, k * lots, p, 0, 0);
    one.mark(World.SHARE, q);
    scaled.mark(World.SHARE, q);
    assertThat(scaled.equity()).isEqualTo(k * one.equity());
  }

  @Property(tries = 1000)
  void overflowThrows(@ForAll @LongRange(min = 1L << 45) long lots) {
    Account account = World.account(1_000);
    assertThatThrownBy(() -> account.trade(World.SHARE, lots, 1_000, 0, 0))
        .isInstanceOf(ArithmeticException.class);
  }
}

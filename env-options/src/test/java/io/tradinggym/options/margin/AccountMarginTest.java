package io.tradinggym.options.margin;

import static io.tradinggym.options.execution.Ladder.SHARE;
import static io.tradinggym.options.execution.Ladder.asset;
import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.MarginModel;
import io.tradinggym.market.account.OptionTerms;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.SpotPair;
import io.tradinggym.options.execution.Ladder;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Equity that accounts need with the share at $100, in dollars, worked by hand. */
class AccountMarginTest {
  private static final long NOW = 0;

  private final Ladder ladder = new Ladder();
  private final Account account = ladder.account(100_000);

  private void hold(OptionType type, int strike, int days, int contracts, int cents) {
    account.trade(asset(type, strike, days), contracts, cents, 0, 0);
  }

  private void needs(double initial, double maintenance) {
    assertThat(Money.toDouble(account.initialMargin())).as("initial").isEqualTo(initial);
    assertThat(Money.toDouble(account.maintenanceMargin()))
        .as("maintenance")
        .isEqualTo(maintenance);
  }

  @Test
  void longOptionsArePaidInFullAndThreeQuartersBeyondNineMonths() {
    hold(CALL, 100, 30, 1, 300);
    needs(300, 300);
    hold(PUT, 100, 365, 1, 1_000);
    // The rest is lent only to accounts of 2,000.
    needs(1_300, 1_050);
    hold(PUT, 100, 365, 9, 1_000);
    needs(300 + 7_500, 300 + 7_500);
  }

  /**
   * Short strangle, 105 at 1.10 and 95 at 1.00: 1,710 of which 210 were received.
   */
  @Test
  void aShortStrangleNeedsItsGreaterSide() {
    hold(CALL, 105, 30, -2, 110);
    hold(PUT, 95, 30, -2, 100);
    needs(2 * (1_710 - 210), 2 * (1_710 - 210));
  }

  @Test
  void whoeverSellsShortNeedsTwoThousandDollarsToOpen() {
    hold(CALL, 105, 30, -1, 110);
    hold(PUT, 95, 30, -1, 100);
    needs(2_000, 1_710 - 210);
  }

  /** 700 is the wider side, 140 the credit. */
  @Test
  void anIronCondorNeedsItsWiderSideOnce() {
    hold(PUT, 90, 30, 10, 50);
    hold(PUT, 95, 30, -10, 120);
    hold(CALL, 105, 30, -10, 110);
    hold(CALL, 115, 30, 10, 40);
    needs(10 * (1_000 - 140), 10 * (1_000 - 140));
  }

  /** Two spreads sold to different months do not share their margin: the share may fall first and rise then. */
  @Test
  void sidesOfDifferentMonthsAreBothNeeded() {
    hold(PUT, 90, 30, 10, 50);
    hold(PUT, 95, 30, -10, 120);
    hold(CALL, 105, 60, -10, 210);
    hold(CALL, 115, 60, 10, 90);
    needs(10 * (500 - 70 + 1_000 - 120), 10 * (500 - 70 + 1_000 - 120));
  }

  /** The near call helps nobody once it has expired, so 110 less 105 is not all that the far spread may lose. */
  @Test
  void aLongCallThatExpiresFirstLimitsNothing() {
    hold(CALL, 100, 60, -10, 500);
    hold(CALL, 115, 60, 10, 100);
    hold(CALL, 105, 30, 10, 150);
    // Width 1,500; 100 and 150 paid for what counts for nothing, 500 received.
    needs(10 * (1_500 + 100 + 150 - 500), 10 * (1_500 + 100 + 150 - 500));
  }

  @Test
  void aCoveredCallNeedsTheMarginOfItsShares() {
    account.trade(SHARE, 100, 10_000, 0, 0);
    hold(CALL, 105, 30, -1, 200);
    needs(5_000 - 200, 2_500 - 200);
    account.mark(asset(CALL, 105, 30), 1_600);
    account.mark(SHARE, 12_000);
    // Shares count for 105 each: 1,500 not, a quarter of 10,500, and the call has 1,600 in cash
    // against it.
    assertThat(Money.toDouble(account.maintenanceMargin())).isEqualTo(1_500 + 2_625 - 1_600);
  }

  @Test
  void callsBeyondTheSharesAreNaked() {
    account.trade(SHARE, 100, 10_000, 0, 0);
    hold(CALL, 100, 30, -3, 300);
    needs(5_000 + 2 * 2_300 - 900, 2_500 + 2 * 2_300 - 900);
  }

  /** A tenth of 95 and the 5 down to it, 14.50 a share; in a collar as well, since a quarter of 105 is more. */
  @Test
  void putsProtectShares() {
    account.trade(SHARE, 200, 10_000, 0, 0);
    hold(PUT, 95, 30, 1, 100);
    needs(10_000 + 100, 1_450 + 2_500 + 100);
    hold(CALL, 105, 30, -2, 100);
    needs(10_000 + 100 - 200, 1_450 + 2_500 + 100 - 200);
  }

  @Test
  void sharesSoldShortCoverAPut() {
    account.trade(SHARE, -100, 10_000, 0, 0);
    hold(PUT, 105, 30, -1, 600);
    // 30 % of the shares, 500 in the money, 600 received.
    needs(5_000 + 500 - 600, 3_000 + 500 - 600);
  }

  @Test
  void anAccountBelowItsMaintenanceMustBeLiquidated() {
    hold(CALL, 100, 30, -40, 300);
    account.deposit(0, 80_000 * Money.UNITS - account.equity());
    assertThat(account.mustLiquidate()).isFalse();
    account.deposit(0, -1);
    assertThat(account.mustLiquidate()).isTrue();
  }

  /** Two naked calls at the money at 3.00: 20 % of 100 for the share, 15 % for the index. */
  @Test
  void everyUnderlyingHasItsOwnRules() {
    Equity share = Equity.printed("XYZ");
    Equity index = Equity.printed("SPX");
    Account both =
        new Account(
            List.of(share, index, call(share), call(index)),
            Currency.USD,
            new AccountMargin(
                u -> u.equals(index) ? ExchangeMargin.BROAD_INDEX : ExchangeMargin.EQUITY, null));
    both.reset(100_000 * Money.UNITS);
    both.mark(0, 10_000);
    both.mark(1, 10_000);
    both.time(NOW);
    both.trade(2, -1, 300, 0, 0);
    both.trade(3, -1, 300, 0, 0);
    assertThat(Money.toDouble(both.initialMargin())).isEqualTo(2_000 + 1_500);
  }

  private static OptionContract call(Equity underlying) {
    return new OptionContract(
        underlying.symbol() + " call",
        underlying,
        OptionContract.Right.CALL,
        OptionContract.Style.EUROPEAN,
        OptionContract.Settlement.CASH,
        10_000,
        30 * Ladder.DAY,
        Ladder.CENT,
        100);
  }

  @Test
  void onlySharesAndOptionsAreKnown() {
    Account other =
        new Account(
            List.of(new SpotPair("BTCUSD", new Currency("BTC"), Currency.USD, 1_000_000, 1_000)),
            Currency.USD,
            new AccountMargin(ExchangeMargin.EQUITY));
    other.trade(0, 1, 1, 0, 0);
    assertThatThrownBy(other::initialMargin)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BTCUSD");
  }

  @Test
  void positionsNeedAMarkOfTheirUnderlying() {
    account.mark(SHARE, 0);
    hold(CALL, 100, 30, -1, 300);
    assertThatThrownBy(account::initialMargin).hasMessageContaining("XYZ must be marked");
    Account timeless = new Ladder().account(1);
    timeless.reset(0);
    timeless.mark(SHARE, 10_000);
    timeless.trade(asset(CALL, 100, 30), 1, 300, 0, 0);
    assertThatThrownBy(timeless::initialMargin).hasMessageContaining("must be told the time");
  }

  /** 150.5 shares in lots of a hundredth. */
  @Test
  void sharesAreCountedInSharesNotInLots() {
    Equity share = new Equity("PART", Currency.USD, Ladder.CENT, 100);
    for (MarginModel model :
        List.of(
            new AccountMargin(ExchangeMargin.EQUITY),
            new ScenarioMargin(u -> new PortfolioMargin(0.25, 0.1, 0), 0, 0, null))) {
      Account parts = new Account(List.of(share), Currency.USD, model);
      parts.reset(100_000 * Money.UNITS);
      parts.time(NOW);
      parts.trade(0, 15_050, 10_000, 0, 0);
      assertThat(Money.toDouble(parts.maintenanceMargin())).isCloseTo(3_762.5, within(1e-6));
    }
  }

  /** A year away it counts for a quarter, 265 days away it does not. */
  @Test
  void timePassesForTheAccount() {
    hold(CALL, 100, 365, 1, 1_000);
    assertThat(Money.toDouble(account.maintenanceMargin())).isEqualTo(750);
    account.time(100 * Ladder.DAY);
    assertThat(Money.toDouble(account.maintenanceMargin())).isEqualTo(1_000);
  }

  /** The shares cover it, but alone it is naked: 23 a share, of which 3 came in. */
  @Test
  void aPositionMayBeAskedAboutAlone() {
    account.trade(SHARE, 100, 10_000, 0, 0);
    hold(CALL, 100, 30, -1, 300);
    int call = asset(CALL, 100, 30);
    assertThat(account.maintenanceMargin(call)).isEqualTo(2_000 * Money.UNITS);
    assertThat(account.maintenanceMargin(SHARE)).isEqualTo(2_500 * Money.UNITS);
    AccountMargin model = new AccountMargin(ExchangeMargin.EQUITY);
    assertThat(model.initial(account, call, -2)).isEqualTo(4_000 * Money.UNITS);
    assertThat(model.initial(account, SHARE, -100)).isEqualTo(5_000 * Money.UNITS);
    assertThat(model.maintenance(account, SHARE, -100)).isEqualTo(3_000 * Money.UNITS);
    assertThat(model.initial(account, call, 0)).isZero();
  }

  /** What is not held needs no mark; rules are asked for once, and anew where another share has taken the place. */
  @Test
  void aPlaceInTheAccountMayHoldAnotherShareLater() {
    List<String> asked = new ArrayList<>();
    AccountMargin model =
        new AccountMargin(
            share -> {
              asked.add(share.symbol());
              return share.symbol().equals("SPX")
                  ? ExchangeMargin.BROAD_INDEX
                  : ExchangeMargin.EQUITY;
            },
            null);
    Account slots = new Account(List.of(Equity.printed("IDLE")), Currency.USD, model, 2);
    slots.reset(100_000 * Money.UNITS);
    slots.time(NOW);
    for (String symbol : List.of("XYZ", "SPX")) {
      int share = slots.list(Equity.printed(symbol));
      slots.mark(share, 10_000);
      OptionTerms terms = new OptionTerms().of(OptionContract.Right.CALL, 10_000, 30 * Ladder.DAY);
      int call = slots.list(share, terms);
      for (int contracts = 1; contracts <= 3; contracts++) {
        slots.trade(call, -1, 300, 0, 0);
        double each = symbol.equals("XYZ") ? 2_000 : 1_500;
        assertThat(Money.toDouble(slots.maintenanceMargin())).isEqualTo(contracts * each);
        assertThat(model.maintenance(slots, slots.positions()))
            .isEqualTo(slots.maintenanceMargin());
      }
      slots.trade(call, 3, 300, 0, 0);
      slots.delist(call);
      slots.delist(share);
      assertThat(slots.maintenanceMargin()).isZero();
    }
    assertThat(asked).containsExactly("XYZ", "SPX");
  }

  /** The book and the statement of a strategy say the same: what must be there beyond the proceeds. */
  @Property(shrinking = ShrinkingMode.OFF)
  void anAccountNeedsWhatTheRulesAskOfItsStrategy(@ForAll long seed) {
    RandomStream random = RandomStreams.of(seed).stream("strategy");
    Ladder world = new Ladder();
    Account holder = world.account(1_000_000);
    Strategy.Builder strategy = Strategy.named("random");
    int[] days = {30, 60, 365};
    holder.trade(asset(CALL, 120, 30), -1, 1, 0, 0);
    strategy.leg(CALL, 120, 30 / 365.0, -1, 0.01);
    for (int i = 0; i < 6; i++) {
      OptionType type = random.bernoulli(0.5) ? CALL : PUT;
      int strike = 80 + 5 * random.integer(9);
      int expiry = days[random.integer(3)];
      int contracts = random.integer(11) - 5;
      int cents = 1 + random.integer(2_000);
      int asset = asset(type, strike, expiry);
      if (contracts != 0 && holder.lots(asset) == 0) {
        holder.trade(asset, contracts, cents, 0, 0);
        strategy.leg(type, strike, expiry / 365.0, contracts, cents / 100.0);
      }
    }
    double spare = ExchangeMargin.EQUITY.requirement(strategy.build(), 100).call();
    double least = Math.max(spare, 2_000);
    assertThat(Money.toDouble(holder.initialMargin())).isCloseTo(least, within(1e-6));
  }
}

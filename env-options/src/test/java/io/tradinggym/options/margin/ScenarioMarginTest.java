package io.tradinggym.options.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.account.OptionTerms;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.strategy.Strategy;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** An account under portfolio margin needs what the formula says of the same positions as a strategy. */
class ScenarioMarginTest {
  private static final double RATE = 0.03;
  private static final double YIELD = 0.01;
  private static final long DAY = 24 * 60 * 60 * 1000L;
  private static final long SPOT = 10_000;
  private static final int SHARE = 0;
  private static final int PERPETUAL = 1;

  private static Account account() {
    Account account =
        new Account(
            List.of(
                Equity.printed("AAA"),
                new Perpetual("PERP", new Currency("COIN"), Currency.USD, Money.UNITS / 100, 100)),
            Currency.USD,
            new ScenarioMargin(
                share -> PortfolioMargin.EQUITY, RATE, YIELD, FlatMargin.leverage(10)),
            8);
    account.reset(1_000_000 * Money.UNITS);
    account.time(0);
    account.mark(SHARE, SPOT);
    account.mark(PERPETUAL, SPOT);
    return account;
  }

  @Property
  void theAccountNeedsWhatTheStrategyNeeds(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = -400, max = 400) Integer> legs,
      @ForAll @IntRange(min = 1, max = 300) int most,
      @ForAll boolean sold) {
    int shares = sold ? -most : most;
    Account account = account();
    Strategy.Builder strategy = Strategy.named("random").shares(shares, 100);
    account.trade(SHARE, shares, SPOT, 0, 0);
    for (int leg = 0; leg < legs.size(); leg++) {
      boolean call = leg % 2 == 0;
      int strike = 80 + Math.floorMod(legs.get(leg), 41);
      int days = 10 + 20 * leg;
      int contracts = legs.get(leg) % 5;
      double inside = Math.max(call ? 100 - strike : strike - 100, 0);
      long cents = Math.round(100 * (inside + 2 + Math.floorMod(legs.get(leg), 3)));
      if (contracts != 0) {
        Right right = call ? Right.CALL : Right.PUT;
        int asset = account.list(SHARE, new OptionTerms().of(right, 100L * strike, days * DAY));
        account.mark(asset, cents);
        account.trade(asset, contracts, cents, 0, 0);
        OptionType type = call ? OptionType.CALL : OptionType.PUT;
        strategy.leg(type, strike, days / 365.0, contracts, cents / 100.0);
      }
    }
    double needed = PortfolioMargin.EQUITY.requirement(strategy.build(), 100, RATE, YIELD);
    assertThat(Money.toDouble(account.maintenanceMargin())).isCloseTo(needed, within(2e-6));
    assertThat(account.initialMargin()).isGreaterThanOrEqualTo(account.maintenanceMargin());
  }

  @Example
  void aPerpetualStandsBeside() {
    Account account = account();
    account.trade(PERPETUAL, 1_000, SPOT, 0, 0);
    assertThat(account.initialMargin()).isEqualTo(100 * Money.UNITS);
  }

  @Example
  void aHedgedShareNeedsLittle() {
    Account account = account();
    account.trade(SHARE, 100, SPOT, 0, 0);
    assertThat(Money.toDouble(account.maintenanceMargin())).isCloseTo(1_500, within(1e-6));
    int put = account.list(SHARE, new OptionTerms().of(Right.PUT, SPOT, 30 * DAY));
    account.mark(put, 250);
    account.trade(put, 1, 250, 0, 0);
    assertThat(Money.toDouble(account.maintenanceMargin())).isBetween(37.5, 300.0);
  }

  @Example
  void whatIsMissingIsNamed() {
    Account untold =
        new Account(
            List.of(Equity.printed("AAA")),
            Currency.USD,
            new ScenarioMargin(share -> PortfolioMargin.EQUITY, 0, 0, null),
            2);
    untold.reset(Money.UNITS);
    untold.mark(SHARE, SPOT);
    int call = untold.list(SHARE, new OptionTerms().of(Right.CALL, SPOT, DAY));
    untold.trade(call, 1, 100, 0, 0);
    assertThatThrownBy(untold::maintenanceMargin).hasMessageContaining("told the time");
  }

  /** Ten scenarios of a share say nothing of options on a perpetual: they are refused, not left out. */
  @Example
  void optionsOnWhatIsNoShareAreRefused() {
    Account account = account();
    int call = account.list(PERPETUAL, new OptionTerms().of(Right.CALL, SPOT, DAY));
    account.mark(call, 100);
    account.trade(call, 1, 100, 0, 0);
    assertThatThrownBy(account::maintenanceMargin)
        .hasMessageContaining("there are options on PERP");
  }
}

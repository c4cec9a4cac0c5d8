package io.tradinggym.options.execution;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.ListedOptions;
import io.tradinggym.market.exchange.Legs;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.strategy.OptionLeg;
import io.tradinggym.options.strategy.Strategy;

/** Strategies as orders of several legs. */
public final class StrategyLegs {
  private static final double DAY = 24 * 60 * 60 * 1000.0;
  private static final double YEAR = 365 * DAY;

  private StrategyLegs() {}

  /**
   * {@return the legs of a strategy as contracts that an account lists, those shares included that it has}
   *
   * @param strategy whose contracts and shares are ordered
   * @param account lists the contracts
   * @param underlying index of the underlying, from 0
   * @param now epoch milliseconds UTC; contracts expire within a day of the strategy's legs
   * @throws IllegalArgumentException naming the leg that is not listed
   */
  public static Legs of(Strategy strategy, Account account, int underlying, long now) {
    Legs legs = new Legs();
    for (OptionLeg leg : strategy.legs()) {
      legs.add(find(leg, account, underlying, now), leg.contracts());
    }
    if (strategy.shares() != 0) {
      legs.add(underlying, Math.round(strategy.shares() * account.lotsPerUnit(underlying)));
    }
    return legs;
  }

  private static int find(OptionLeg leg, Account account, int underlying, long now) {
    Right right = leg.type() == OptionType.CALL ? Right.CALL : Right.PUT;
    long strike = Math.round(leg.strike() * Money.UNITS / account.tickSize(underlying));
    double expiry = now + leg.years() * YEAR;
    int found = -1;
    double nearest = DAY;
    ListedOptions options = account.options();
    for (int i = 0; i < options.count(underlying); i++) {
      int asset = options.get(underlying, i);
      double distance = Math.abs(options.expiry(asset) - expiry);
      if (options.right(asset) == right && options.strike(asset) == strike && distance < nearest) {
        nearest = distance;
        found = asset;
      }
    }
    if (found < 0) {
      throw new IllegalArgumentException(
          "no " + right + " at " + leg.strike() + " in " + leg.years() + " years is listed");
    }
    return found;
  }
}

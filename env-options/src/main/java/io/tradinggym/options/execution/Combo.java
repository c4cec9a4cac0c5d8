package io.tradinggym.options.execution;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.ListedOptions;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.strategy.OptionLeg;
import io.tradinggym.options.strategy.Strategy;

/**
 * Legs that are traded together or not at all: assets of an account, each with its lots in one combination, negative
 * if sold. A leg may be the underlying: shares of a covered call. Reusable; for one thread.
 */
public final class Combo {
  /** Legs at most. */
  public static final int MOST_LEGS = 8;

  private static final double DAY = 24 * 60 * 60 * 1000.0;
  private static final double YEAR = 365 * DAY;

  private final int[] assets = new int[MOST_LEGS];
  private final long[] ratios = new long[MOST_LEGS];
  private int legs;

  /**
   * The legs of a strategy as contracts that an account lists, those shares included that it has.
   *
   * @param underlying asset
   * @param now epoch milliseconds; contracts expire within a day of the strategy's legs
   * @throws IllegalArgumentException naming the leg that is not listed
   */
  public static Combo of(Strategy strategy, Account account, int underlying, long now) {
    Combo combo = new Combo();
    for (OptionLeg leg : strategy.legs()) {
      combo.add(find(leg, account, underlying, now), leg.contracts());
    }
    if (strategy.shares() != 0) {
      combo.add(underlying, Math.round(strategy.shares() * account.lotsPerUnit(underlying)));
    }
    return combo;
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

  /** Removes all legs. */
  public Combo clear() {
    legs = 0;
    return this;
  }

  /**
   * Adds a leg.
   *
   * @param asset not a leg yet
   * @param ratio lots in one combination, positive bought, negative sold, not 0
   */
  public Combo add(int asset, long ratio) {
    if (ratio == 0) {
      throw new IllegalArgumentException("ratio of asset " + asset + " must not be 0");
    }
    if (legs == MOST_LEGS) {
      throw new IllegalArgumentException("more than " + MOST_LEGS + " legs");
    }
    for (int leg = 0; leg < legs; leg++) {
      if (assets[leg] == asset) {
        throw new IllegalArgumentException("asset " + asset + " is a leg already");
      }
    }
    assets[legs] = asset;
    ratios[legs] = ratio;
    legs++;
    return this;
  }

  /** Number of legs. */
  public int legs() {
    return legs;
  }

  /** Asset of a leg. */
  public int asset(int leg) {
    return assets[leg];
  }

  /** Lots of a leg in one combination. */
  public long ratio(int leg) {
    return ratios[leg];
  }
}

package io.tradinggym.crypto.liquidation;

import io.tradinggym.market.account.Account;

/**
 * The price at which closing a position leaves no money behind it: of an isolated position its own, of any other all
 * that the account shares. It is found exactly, in ticks of linear and inverse contracts alike.
 */
public final class Bankruptcy {
  /** Prices above so many times the mark are not looked for. */
  private static final long HIGHEST = 64;

  private Bankruptcy() {}

  /**
   * {@return the worst price, ticks, at which the position can be closed and nothing is owed; at least 1, at most 64
   * times the mark}
   *
   * @param account holds the position
   * @param asset index of the asset, from 0; its position is not 0
   */
  public static long ticks(Account account, int asset) {
    boolean held = account.lots(asset) > 0;
    long highest = HIGHEST * Math.max(1, account.mark(asset));
    long good = held ? highest : 1;
    long bad = held ? 0 : highest;
    while (Math.abs(good - bad) > 1) {
      long middle = (good + bad) >>> 1;
      if (left(account, asset, middle) >= 0) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }

  /** What would be left of the money behind a position after it is closed at a price; base currency unless isolated. */
  static long left(Account account, int asset, long ticks) {
    long change = Math.subtractExact(account.profitAt(asset, ticks), account.unrealised(asset));
    return account.isolation().on(asset)
        ? Math.addExact(account.isolation().equity(asset), change)
        : Math.addExact(account.crossEquity(), account.toBase(account.currency(asset), change));
  }

  /** Whether an account's position has to be liquidated now. */
  static boolean due(Account account, int asset) {
    return account.lots(asset) != 0
        && (account.isolation().on(asset) ? account.mustLiquidate(asset) : account.mustLiquidate());
  }
}

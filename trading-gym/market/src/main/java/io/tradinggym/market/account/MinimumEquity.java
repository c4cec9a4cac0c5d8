package io.tradinggym.market.account;

import io.tradinggym.market.Money;

/**
 * The least equity of whoever trades securities on margin in the US, FINRA rule 4210(b)(4): $2,000, "except that cash
 * need not be deposited in excess of the cost of any security purchased". It is asked for when something is opened, not
 * to keep what is held.
 *
 * <pre>
 * anything sold short or written     2,000
 * only bought                        min(2,000, value of what is held)
 * </pre>
 */
public final class MinimumEquity {
  /** The amount, money units. */
  public static final long AMOUNT = 2_000 * Money.UNITS;

  private MinimumEquity() {}

  /**
   * {@return what it asks of positions in shares, coins and options, money units of the base currency; perpetuals are
   * no securities}
   *
   * @param account whose marks and rates count
   * @param lots of each asset, held or as they would be
   */
  public static long of(Account account, Lots lots) {
    long bought = 0;
    for (int asset = 0; asset < account.assets(); asset++) {
      long held = lots.lots(asset);
      if (held != 0 && !account.contract(asset)) {
        if (held < 0) {
          return AMOUNT;
        }
        long value = account.toBase(account.currency(asset), account.notional(asset, held));
        bought = Math.min(AMOUNT, Math.addExact(bought, value));
      }
    }
    return bought;
  }
}

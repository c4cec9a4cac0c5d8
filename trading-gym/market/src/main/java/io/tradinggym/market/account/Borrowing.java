package io.tradinggym.market.account;

import io.tradinggym.market.instrument.SpotPair;

/**
 * Interest of a crypto margin account, charged by the millisecond and paid at once: on negative cash, and on the worth at the
 * mark of coins sold short. Rounded up.
 *
 * @param cash millionths a year of 365 days, >= 0: 50,000 is 5 %
 * @param coins millionths a year of 365 days, >= 0
 */
public record Borrowing(long cash, long coins) {
  /** Nothing costs anything. */
  public static final Borrowing FREE = new Borrowing(0, 0);

  private static final long YEAR_MILLIS = 365L * 86_400_000;
  private static final long MILLION = 1_000_000;

  /** Checks the rates. */
  public Borrowing {
    if (cash < 0 || coins < 0) {
      throw new IllegalArgumentException("rates must be >= 0, were " + cash + " and " + coins);
    }
  }

  /** Charges for a time; allocates nothing. */
  public void charge(Account account, long millis) {
    if (cash == 0 && coins == 0) {
      return;
    }
    long ofCash = factor(cash, millis);
    long ofCoins = factor(coins, millis);
    for (int asset = 0; asset < account.assets(); asset++) {
      if (account.lots(asset) < 0 && account.instrument(asset) instanceof SpotPair) {
        long fee = share(-account.exposure(asset), ofCoins);
        account.carry(account.currency(asset), Entry.CASH, Entry.BORROW, -fee);
      }
    }
    for (int currency = 0; currency < account.currencies().size(); currency++) {
      long held = account.balance(currency, Entry.CASH);
      if (held < 0) {
        account.carry(currency, Entry.CASH, Entry.INTEREST, -share(-held, ofCash));
      }
    }
  }

  /** What a time costs, 1e-12 of the amount, rounded up. */
  private static long factor(long rate, long millis) {
    return Math.ceilDiv(Math.multiplyExact(Math.multiplyExact(rate, millis), MILLION), YEAR_MILLIS);
  }

  /** amount x factor / 1e12, rounded up, without leaving 64 bits for accounts of billions. */
  private static long share(long amount, long factor) {
    long whole = Math.multiplyExact(amount / MILLION, factor);
    long rest = Math.ceilDiv(amount % MILLION * factor, MILLION);
    return Math.ceilDiv(Math.addExact(whole, rest), MILLION);
  }
}

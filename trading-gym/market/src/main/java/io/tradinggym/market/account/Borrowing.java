package io.tradinggym.market.account;

import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.SpotPair;

/**
 * Interest of a crypto margin account, charged by the millisecond and paid at once: on negative cash, and on the worth
 * at the mark of coins sold short: {@code amount x rate x time / year}, rounded up.
 *
 * @param cash rate on negative cash, millionths a year of 365 days, >= 0: 50,000 is 5 %
 * @param coins rate on coins sold short, millionths a year of 365 days, >= 0
 */
public record Borrowing(long cash, long coins) {
  /** Nothing costs anything. */
  public static final Borrowing FREE = new Borrowing(0, 0);

  private static final long YEAR_MILLIS = 365L * 86_400_000;
  private static final long MINUTE = 60_000;
  private static final long MILLION = 1_000_000;

  /** Checks the rates. */
  public Borrowing {
    if (cash < 0 || coins < 0) {
      throw new IllegalArgumentException("rates must be >= 0, were " + cash + " and " + coins);
    }
  }

  /**
   * Charges for a time; allocates nothing.
   *
   * @param account that pays
   * @param millis how long it has owed, milliseconds, >= 0
   */
  public void charge(Account account, long millis) {
    if (cash == 0 && coins == 0) {
      return;
    }
    // Whole minutes keep products small.
    boolean minutes = millis % MINUTE == 0;
    long time = minutes ? millis / MINUTE : millis;
    long year = MILLION * (minutes ? YEAR_MILLIS / MINUTE : YEAR_MILLIS);
    long ofCash = Math.multiplyExact(cash, time);
    long ofCoins = Math.multiplyExact(coins, time);
    for (int asset = 0; asset < account.assets(); asset++) {
      if (account.lots(asset) < 0 && account.instrument(asset) instanceof SpotPair) {
        long fee = Money.shareUp(-account.exposure(asset), ofCoins, year);
        account.income(asset, account.currency(asset), Entry.CASH, Entry.BORROW, -fee);
      }
    }
    for (int currency = 0; currency < account.currencies().size(); currency++) {
      long held = account.balance(currency, Entry.CASH);
      if (held < 0) {
        long interest = Money.shareUp(-held, ofCash, year);
        account.income(Account.NO_ASSET, currency, Entry.CASH, Entry.INTEREST, -interest);
      }
    }
  }
}

package io.tradinggym.market.account;

import io.tradinggym.market.Money;

/**
 * What holding costs as time goes by: interest on cash, fees for borrowed shares, funding of perpetuals. Interest and
 * borrow fees accrue until {@link Account#settle}; funding is paid at once. What is paid is rounded up, what is
 * received down.
 *
 * <p>Rates are in millionths a year over 360 days: 50,000 is 5 %.
 *
 * @param credit paid to the account on cash other than proceeds of short sales, millionths a year, >= 0
 * @param debit paid by the account on negative cash, millionths a year, >= 0
 * @param borrow paid by the account on 102 % of the value of shares sold short, priced up to a whole dollar, millionths
 *     a year, >= 0
 */
public record Carry(long credit, long debit, long borrow) {
  /** Money is free and earns nothing. */
  public static final Carry NONE = new Carry(0, 0, 0);

  private static final long YEAR = 360 * 1_000_000L;
  private static final long FUNDING_ONE = 100_000_000;

  /** Checks the rates. */
  public Carry {
    if (credit < 0 || debit < 0 || borrow < 0) {
      throw new IllegalArgumentException(
          "rates must be >= 0, were " + credit + ", " + debit + ", " + borrow);
    }
  }

  /**
   * {@return whether interest or fees can accrue now: not on cash that earns nothing, without debts}
   *
   * @param account whose cash and short positions are asked
   */
  public boolean accrues(Account account) {
    if (credit != 0) {
      return true;
    }
    if (borrow != 0 && account.positions().mayBeShort()) {
      return true;
    }
    boolean owes = false;
    for (int currency = 0; currency < account.currencies().size(); currency++) {
      owes |= account.balance(currency, Entry.CASH) < 0;
    }
    return debit != 0 && owes;
  }

  /**
   * Accrues so many days of interest and borrow fees.
   *
   * @param account that is charged and credited
   * @param days of the calendar, &gt;= 0: three over a weekend
   */
  public void accrue(Account account, int days) {
    if (!accrues(account)) {
      return;
    }
    for (int currency = 0; currency < account.currencies().size(); currency++) {
      long proceeds = 0;
      for (int asset = 0; asset < account.assets(); asset++) {
        if (account.currency(asset) == currency && isShortCash(account, asset)) {
          proceeds = Math.subtractExact(proceeds, account.exposure(asset));
          if (!account.options().is(asset)) {
            accrueBorrow(account, asset, days);
          }
        }
      }
      long cash = account.balance(currency, Entry.CASH);
      long free = Math.subtractExact(cash, proceeds);
      if (cash < 0) {
        long interest = Money.shareUp(-cash, debit * days, YEAR);
        account.income(Account.NO_ASSET, currency, Entry.ACCRUED, Entry.INTEREST, -interest);
      } else if (free > 0) {
        long interest = Money.shareDown(free, credit * days, YEAR);
        account.income(Account.NO_ASSET, currency, Entry.ACCRUED, Entry.INTEREST, interest);
      }
    }
  }

  private void accrueBorrow(Account account, int asset, int days) {
    long price = Math.multiplyExact(account.mark(asset), account.tickSize(asset));
    long whole = Math.multiplyExact(Math.ceilDiv(price, Money.UNITS), Money.UNITS);
    long value = Money.shareUp(whole, -account.lots(asset), account.lotsPerUnit(asset));
    long collateral = Money.shareUp(value, 102, 100);
    long fee = Money.shareUp(collateral, borrow * days, YEAR);
    account.income(asset, account.currency(asset), Entry.ACCRUED, Entry.BORROW, -fee);
  }

  private static boolean isShortCash(Account account, int asset) {
    return account.lots(asset) < 0 && !account.contract(asset);
  }

  /**
   * Pays one stamp of a perpetual's funding: {@code exposure x rate}; longs pay when the rate is positive.
   *
   * @param account that pays or receives
   * @param asset index of a perpetual, from 0
   * @param rate of one settlement, in 1e-8 of the exposure: 10,000 is 0.01 %; below 0 shorts pay
   * @throws IllegalArgumentException if the asset is no perpetual
   */
  public static void fund(Account account, int asset, long rate) {
    if (!account.contract(asset)) {
      throw new IllegalArgumentException(
          account.instrument(asset).symbol() + " is no perpetual and has no funding");
    }
    account.listener().funding(asset, rate);
    long exposure = account.exposure(asset);
    if (exposure == 0) {
      return;
    }
    boolean pays = exposure > 0 == rate > 0;
    long size = Math.abs(exposure);
    long amount =
        pays
            ? -Money.shareUp(size, Math.abs(rate), FUNDING_ONE)
            : Money.shareDown(size, Math.abs(rate), FUNDING_ONE);
    if (amount != 0) {
      account.earn(asset, Entry.FUNDING, amount);
    }
  }
}

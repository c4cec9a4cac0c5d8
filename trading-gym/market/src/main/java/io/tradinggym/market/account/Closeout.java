package io.tradinggym.market.account;

import io.tradinggym.market.Money;

/**
 * What a venue does to an account that can no longer carry its positions: it closes them without giving margin back,
 * charges for it, and makes up for a loss that no money is left for. The other side of fee and cover is the venue's
 * insurance fund.
 */
public final class Closeout {
  private Closeout() {}

  /**
   * Closes lots at a price, ticks. An isolated position's profit or loss is booked in its balance, which stays where it
   * is.
   *
   * @param account whose position it is
   * @param asset index of the asset, from 0
   * @param lots to trade: of the other sign than those held and not more of them
   * @param ticks price in ticks
   * @throws IllegalArgumentException if the lots do not close lots held
   */
  public static void reduce(Account account, int asset, long lots, long ticks) {
    long held = account.lots(asset);
    if (lots == 0 || Math.abs(lots) > Math.abs(held) || held > 0 == lots > 0) {
      throw new IllegalArgumentException(
          "a closeout of "
              + account.instrument(asset).symbol()
              + " must close lots held; held are "
              + held
              + ", lots "
              + lots);
    }
    account.closeOut(asset, lots, ticks);
  }

  /**
   * Charges a liquidation fee, money units of the asset's currency, >= 0.
   *
   * @param account that pays
   * @param asset index of the asset whose position was closed, from 0
   * @param amount money units, >= 0
   * @throws IllegalArgumentException if it is negative
   */
  public static void fee(Account account, int asset, long amount) {
    require("fee", amount);
    account.earn(asset, Entry.LIQUIDATION, -amount);
  }

  /**
   * Pays into the account what a closed position lost beyond its money, >= 0; counted as realised.
   *
   * @param account that is paid
   * @param asset index of the asset whose position was closed, from 0
   * @param amount money units of the asset's currency, >= 0
   * @throws IllegalArgumentException if it is negative
   */
  public static void cover(Account account, int asset, long amount) {
    require("cover", amount);
    account.earn(asset, Entry.INSURANCE, amount);
  }

  private static void require(String what, long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException(what + " must be >= 0, was " + Money.format(amount));
    }
  }
}

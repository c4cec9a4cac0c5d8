package io.tradinggym.crypto.funding;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Carry;
import io.tradinggym.market.account.Entry;

/**
 * One stamp settled between accounts. The venue takes nothing: what longs and shorts pay and receive cancels, but for
 * the units that rounding keeps from both, and those are told.
 */
public final class FundingRound {
  private FundingRound() {}

  /**
   * Every account pays or receives {@code exposure x rate} at its mark.
   *
   * @param accounts whose positions in the asset cancel
   * @param asset index of the asset, from 0
   * @param rate in units of 1e-8; longs pay when it is positive
   * @return what rounding kept, money units of the asset's currency, in [0, number of accounts]; somebody (the
   *     insurance fund) has to receive it for the sum of all money to stay what it was
   */
  public static long settle(Account[] accounts, int asset, long rate) {
    long sum = 0;
    for (Account account : accounts) {
      int currency = account.currency(asset);
      long before = account.balance(currency, Entry.FUNDING);
      Carry.fund(account, asset, rate);
      sum += account.balance(currency, Entry.FUNDING) - before;
    }
    return sum;
  }
}

package io.tradinggym.market.account;

/**
 * How much equity an account's positions need, all together: a spread needs less than its legs, a covered call no more
 * than its shares. Asked of what is held or of what would be held, at the account's marks. Requirements that are simply
 * added up are a {@link PositionMargin}. Implementations allocate nothing; those that keep scratch memory serve one
 * account.
 */
public interface MarginModel {
  /**
   * Equity needed to open positions, without isolated ones.
   *
   * @param account the account
   * @param lots what would be held
   * @return money units of the base currency, rounded up, >= 0
   */
  long initial(Account account, Lots lots);

  /**
   * {@return the equity below which positions are liquidated, without isolated ones; money units of the base currency,
   * >= 0}
   *
   * @param account the account
   * @param lots of each position, held or as they would be
   */
  long maintenance(Account account, Lots lots);

  /**
   * Equity needed to open one position alone, as an isolated one is.
   *
   * @param account the account
   * @param asset index of the asset, from 0
   * @param lots of the asset, at its mark
   * @return money units of the asset's currency, >= 0
   */
  long initial(Account account, int asset, long lots);

  /**
   * {@return the equity below which one position alone is liquidated, money units of its currency, >= 0}
   *
   * @param account the account
   * @param asset index of the asset, from 0
   * @param lots of each position, held or as they would be
   */
  long maintenance(Account account, int asset, long lots);

  /**
   * {@return whether equity opens any positions whose worths add up to {@code gross}, both in money units of the
   * account's one currency: a cheap answer for those who have plenty} False where it depends on the positions.
   *
   * @param account the account
   * @param gross sum of absolute worths, money units
   * @param equity equity, in its currency
   */
  default boolean opensAny(Account account, long gross, long equity) {
    return false;
  }

  /**
   * {@return the largest part of a position's absolute value that maintenance asks, of any position; infinite if it has
   * no bound} Rounding comes on top.
   */
  default double mostMaintenance() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * {@return whether the asset may be sold short}
   *
   * @param account the account
   * @param asset index of the asset, from 0
   */
  default boolean mayShort(Account account, int asset) {
    return true;
  }
}

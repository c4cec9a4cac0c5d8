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
   * @param account whose marks, rates and isolation count; it stays as it is
   * @param lots of each asset that would be held
   * @return money units of the base currency, rounded up, >= 0
   */
  long initial(Account account, Lots lots);

  /**
   * {@return the equity below which positions are liquidated, without isolated ones; money units of the base currency,
   * >= 0}
   *
   * @param account whose marks, rates and isolation count; it stays as it is
   * @param lots of each asset, held or as they would be
   */
  long maintenance(Account account, Lots lots);

  /**
   * Equity needed to open one position alone, as an isolated one is.
   *
   * @param account whose mark counts; it stays as it is
   * @param asset index of the asset, from 0
   * @param lots of the asset; below 0 = short
   * @return money units of the asset's currency, >= 0
   */
  long initial(Account account, int asset, long lots);

  /**
   * {@return the equity below which one position alone is liquidated, money units of its currency, >= 0}
   *
   * @param account whose mark counts; it stays as it is
   * @param asset index of the asset, from 0
   * @param lots of the asset, held or as they would be; below 0 = short
   */
  long maintenance(Account account, int asset, long lots);

  /**
   * {@return whether equity opens any positions whose worths add up to {@code gross}, both in money units of the
   * account's one currency: a cheap answer for those who have plenty} False where it depends on the positions.
   *
   * @param account whose isolation counts; it stays as it is
   * @param gross sum of absolute worths, money units
   * @param equity money units
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
   * @param account that would sell
   * @param asset index of the asset, from 0
   */
  default boolean mayShort(Account account, int asset) {
    return true;
  }
}

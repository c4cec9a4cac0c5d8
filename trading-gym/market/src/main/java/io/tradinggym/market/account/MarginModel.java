package io.tradinggym.market.account;

/**
 * How much equity a position needs. Requirements are of a position alone; an account adds them up. Implementations are
 * immutable and allocate nothing.
 */
public interface MarginModel {
  /**
   * Equity needed to open a position of so many lots at the account's mark; money units of the asset's currency, >= 0.
   */
  long initial(Account account, int asset, long lots);

  /** Equity below which a position of so many lots at the account's mark is liquidated; >= 0. */
  long maintenance(Account account, int asset, long lots);

  /**
   * Whether equity opens any positions whose worths add up to {@code gross}, both in money units of the account's one
   * currency: a cheap answer for those who have plenty. False where it depends on the positions.
   */
  default boolean opensAny(Account account, long gross, long equity) {
    return false;
  }

  /**
   * Largest part of a position's absolute value that {@link #maintenance} asks, of any position; infinite if it has no
   * bound. Rounding comes on top.
   */
  default double mostMaintenance() {
    return Double.POSITIVE_INFINITY;
  }

  /** Whether the asset may be sold short. */
  default boolean mayShort(Account account, int asset) {
    return true;
  }
}

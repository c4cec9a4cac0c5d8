package io.tradinggym.market.account;

/**
 * Told of all that moves an account's positions and money, beside marks, as it happens: for traces, and for sub-books
 * that have to follow. Money is in units of 1e-8 of the asset's currency.
 *
 * <p>{@link #traded} and {@link #posted} together are complete: the sum of their amounts is the change in cash. The
 * other methods say beforehand what the postings that follow are about, so that they can be shared out exactly; they
 * are told even where the account itself holds nothing.
 */
public interface AccountListener {
  /** Nobody listens. */
  AccountListener NONE = new AccountListener() {};

  /**
   * A position changed hands, and is booked.
   *
   * @param reason {@link TradeReason#ORDER} for every trade on an exchange; else what else moved the lots
   * @param asset index of the asset, from 0
   * @param lots negative for a sale; may be 0 for an option that ends
   * @param perLot money units of a lot; of an inverse contract its price in ticks
   * @param commission fees in money units, negative for a rebate
   * @param charged cost beyond the price, money units, >= 0
   * @param realised profit of what was closed, before fees, money units
   * @param cash what it moved cash by, money units; below 0 = paid
   */
  default void traded(
      TradeReason reason,
      int asset,
      long lots,
      long perLot,
      long commission,
      long charged,
      long realised,
      long cash) {}

  /**
   * Money moved, other than by a trade: the balance of {@code debit} rose by the amount, that of {@code credit} fell by
   * it.
   *
   * @param asset whose position it belongs to; -1 if to none
   * @param currency index into {@link Account#currencies}
   * @param debit the ledger account that grows
   * @param credit the ledger account that shrinks
   * @param amount money units of the currency, 1e-8; may be negative
   */
  default void posted(int asset, int currency, Entry debit, Entry credit, long amount) {}

  /**
   * Goes ex dividend: so many money units a share.
   *
   * @param asset index of the asset, from 0
   * @param perUnit money units a share, >= 0
   */
  default void dividend(int asset, long perUnit) {}

  /**
   * A funding stamp: so many 1e-8 of the exposure; longs pay when it is positive.
   *
   * @param asset index of the asset, from 0
   * @param rate of one settlement, in 1e-8 of the exposure: 10,000 is 0.01 %; below 0 shorts pay
   */
  default void funding(int asset, long rate) {}

  /**
   * Shares split, {@code numerator} new ones for {@code denominator} old ones.
   *
   * @param asset index of the asset, from 0
   * @param numerator new shares, &gt;= 1
   * @param denominator old shares that they stand for, &gt;= 1
   * @param newMark at which lots left over are paid out, ticks
   */
  default void split(int asset, long numerator, long denominator, long newMark) {}

  /**
   * So many contracts held are exercised, or, negative, so many sold are assigned.
   *
   * @param option index of the option's asset
   * @param contracts lots of it; below 0 = assigned
   */
  default void exercised(int option, long contracts) {}

  /**
   * An option ends, at the underlying's mark: exercised if in the money, unless it is abandoned.
   *
   * @param option index of the option's asset
   * @param abandoned true if it is not exercised though it is worth something
   */
  default void ended(int option, boolean abandoned) {}

  /**
   * A position becomes one of {@code factor} times as many lots of another asset.
   *
   * @param asset index of the asset that goes, from 0
   * @param successor index of the asset that takes its place
   * @param factor lots of the successor for each lot, &gt;= 1
   */
  default void replaced(int asset, int successor, long factor) {}

  /**
   * Tells two, the first one first.
   *
   * @param first told first
   * @param second told second
   * @return one that tells both; if one of them is {@link #NONE}, the other itself
   */
  static AccountListener both(AccountListener first, AccountListener second) {
    return first == NONE
        ? second
        : second == NONE ? first : new BothAccountListeners(first, second);
  }
}

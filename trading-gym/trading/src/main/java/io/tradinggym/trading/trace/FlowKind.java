package io.tradinggym.trading.trace;

import io.tradinggym.market.account.Entry;

/** What money came or went for, other than a trade. */
public enum FlowKind {
  /** Dividends received, or, negative, paid on short positions. */
  DIVIDEND,
  /** Interest on cash. */
  INTEREST,
  /** Fees for what was sold short. */
  BORROW,
  /** Funding of perpetuals. */
  FUNDING,
  /** Fees of liquidations. */
  LIQUIDATION_FEE,
  /** What an insurance fund made up for. */
  INSURANCE,
  /** Lots that a split left over, paid out. */
  CASH_IN_LIEU,
  /** Paid in or out, changed into another currency, or moved between cash, accruals and a position's own margin. */
  TRANSFER,
  /** Contracts that sleeves hold against each other, settled between them. */
  SETTLEMENT;

  /** The kind of a posting whose other side is this ledger account. */
  static FlowKind of(Entry other) {
    return switch (other) {
      case DIVIDENDS -> DIVIDEND;
      case INTEREST -> INTEREST;
      case BORROW -> BORROW;
      case FUNDING -> FUNDING;
      case LIQUIDATION -> LIQUIDATION_FEE;
      case INSURANCE -> INSURANCE;
      case SECURITIES -> CASH_IN_LIEU;
      default -> TRANSFER;
    };
  }
}

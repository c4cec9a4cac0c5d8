package io.tradinggym.market.account;

/**
 * The ledger accounts of one currency. Every event adds an amount to one and takes it from another, so they always sum to
 * 0; what the trader owns is positive (assets and expenses), where it came from negative (capital and income).
 */
public enum Book {
  /** Money at hand; negative when borrowed. */
  CASH,
  /** Stocks, coins and options at what was paid for them; negative for what was sold short. */
  SECURITIES,
  /** Interest and borrow fees that are owed but not yet paid; negative. */
  ACCRUED,
  /** What was put in and taken out; negative. */
  CAPITAL,
  /** Profit of closed positions; negative for a gain. */
  REALISED,
  /** Commissions and exchange fees paid. */
  COMMISSION,
  /** Spread and impact that no price inside the bar could carry. */
  SLIPPAGE,
  /** Fees for borrowed securities. */
  BORROW,
  /** Interest paid on debit balances; negative when received. */
  INTEREST,
  /** Dividends; negative when received, positive when paid on short positions. */
  DIVIDENDS,
  /** Funding of perpetuals; negative when received. */
  FUNDING
}

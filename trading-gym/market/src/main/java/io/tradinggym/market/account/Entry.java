package io.tradinggym.market.account;

/**
 * The ledger accounts that every currency has. What is owned and what was spent has a positive balance, what is owed,
 * earned or was paid in has a negative one; their sum is 0 at all times.
 */
public enum Entry {
  /** Money held; negative is borrowed from the broker. */
  CASH,
  /** Money that stands behind one perpetual alone. */
  ISOLATED,
  /** What open positions cost; negative for short ones. */
  SECURITIES,
  /** What the cost of open perpetuals is owed to: they are entered without payment. */
  CONTRACTS,
  /** Market value of open positions above their cost. */
  VALUATION,
  /** Dividends, interest and borrow fees that are booked and not yet paid. */
  ACCRUED,
  /** Money paid in less money taken out. */
  CAPITAL,
  /** Other side of conversions between currencies. */
  EXCHANGE,
  /** Profit of closed positions, before fees. */
  REALISED,
  /** Profit of open positions, before fees. */
  UNREALISED,
  /** Commissions and regulatory fees. */
  COMMISSION,
  /** Spread, slippage and impact beyond what fits into a fill's price. */
  SLIPPAGE,
  /** Interest on cash. */
  INTEREST,
  /** Fees for borrowed shares. */
  BORROW,
  /** Dividends received, less those paid on short positions. */
  DIVIDENDS,
  /** Funding of perpetuals. */
  FUNDING,
  /** Fees of liquidations. */
  LIQUIDATION,
  /** What a venue's insurance fund made up for, of losses beyond the money behind a position. */
  INSURANCE
}

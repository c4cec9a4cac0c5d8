package io.tradinggym.market.exchange;

import io.tradinggym.market.account.TradeReason;

/**
 * One fill, as an exchange booked it. Money is in units of 1e-8 of the asset's currency, prices are whole ticks. A view
 * that an exchange reuses: valid while a listener is told of it.
 *
 * <pre>
 * paid for shares = lots x ticks + commission + charged
 * slippage        = side x lots x (ticks - reference) + charged
 * </pre>
 */
public interface Fill {
  /** When, epoch milliseconds, UTC; on bars the close of the bar that it happened in. */
  long time();

  /**
   * Id of the order; {@link Exchange#TARGET} for a target, {@link Exchange#LIQUIDATION}, {@link Exchange#DELISTING}.
   */
  long order();

  /** Index of the instrument. */
  int asset();

  /** Lots, negative for a sale; never 0. */
  long lots();

  /** Price, ticks. */
  long ticks();

  /** The middle of the market: the price that it would have had without spread, slippage and impact; ticks. */
  long reference();

  /** Commissions and regulatory fees, negative for a rebate. */
  long commission();

  /** Spread, slippage and impact in all: what the price was worse than {@link #reference}, and {@link #charged}. */
  long slippage();

  /** The part of {@link #slippage} that does not fit into the price and is charged in money, >= 0. */
  long charged();

  /** Profit that the closed part realised, before commission and {@link #charged}; 0 when nothing was closed. */
  long realised();

  /** Whether the order rested in the book and was met there. */
  boolean maker();

  /** Why it was traded. */
  TradeReason reason();
}

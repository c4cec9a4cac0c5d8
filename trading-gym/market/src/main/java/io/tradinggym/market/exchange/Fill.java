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
  /** {@return when, epoch milliseconds, UTC; on bars the close of the bar that it happened in} */
  long time();

  /**
   * {@return the id of the order; {@link Exchange#TARGET} for a target, {@link Exchange#LIQUIDATION}, {@link
   * Exchange#DELISTING}}
   */
  long order();

  /** {@return the index of the instrument} */
  int asset();

  /** {@return the lots, negative for a sale; never 0} */
  long lots();

  /** {@return the price, ticks} */
  long ticks();

  /** {@return the middle of the market: the price that it would have had without spread, slippage and impact; ticks} */
  long reference();

  /** {@return the commissions and regulatory fees, negative for a rebate} */
  long commission();

  /**
   * {@return the spread, slippage and impact in all: what the price was worse than {@link #reference}, and {@link
   * #charged}}
   */
  long slippage();

  /** {@return the part of {@link #slippage} that does not fit into the price and is charged in money, >= 0} */
  long charged();

  /**
   * {@return the profit that the closed part realised, before commission and {@link #charged}; 0 when nothing was
   * closed}
   */
  long realised();

  /** {@return whether the order rested in the book and was met there} */
  boolean maker();

  /** {@return why it was traded} */
  TradeReason reason();
}

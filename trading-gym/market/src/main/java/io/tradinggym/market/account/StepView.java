package io.tradinggym.market.account;

/** What an {@link Account} paid and earned since its step began. */
public interface StepView {
  /** {@return the totals, base currency} */
  StepTotals step();

  /** {@return the fees and slippage beyond the price since the step began, base currency} */
  default long stepFees() {
    return step().fees;
  }

  /**
   * {@return the interest, borrow fees, funding and dividends paid since the step began, base currency; negative when
   * received}
   */
  default long stepCarry() {
    return step().carry;
  }

  /** {@return the notional traded since the step began, one way, base currency} */
  default long stepTraded() {
    return step().traded;
  }

  /** {@return the profit realised since the step began, before fees, base currency} */
  default long stepRealised() {
    return step().realised;
  }
}

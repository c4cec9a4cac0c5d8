package io.tradinggym.market.account;

/** What an {@link Account} paid and earned since its step began. */
public interface StepView {
  /** The totals, base currency. */
  StepTotals step();

  /** Fees and slippage beyond the price since the step began, base currency. */
  default long stepFees() {
    return step().fees;
  }

  /** Interest, borrow fees, funding and dividends paid since the step began, base currency; negative when received. */
  default long stepCarry() {
    return step().carry;
  }

  /** Notional traded since the step began, one way, base currency. */
  default long stepTraded() {
    return step().traded;
  }

  /** Profit realised since the step began, before fees, base currency. */
  default long stepRealised() {
    return step().realised;
  }
}

package io.tradinggym.market.reward;

/**
 * What happened to the account in one step, from the decision to the next observation. A view that the environment
 * refills every step; never keep it. Amounts are in the account's currency.
 */
public final class RewardInput {
  /** Empty at first. */
  public RewardInput() {}

  /** Equity when the decision was taken. */
  public double equityBefore;

  /** Equity when the next observation was made, all costs paid; &lt;= 0 is ruin. */
  public double equityAfter;

  /** Notional traded in the step, one way, >= 0. */
  public double traded;

  /** Commissions and fees paid in the step, >= 0. */
  public double fees;

  /** Interest, borrow fees and funding paid in the step; negative when received. */
  public double carry;

  /** Sum of absolute notionals held at the end of the step. */
  public double gross;

  /** Simple return of the benchmark over the step; 0 without a benchmark. */
  public double benchmarkReturn;

  /** Steps in a year. */
  public double stepsPerYear = 252;

  /** Whether the episode ended by its own rules (ruin, liquidation) in this step: nothing follows. */
  public boolean terminated;

  /** Forgets the flows of the last step; equity and steps per year stay. */
  public void clear() {
    traded = 0;
    fees = 0;
    carry = 0;
    gross = 0;
    benchmarkReturn = 0;
    terminated = false;
  }

  /** {@return the simple return of equity over the step; -1 at most negative} */
  public double simpleReturn() {
    return Math.max(equityAfter, 0) / equityBefore - 1;
  }
}

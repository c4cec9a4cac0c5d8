package io.tradinggym.allocator.desk;

import java.util.List;

/**
 * One step of an account in sleeves: what was decided at a close, and what came of it by the next. Money is in units of
 * 1e-8; arrays by sleeve have sleeve 0, which holds the cash that no specialist was given, first.
 *
 * @param time of the close that the step led to, epoch milliseconds
 * @param chances of the regimes at the decision, in [0, 1], sum 1
 * @param asked shares of the account, by specialist
 * @param held shares that they had, by specialist
 * @param given shares that they got, by specialist
 * @param moved whether capital moved
 * @param limits that held a specialist back, in words; empty for none
 * @param equity of the account at the decision, 1e-8 money
 * @param profit by sleeve, 1e-8 money; together the change of the account's equity
 * @param saved what trades with other sleeves would have cost in the market, by sleeve, 1e-8 money
 * @param paper returns of the specialists' own books over the bar, fractions
 * @param turnover of those books over the bar, share of their worth
 * @param paid fees, spread and slippage of the account's trades in the market, 1e-8 money
 */
public record AllocationStep(
    long time,
    double[] chances,
    double[] asked,
    double[] held,
    double[] given,
    boolean moved,
    List<String> limits,
    long equity,
    long[] profit,
    long[] saved,
    double[] paper,
    double[] turnover,
    long paid) {
  /** Copies the words. */
  public AllocationStep {
    limits = List.copyOf(limits);
  }

  /** {@return the likeliest regime at the decision, the first of equals} */
  public int regime() {
    int best = 0;
    for (int state = 1; state < chances.length; state++) {
      best = chances[state] > chances[best] ? state : best;
    }
    return best;
  }
}

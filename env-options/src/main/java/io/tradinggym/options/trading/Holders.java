package io.tradinggym.options.trading;

import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.board.OptionMarket;
import io.tradinggym.options.pricing.LeisenReimerTree;

/**
 * Those who hold what the account has sold: they exercise early when nothing is lost by it. Holds a tree's scratch
 * memory.
 */
final class Holders {
  private static final int STEPS = 101;

  private final LeisenReimerTree tree = new LeisenReimerTree(STEPS);

  /** Whether an American option, in the money today, is worth no more alive than exercised. */
  boolean exercise(Held option, OptionBoard board) {
    boolean isCall = option.type.sign() > 0;
    boolean waitingCosts = isCall ? board.dividendYield() > 0 : board.rate() > 0;
    double years = (option.expiryDay - board.day()) / OptionMarket.DAYS_PER_YEAR;
    double worth = option.worth(board.spotCents());
    // A mark above exercise value shows time value without a tree.
    if (!waitingCosts || years <= 0 || option.twice > 2 * worth + option.ask - option.bid) {
      return false;
    }
    double alive =
        tree.american(
            option.type,
            (double) board.spotCents(),
            option.strikeCents,
            years,
            board.rate(),
            board.dividendYield(),
            Math.max(option.volatility, 1e-4));
    return worth >= alive;
  }
}

package io.tradinggym.examples.lessons.exercise;

import java.util.function.DoubleBinaryOperator;

/** Lesson 18: the mix of two assets with the smallest variance. */
public final class Exercise18 {
  private Exercise18() {}

  /** Weight of the first of two assets. */
  @FunctionalInterface
  public interface Mix {
    /**
     * @param first volatility of the first
     * @param second volatility of the second
     * @param correlation between them
     */
    double weight(double first, double second, double correlation);
  }

  /** Equal risks, unequal risks, a hedge, and each compared with its neighbours. */
  public static String check(Mix mine) {
    Judge judge = new Judge().equal("equal, independent", 0.5, mine.weight(0.2, 0.2, 0));
    judge.equal("half the risk, independent", 0.8, mine.weight(0.1, 0.2, 0));
    for (double correlation : new double[] {-0.9, -0.3, 0, 0.4}) {
      double w = mine.weight(0.15, 0.3, correlation);
      DoubleBinaryOperator variance =
          (share, rho) ->
              share * share * 0.0225
                  + (1 - share) * (1 - share) * 0.09
                  + 2 * share * (1 - share) * rho * 0.045;
      double here = variance.applyAsDouble(w, correlation);
      judge.holds(
          "at correlation %.1f another weight than %.3f has less variance"
              .formatted(correlation, w),
          here <= variance.applyAsDouble(w + 0.01, correlation)
              && here <= variance.applyAsDouble(w - 0.01, correlation));
    }
    return judge.verdict();
  }
}

package io.tradinggym.examples.lessons.exercise;

/** Lesson 17: a spread at expiry. */
public final class Exercise17 {
  private Exercise17() {}

  /** Profit of a bull call spread at expiry, for one share. */
  @FunctionalInterface
  public interface Spread {
    /**
     * @param spot at expiry
     * @param low strike bought
     * @param high strike sold
     * @param debit paid
     */
    double profit(double spot, double low, double high, double debit);
  }

  /** Below, between, at break-even and above. */
  public static String check(Spread mine) {
    return new Judge()
        .equal("below both", -2, mine.profit(90, 100, 105, 2))
        .equal("at the low strike", -2, mine.profit(100, 100, 105, 2))
        .equal("at break-even", 0, mine.profit(102, 100, 105, 2))
        .equal("between", 1, mine.profit(103, 100, 105, 2))
        .equal("above both", 3, mine.profit(140, 100, 105, 2))
        .verdict();
  }
}

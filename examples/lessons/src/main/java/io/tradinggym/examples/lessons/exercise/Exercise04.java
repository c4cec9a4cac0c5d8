package io.tradinggym.examples.lessons.exercise;

/** Lesson 4: the bet that grows fastest. */
public final class Exercise04 {
  private Exercise04() {}

  /** Kelly's fraction of a bet. */
  @FunctionalInterface
  public interface Fraction {
    /**
     * @param chance of winning
     * @param odds won for one that is staked
     */
    double of(double chance, double odds);
  }

  /** Even odds, long odds, and a bet that should not be taken. */
  public static String check(Fraction mine) {
    return new Judge()
        .equal("55 % at even odds", 0.1, mine.of(0.55, 1))
        .equal("a third at three to one", 1.0 / 3 - (2.0 / 3) / 3, mine.of(1.0 / 3, 3))
        .equal("a sure thing", 1, mine.of(1, 1))
        .equal("a bet against you is not taken", 0, mine.of(0.4, 1))
        .verdict();
  }
}

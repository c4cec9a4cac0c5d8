package io.tradinggym.examples.lessons.exercise;

/** Lesson 19: what is left of a lead. */
public final class Exercise19 {
  private Exercise19() {}

  /** Profit that can still be had, basis points. */
  @FunctionalInterface
  public interface Left {
    /**
     * @param behind how far the follower is behind, basis points
     * @param catchUp share of the distance that is made up in a millisecond
     * @param latency milliseconds until one's order arrives
     * @param cost of trading, basis points
     */
    double profit(double behind, double catchUp, int latency, double cost);
  }

  /** Four latencies; who would lose does not trade. */
  public static String check(Left mine) {
    return new Judge()
        .equal("at once", 9, mine.profit(10, 0.2, 0, 1))
        .equal("a millisecond late", 7, mine.profit(10, 0.2, 1, 1))
        .equal("three late", 10 * 0.512 - 1, mine.profit(10, 0.2, 3, 1))
        .equal("too late is not traded", 0, mine.profit(10, 0.2, 30, 1))
        .verdict();
  }
}

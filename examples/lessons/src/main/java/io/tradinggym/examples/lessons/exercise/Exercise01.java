package io.tradinggym.examples.lessons.exercise;

/** Lesson 1: what a round trip costs. */
public final class Exercise01 {
  private Exercise01() {}

  /** Dollars lost by buying and selling at an unchanged middle. */
  @FunctionalInterface
  public interface RoundTrip {
    /**
     * @param shares bought and sold
     * @param middle price in the middle of bid and ask
     * @param spread ask less bid, dollars
     * @param perShare commission a share and side
     * @param least commission a side at least
     */
    double cost(long shares, double middle, double spread, double perShare, double least);
  }

  /** Four cases, the smallest commission among them. */
  public static String check(RoundTrip mine) {
    return new Judge()
        .equal("500 shares", 500 * 0.02 + 2 * 2.5, mine.cost(500, 100, 0.02, 0.005, 1))
        .equal("100 shares, the least", 100 * 0.02 + 2, mine.cost(100, 100, 0.02, 0.005, 1))
        .equal("no commission", 30, mine.cost(1_000, 50, 0.03, 0, 0))
        .equal("the price does not matter", 12, mine.cost(1_000, 7, 0.002, 0.005, 1))
        .verdict();
  }
}

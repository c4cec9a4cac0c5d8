package io.tradinggym.examples.lessons.exercise;

/** Lesson 2: where a stop order to sell is filled. */
public final class Exercise02 {
  private Exercise02() {}

  /** Price of a fill, NaN if there is none. */
  @FunctionalInterface
  public interface StopFill {
    /**
     * @param stop below which it sells
     * @param open of the bar
     * @param low of the bar
     */
    double price(double stop, double open, double low);
  }

  /** Touched inside the bar, gapped through, not touched, touched exactly. */
  public static String check(StopFill mine) {
    return new Judge()
        .equal("touched inside the bar", 95, mine.price(95, 98, 94))
        .equal("a gap through it", 90, mine.price(95, 90, 88))
        .equal("touched exactly", 95, mine.price(95, 97, 95))
        .equal("opened on it", 95, mine.price(95, 95, 93))
        .holds("a stop that is not reached is filled", Double.isNaN(mine.price(95, 98, 96)))
        .verdict();
  }
}

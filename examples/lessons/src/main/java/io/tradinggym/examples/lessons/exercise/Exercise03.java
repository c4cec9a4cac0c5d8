package io.tradinggym.examples.lessons.exercise;

/** Lesson 3: how good the best of many worthless things looks. */
public final class Exercise03 {
  private Exercise03() {}

  /** Probability of at least one success. */
  @FunctionalInterface
  public interface AtLeastOne {
    /**
     * @param tests independent ones, &gt;= 1
     * @param level chance that a worthless one looks significant
     */
    double chance(int tests, double level);
  }

  /** Four cases. */
  public static String check(AtLeastOne mine) {
    return new Judge()
        .equal("one test", 0.05, mine.chance(1, 0.05))
        .equal("two tests", 0.0975, mine.chance(2, 0.05))
        .equal("fifty tests", 1 - Math.pow(0.95, 50), mine.chance(50, 0.05))
        .equal("fifty at a tenth of a percent", 1 - Math.pow(0.999, 50), mine.chance(50, 0.001))
        .verdict();
  }
}

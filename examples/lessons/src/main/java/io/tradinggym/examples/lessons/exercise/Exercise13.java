package io.tradinggym.examples.lessons.exercise;

import io.tradinggym.data.split.Purging;

/** Lesson 13: which rows may train beside a test. */
public final class Exercise13 {
  private Exercise13() {}

  /** Whether a row may train. */
  @FunctionalInterface
  public interface Keeps {
    /**
     * @param row to be trained on
     * @param horizon rows that its label looks ahead
     * @param first row of the test
     * @param last row of the test
     */
    boolean keeps(int row, int horizon, int first, int last);
  }

  /** All rows beside a test, for three horizons, against the library. */
  public static String check(Keeps mine) {
    Judge judge = new Judge();
    for (int horizon : new int[] {0, 1, 10}) {
      Purging exact = new Purging(horizon, 0);
      for (int row = 0; row < 100; row++) {
        boolean right = exact.keeps(row, 40, 59);
        judge.holds(
            "row %d with a label of %d rows %s train beside a test of rows 40 to 59"
                .formatted(row, horizon, right ? "may" : "may not"),
            mine.keeps(row, horizon, 40, 59) == right);
      }
    }
    return judge.verdict();
  }
}

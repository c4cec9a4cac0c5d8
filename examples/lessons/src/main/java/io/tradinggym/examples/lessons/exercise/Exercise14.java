package io.tradinggym.examples.lessons.exercise;

import java.util.Arrays;

/** Lesson 14: scaling with what was known. */
public final class Exercise14 {
  private Exercise14() {}

  /** A column of scores. */
  @FunctionalInterface
  public interface Scaled {
    /** One score for each value; NaN for the first, which has no deviation yet. */
    double[] of(double[] values);
  }

  /** (value - mean) / sample deviation of all values so far, the present one among them. */
  public static String check(Scaled mine) {
    double[] values = {1, 3, 2, 6, 5, 9, 4};
    double[] given = mine.of(values.clone());
    Judge judge = new Judge().holds("there is not one score for each value", given.length == 7);
    for (int t = 1; t < values.length && given.length == 7; t++) {
      double mean = Arrays.stream(values, 0, t + 1).average().orElse(0);
      double squares = Arrays.stream(values, 0, t + 1).map(v -> (v - mean) * (v - mean)).sum();
      judge.equal("the score at " + t, (values[t] - mean) / Math.sqrt(squares / t), given[t]);
    }
    return judge.verdict();
  }
}

package io.tradinggym.examples.lessons.exercise;

import io.tradinggym.experiments.statistics.SharpeInference;
import java.util.function.ToDoubleBiFunction;

/** Lesson 12: a hurdle for the best of many. */
public final class Exercise12 {
  private Exercise12() {}

  /**
   * @param mine from trials and years, the Sharpe ratio a year that the best of so many worthless ones is expected to
   *     show
   */
  public static String check(ToDoubleBiFunction<Integer, Double> mine) {
    Judge judge = new Judge();
    for (int trials : new int[] {1, 10, 200, 5_000}) {
      for (double years : new double[] {1, 4, 25}) {
        judge.equal(
            trials + " trials, " + years + " years",
            SharpeInference.expectedMaximum(trials) / Math.sqrt(years),
            mine.applyAsDouble(trials, years));
      }
    }
    return judge.verdict();
  }
}

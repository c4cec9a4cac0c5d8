package io.tradinggym.examples.lessons.exercise;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Lesson 10: a reward whose sum is the log of wealth. */
public final class Exercise10 {
  private Exercise10() {}

  /** One step: wealth before and after. */
  public record Step(double before, double after) {}

  /**
   * @param mine the reward of a step
   */
  public static String check(ToDoubleFunction<Step> mine) {
    Judge judge = new Judge();
    for (List<Double> wealth :
        List.of(List.of(100.0, 110.0), List.of(100.0, 50.0, 100.0), List.of(1.0, 2.0, 3.0, 0.5))) {
      double sum = 0;
      for (int i = 1; i < wealth.size(); i++) {
        sum += mine.applyAsDouble(new Step(wealth.get(i - 1), wealth.get(i)));
      }
      judge.equal("the sum over " + wealth, Math.log(wealth.getLast() / wealth.getFirst()), sum);
    }
    return judge.verdict();
  }
}

package io.tradinggym.examples.lessons.exercise;

import java.util.function.DoubleBinaryOperator;

/** Lesson 9: a soft choice between two actions. */
public final class Exercise09 {
  private Exercise09() {}

  /**
   * @param mine from the advantage of the first action over the second and the temperature, the probability of the
   *     first
   */
  public static String check(DoubleBinaryOperator mine) {
    return new Judge()
        .equal("equal values", 0.5, mine.applyAsDouble(0, 1))
        .equal("one better by a temperature", 1 / (1 + Math.exp(-1)), mine.applyAsDouble(0.5, 0.5))
        .equal("worse", 1 / (1 + Math.exp(2)), mine.applyAsDouble(-2, 1))
        .equal("hot", 1 / (1 + Math.exp(-0.01)), mine.applyAsDouble(1, 100))
        .verdict();
  }
}

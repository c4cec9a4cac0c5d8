package io.tradinggym.examples.lessons.exercise;

import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.examples.lessons.twin.SpreadTrading;
import java.util.function.ToIntBiFunction;

/** Lesson 5: a rule for the spread that pays its costs. */
public final class Exercise05 {
  private Exercise05() {}

  /**
   * @param rule from spread and position to an action 0, 1 or 2
   */
  public static String check(ToIntBiFunction<Double, Double> rule) {
    double total = 0;
    try (Environment env = Gym.of(() -> new SpreadTrading(false))) {
      for (int episode = 0; episode < 50; episode++) {
        env.reset(7_000 + episode);
        float[] seen = {0, 0};
        while (!env.ended()) {
          var step = env.step(rule.applyAsInt((double) seen[0], (double) seen[1]));
          seen = step.observation();
          total += step.reward();
        }
      }
    }
    double mean = total / 50;
    return new Judge()
        .holds("it earns %.1f ticks an episode, and 20 can be had".formatted(mean), mean >= 20)
        .verdict();
  }
}

package io.tradinggym.examples.lessons.exercise;

/** Lesson 8: the target of a value. */
public final class Exercise08 {
  private Exercise08() {}

  /** Double Q-learning's target. */
  @FunctionalInterface
  public interface Target {
    /**
     * @param reward of the step
     * @param ended whether the episode ended there
     * @param online values of the next state by the network that learns
     * @param target values of the next state by the target network
     */
    double of(double reward, boolean ended, double[] online, double[] target);
  }

  /** Discount 0.9: one network chooses, the other says what it is worth. */
  public static String check(Target mine) {
    return new Judge()
        .equal(
            "chosen by one, judged by the other",
            1 + 0.9 * 2,
            mine.of(1, false, new double[] {5, 1}, new double[] {2, 9}))
        .equal(
            "where both agree",
            0.9 * 7,
            mine.of(0, false, new double[] {1, 3}, new double[] {4, 7}))
        .equal("at the end", -1, mine.of(-1, true, new double[] {5, 1}, new double[] {2, 9}))
        .verdict();
  }
}

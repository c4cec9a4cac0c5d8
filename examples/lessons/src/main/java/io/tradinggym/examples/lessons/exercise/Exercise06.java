package io.tradinggym.examples.lessons.exercise;

/** Lesson 6: one step of learning. */
public final class Exercise06 {
  private Exercise06() {}

  /** Q-learning's update of one value. */
  @FunctionalInterface
  public interface Update {
    /**
     * @param value as it stands
     * @param reward of the step
     * @param best largest value of the state it led to
     * @param ended whether it ended the episode
     */
    double of(double value, double reward, double best, boolean ended);
  }

  /** Learning rate 0.5, discount 0.9. */
  public static String check(Update mine) {
    return new Judge()
        .equal("from nothing", 0.5, mine.of(0, 1, 0, false))
        .equal("with a future", 0.5 * 2 + 0.5 * (1 + 0.9 * 10), mine.of(2, 1, 10, false))
        .equal("the last step has no future", 1.5, mine.of(2, 1, 10, true))
        .equal("what is right stays", 10, mine.of(10, 1, 10, false))
        .verdict();
  }
}

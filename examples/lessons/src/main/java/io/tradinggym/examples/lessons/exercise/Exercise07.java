package io.tradinggym.examples.lessons.exercise;

/** Lesson 7: the clipped surrogate and its slope. */
public final class Exercise07 {
  private Exercise07() {}

  /** PPO's surrogate of one decision, to be maximised. */
  @FunctionalInterface
  public interface Surrogate {
    /**
     * @param ratio new probability over old, &gt; 0
     * @param advantage how much better than expected
     * @param epsilon width of the clip
     */
    double of(double ratio, double advantage, double epsilon);
  }

  /** Six cases, both signs of the advantage, inside and outside of the clip. */
  public static String check(Surrogate mine) {
    return new Judge()
        .equal("inside, better", 2.2, mine.of(1.1, 2, 0.2))
        .equal("too far up, better", 2.4, mine.of(1.5, 2, 0.2))
        .equal("too far down, better", 1.0, mine.of(0.5, 2, 0.2))
        .equal("inside, worse", -2.2, mine.of(1.1, -2, 0.2))
        .equal("too far up, worse", -3.0, mine.of(1.5, -2, 0.2))
        .equal("too far down, worse", -1.6, mine.of(0.5, -2, 0.2))
        .verdict();
  }
}

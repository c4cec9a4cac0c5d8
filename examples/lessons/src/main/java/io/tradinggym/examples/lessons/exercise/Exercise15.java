package io.tradinggym.examples.lessons.exercise;

import java.util.function.ToIntFunction;

/** Lesson 15: a memory by hand. */
public final class Exercise15 {
  private Exercise15() {}

  /** Something that sees one observation after another and acts. */
  @FunctionalInterface
  public interface Walker {
    /** A new walker, with an empty memory, that turns what it sees (sign, junction) into an action. */
    ToIntFunction<float[]> begin();
  }

  /** Corridors of several lengths, both signs. */
  public static String check(Walker mine) {
    Judge judge = new Judge();
    for (int length : new int[] {1, 5, 50}) {
      for (int sign : new int[] {-1, 1}) {
        ToIntFunction<float[]> walker = mine.begin();
        boolean onward = true;
        for (int step = 0; step < length; step++) {
          onward &= walker.applyAsInt(new float[] {step == 0 ? sign : 0, 0}) == 0;
        }
        int turn = walker.applyAsInt(new float[] {0, 1});
        judge.holds("in a corridor of " + length + " it does not go on (action 0)", onward);
        judge.holds(
            "after %d steps and the sign %d it should turn by action %d, was %d"
                .formatted(length, sign, sign < 0 ? 1 : 2, turn),
            turn == (sign < 0 ? 1 : 2));
      }
    }
    return judge.verdict();
  }
}

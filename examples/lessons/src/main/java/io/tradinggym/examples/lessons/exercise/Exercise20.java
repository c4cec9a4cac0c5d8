package io.tradinggym.examples.lessons.exercise;

import io.tradinggym.explain.attribution.Contributions;
import io.tradinggym.explain.attribution.Shapley;
import java.util.function.Function;

/** Lesson 20: Shapley values of three players by hand. */
public final class Exercise20 {
  private Exercise20() {}

  /**
   * @param mine from the values of all coalitions of three, v[1] first alone, v[2] second, v[4] third, v[3] first and
   *     second, up to v[7] all, to three Shapley values
   */
  public static String check(Function<double[], double[]> mine) {
    Judge judge = new Judge();
    double[][] games = {
      {0, 10, 20, 50, 0, 10, 30, 60}, {0, 1, 1, 2, 1, 2, 2, 3}, {0, 0, 0, 6, 0, 0, 0, 6}
    };
    for (double[] game : games) {
      Contributions exact = Shapley.exact(present -> game[(int) present], 3);
      double[] given = mine.apply(game.clone());
      for (int i = 0; i < 3; i++) {
        judge.equal("player " + (i + 1), exact.parts()[i], given[i]);
      }
    }
    return judge.verdict();
  }
}

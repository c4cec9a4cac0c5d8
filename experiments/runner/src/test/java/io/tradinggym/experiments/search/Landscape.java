package io.tradinggym.experiments.search;

import java.util.function.ToDoubleFunction;

/**
 * Functions with a known optimum, as regret: 0 is the best there is.
 *
 * @param space what is chosen
 * @param regret of a candidate, >= 0
 */
record Landscape(SearchSpace space, ToDoubleFunction<Candidate> regret) {
  /** Two dimensions, three optima. */
  static Landscape branin() {
    return new Landscape(
        cube(2),
        c -> {
          double x = 15 * c.number("u0") - 5;
          double y = 15 * c.number("u1");
          double a = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
          return a * a + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10 - 0.397887357729738;
        });
  }

  private static final double[][] H_A = {
    {10, 3, 17, 3.5, 1.7, 8},
    {.05, 10, 17, .1, 8, 14},
    {3, 3.5, 1.7, 10, 17, 8},
    {17, 8, .05, 10, .1, 14}
  };
  private static final double[][] H_P = {
    {.1312, .1696, .5569, .0124, .8283, .5886},
    {.2329, .4135, .8307, .3736, .1004, .9991},
    {.2348, .1451, .3522, .2883, .3047, .6650},
    {.4047, .8828, .8732, .5743, .1091, .0381}
  };
  private static final double[] H_C = {1, 1.2, 3, 3.2};

  /** Six dimensions, one optimum of 3.32237. */
  static Landscape hartmann6() {
    return new Landscape(
        cube(6),
        c -> {
          double sum = 0;
          for (int i = 0; i < 4; i++) {
            double distance = 0;
            for (int j = 0; j < 6; j++) {
              double d = c.number("u" + j) - H_P[i][j];
              distance += H_A[i][j] * d * d;
            }
            sum += H_C[i] * Math.exp(-distance);
          }
          return 3.32236801141551 - sum;
        });
  }

  /** Three numbers, two whole numbers and two choices that depend on each other. */
  static Landscape mixed7() {
    double[] center = {.55, .45, .7};
    double[] price = {0, .1, .25};
    SearchSpace space =
        cube(3)
            .integer("n", 0, 6)
            .integer("k", 0, 4)
            .choice("c", "first", "second", "third")
            .choice("a", "off", "on");
    return new Landscape(
        space,
        x -> {
          int c = (int) x.number("c");
          double first = x.number("u0") - center[c];
          double second = x.number("u1") - .8;
          double third = x.number("u2") - .2;
          return 4 * first * first
              + 2 * second * second
              + .5 * third * third
              + .05 * Math.abs(x.number("n") - 4)
              + .05 * Math.abs(x.number("k") - 2)
              + price[c]
              + (x.number("a") == 1 ? 0 : .1);
        });
  }

  private static SearchSpace cube(int dimensions) {
    SearchSpace space = new SearchSpace();
    for (int i = 0; i < dimensions; i++) {
      space = space.real("u" + i, 0, 1);
    }
    return space;
  }

  /** The least regret of a search's first so many candidates. */
  double searched(Search search, int evaluations, int round) {
    double least = Double.POSITIVE_INFINITY;
    for (int done = 0; done < evaluations; done += round) {
      for (Candidate candidate : search.ask(round)) {
        double regret = this.regret.applyAsDouble(candidate);
        least = Math.min(least, regret);
        search.tell(candidate, -regret);
      }
    }
    return least;
  }
}

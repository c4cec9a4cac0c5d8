package io.tradinggym.allocator.testbed;

import io.tradinggym.api.random.RandomStream;

/**
 * Three regimes (trend, range, crisis) that follow a Markov chain, four specialists (trend, reversion, volatility,
 * momentum) with independent normal returns, and a number y that hints at the regime.
 *
 * <pre>
 *   transition   59/60      .75/60  .25/60       returns, mean (standard deviation), bp
 *                .75/80     79/80   .25/80         trend    20 (100)  -12 (80)    5  (50)   25 (130)
 *                .5/20      .5/20   19/20          range   -10  (80)   15 (60)   10  (40)  -15 (100)
 *   y ~ N(0 | -.7 | 2, 1)                          crisis    5 (150)  -30 (150) -80 (200) -40 (250)
 * </pre>
 *
 * @param edge whether the means are those, or all 0: the null
 * @param cost of one way, share of what is traded, in [0, .1)
 * @param bars of an episode, at least 1
 */
public record AllocationLaw(boolean edge, double cost, int bars) {
  /** Regimes. */
  public static final int REGIMES = 3;

  /** Specialists. */
  public static final int SPECIALISTS = 4;

  /** Cash, one of four, quarters. */
  public static final int CHOICES = 6;

  private static final double BP = 1e-4;
  private static final double[][] TRANSITION = {
    {59 / 60.0, 0.75 / 60, 0.25 / 60},
    {0.75 / 80, 79 / 80.0, 0.25 / 80},
    {0.5 / 20, 0.5 / 20, 19 / 20.0}
  };
  private static final double[] STATIONARY = {0.4, 8 / 15.0, 1 / 15.0};
  private static final double[][] MEAN = {{20, -12, 5, 25}, {-10, 15, 10, -15}, {5, -30, -80, -40}};
  private static final double[][] SD = {
    {100, 80, 50, 130}, {80, 60, 40, 100}, {150, 150, 200, 250}
  };
  private static final double[] HINT = {0, -0.7, 2};

  /** Checks the ranges. */
  public AllocationLaw {
    if (!(cost >= 0 && cost < 0.1)) {
      throw new IllegalArgumentException("cost must be in [0, 0.1), was " + cost);
    }
    if (bars < 1) {
      throw new IllegalArgumentException("bars must be >= 1, was " + bars);
    }
  }

  /** {@return the standard law: with its edge, at 5 bp, 252 bars} */
  public static AllocationLaw standard() {
    return new AllocationLaw(true, 5e-4, 252);
  }

  /**
   * {@return the chance of a regime in the long run, 0 to 1}
   *
   * @param regime index of the regime, 0 to 2
   */
  public static double stationary(int regime) {
    return STATIONARY[regime];
  }

  /**
   * {@return the chance that one regime follows another}
   *
   * @param from regime now, from 0
   * @param to regime at the next step, from 0
   */
  public static double transition(int from, int to) {
    return TRANSITION[from][to];
  }

  /**
   * {@return the expected return of a specialist in a regime, a fraction a bar}
   *
   * @param regime index of the regime, from 0
   * @param specialist index of the specialist, from 0
   */
  public double mean(int regime, int specialist) {
    return edge ? BP * MEAN[regime][specialist] : 0;
  }

  /**
   * {@return the standard deviation of a specialist's return in a regime, a fraction a bar}
   *
   * @param regime index of the regime, from 0
   * @param specialist index of the specialist, from 0
   */
  public static double sd(int regime, int specialist) {
    return BP * SD[regime][specialist];
  }

  /**
   * {@return the mean of y in a regime; its standard deviation is 1}
   *
   * @param regime index of the regime, from 0
   */
  public static double hint(int regime) {
    return HINT[regime];
  }

  /** Draws the regime after another. */
  static int next(int regime, RandomStream random) {
    return draw(TRANSITION[regime], random);
  }

  /** Draws a regime of the long run. */
  static int first(RandomStream random) {
    return draw(STATIONARY, random);
  }

  private static int draw(double[] chances, RandomStream random) {
    double left = random.uniform() - chances[0];
    return left < 0 ? 0 : left < chances[1] ? 1 : 2;
  }

  /** Draws the returns of a bar and y into {@code seen}, y last. */
  void draw(int regime, RandomStream random, double[] seen) {
    for (int i = 0; i < SPECIALISTS; i++) {
      seen[i] = random.gaussian(mean(regime, i), sd(regime, i));
    }
    seen[SPECIALISTS] = random.gaussian(HINT[regime], 1);
  }

  /** Log density of a bar in a regime, up to a constant that all regimes share. */
  double logDensity(int regime, double[] seen) {
    double sum = 0;
    for (int i = 0; i < SPECIALISTS; i++) {
      double z = (seen[i] - mean(regime, i)) / sd(regime, i);
      sum -= z * z / 2 + StrictMath.log(sd(regime, i));
    }
    double z = seen[SPECIALISTS] - HINT[regime];
    return sum - z * z / 2;
  }

  /**
   * Chances of the coming bar's regime from those of the last and what was seen in it: Bayes' rule, then one step of
   * the chain. In place, without allocation.
   */
  void filter(double[] chances, double[] seen) {
    double first = logDensity(0, seen);
    double second = logDensity(1, seen);
    double third = logDensity(2, seen);
    double largest = Math.max(first, Math.max(second, third));
    double a = chances[0] * StrictMath.exp(first - largest);
    double b = chances[1] * StrictMath.exp(second - largest);
    double c = chances[2] * StrictMath.exp(third - largest);
    double sum = a + b + c;
    for (int j = 0; j < REGIMES; j++) {
      chances[j] = (a * TRANSITION[0][j] + b * TRANSITION[1][j] + c * TRANSITION[2][j]) / sum;
    }
  }

  /**
   * {@return the weight of a specialist under a choice, in [0, 1]}
   *
   * @param choice 0 cash, 1 to 4 one specialist, 5 a quarter of each
   * @param specialist index of the specialist, from 0
   */
  public static double weight(int choice, int specialist) {
    return choice == CHOICES - 1 ? 1.0 / SPECIALISTS : choice == specialist + 1 ? 1 : 0;
  }

  /** Log wealth that the returns of a bar bring under a choice. */
  static double earned(int choice, double[] seen) {
    double sum = 0;
    for (int i = 0; i < SPECIALISTS; i++) {
      sum += weight(choice, i) * seen[i];
    }
    return StrictMath.log(1 + sum);
  }

  /**
   * {@return the log wealth that a change of the choice costs, &gt;= 0}
   *
   * @param from choice before, 0 to 5
   * @param to choice after, 0 to 5
   */
  public double fee(int from, int to) {
    double traded = 0;
    for (int i = 0; i < SPECIALISTS; i++) {
      traded += Math.abs(weight(to, i) - weight(from, i));
    }
    return -StrictMath.log(1 - cost * traded);
  }
}

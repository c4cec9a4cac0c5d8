package io.tradinggym.options.lifecycle;

import io.tradinggym.api.random.RandomStream;

/**
 * How many holders exercise early. The clearing house draws whom it assigns, so every contract sold is assigned with
 * the same chance, on its own where open interest is large.
 *
 * @param optimal share of open contracts that is exercised when that is worthwhile, in [0, 1]
 * @param stray share that is exercised on any other evening when it is in the money, in [0, 1]
 */
public record AssignmentLaw(double optimal, double stray) {
  /** Everybody exercises when it is worthwhile, and only then. */
  public static final AssignmentLaw RATIONAL = new AssignmentLaw(1, 0);

  /** Checks the shares. */
  public AssignmentLaw {
    check("optimal", optimal);
    check("stray", stray);
  }

  private static void check(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1], was " + share);
    }
  }

  /**
   * Draws how many of so many contracts sold are assigned.
   *
   * @param contracts number of contracts sold, >= 0
   * @param worthwhile whether their holders gain by exercise this evening
   * @param random is drawn from once a contract, unless the chance is 0 or 1
   * @return how many are assigned, 0 to {@code contracts}
   */
  public long draw(long contracts, boolean worthwhile, RandomStream random) {
    double chance = worthwhile ? optimal : stray;
    if (chance == 0 || chance == 1) {
      return chance == 0 ? 0 : contracts;
    }
    long assigned = 0;
    for (long i = 0; i < contracts; i++) {
      assigned += random.bernoulli(chance) ? 1 : 0;
    }
    return assigned;
  }
}

package io.tradinggym.allocator.desk;

import java.util.List;

/**
 * Where the profit of an account in sleeves comes from, to the unit. Of each specialist
 *
 * <pre>
 *   own         base share x equity x return of its paper book: what it earns without anybody's opinion
 *   allocation  (share given - base share) x equity x that return: what moving capital earned
 *   netting     what trades with other sleeves would have cost in the market
 *   execution   the rest of its sleeve's profit: bands, whole lots, limits, interest, and what netting shared out
 * </pre>
 *
 * <p>and idle cash. Their sum over specialists, and over regimes (a step belongs to the regime that was likeliest when
 * it was decided), is the change of the account's equity. All in money units of 1e-8.
 */
public final class Attribution {
  private final int specialists;
  private final int regimes;
  private final long[][][] parts; // regime, specialist, part
  private final long[] idle; // regime
  private final int[] bars; // regime
  private long cost;
  private int moves;

  /** What a specialist's profit consists of. */
  public enum Part {
    /** What it earns with its base share. */
    OWN,
    /** What moving capital earned. */
    ALLOCATION,
    /** What trading inside saved. */
    NETTING,
    /** All else. */
    EXECUTION
  }

  /**
   * Splits the profit of steps.
   *
   * @param steps in order, at least one, all of the same specialists and regimes
   * @param base share of each specialist without an opinion, such as equal ones; as many as there are specialists
   */
  public Attribution(List<AllocationStep> steps, double... base) {
    specialists = base.length;
    regimes = steps.getFirst().chances().length;
    parts = new long[regimes][specialists][Part.values().length];
    idle = new long[regimes];
    bars = new int[regimes];
    for (AllocationStep step : steps) {
      add(step, base);
    }
  }

  @SuppressWarnings("EnumOrdinal") // The parts stand in the order of the constants.
  private void add(AllocationStep step, double[] base) {
    int regime = step.regime();
    bars[regime]++;
    idle[regime] = Math.addExact(idle[regime], step.profit()[0]);
    cost = Math.addExact(cost, step.paid());
    moves += step.moved() ? 1 : 0;
    for (int i = 0; i < specialists; i++) {
      double earned = step.equity() * step.paper()[i];
      long own = Math.round(base[i] * earned);
      long allocation = Math.round((step.given()[i] - base[i]) * earned);
      long netting = step.saved()[i + 1];
      long rest = Math.subtractExact(step.profit()[i + 1], own + allocation + netting);
      long[] to = parts[regime][i];
      to[Part.OWN.ordinal()] += own;
      to[Part.ALLOCATION.ordinal()] += allocation;
      to[Part.NETTING.ordinal()] += netting;
      to[Part.EXECUTION.ordinal()] += rest;
    }
  }

  /** {@return how many specialists there are} */
  public int specialists() {
    return specialists;
  }

  /** {@return how many regimes there are} */
  public int regimes() {
    return regimes;
  }

  /**
   * {@return a part of what a specialist earned in a regime, 1e-8 money}
   *
   * @param specialist index of the specialist, from 0
   * @param regime index of the regime, from 0
   * @param part which part of the profit
   */
  @SuppressWarnings("EnumOrdinal")
  public long of(int specialist, int regime, Part part) {
    return parts[regime][specialist][part.ordinal()];
  }

  /**
   * {@return a part of what a specialist earned, 1e-8 money}
   *
   * @param specialist index of the specialist, from 0
   * @param part which part of the profit
   */
  public long of(int specialist, Part part) {
    long sum = 0;
    for (int regime = 0; regime < regimes; regime++) {
      sum = Math.addExact(sum, of(specialist, regime, part));
    }
    return sum;
  }

  /**
   * {@return all that a specialist earned, 1e-8 money}
   *
   * @param specialist index of the specialist, from 0
   */
  public long specialist(int specialist) {
    long sum = 0;
    for (Part part : Part.values()) {
      sum = Math.addExact(sum, of(specialist, part));
    }
    return sum;
  }

  /**
   * {@return a part of what all specialists earned, 1e-8 money}
   *
   * @param part which part of the profit
   */
  public long part(Part part) {
    long sum = 0;
    for (int i = 0; i < specialists; i++) {
      sum = Math.addExact(sum, of(i, part));
    }
    return sum;
  }

  /**
   * {@return what was earned in a regime, idle cash with it, 1e-8 money}
   *
   * @param regime index of the regime, from 0
   */
  public long regime(int regime) {
    long sum = idle[regime];
    for (int i = 0; i < specialists; i++) {
      for (Part part : Part.values()) {
        sum = Math.addExact(sum, of(i, regime, part));
      }
    }
    return sum;
  }

  /** {@return what cash earned, or, negative, owed, that no specialist was given, 1e-8 money} */
  public long idle() {
    long sum = 0;
    for (long one : idle) {
      sum = Math.addExact(sum, one);
    }
    return sum;
  }

  /**
   * {@return how many bars belong to a regime}
   *
   * @param regime index of the regime, from 0
   */
  public int bars(int regime) {
    return bars[regime];
  }

  /** {@return everything: the change of the account's equity, 1e-8 money} */
  public long total() {
    long sum = 0;
    for (int regime = 0; regime < regimes; regime++) {
      sum = Math.addExact(sum, regime(regime));
    }
    return sum;
  }

  /**
   * {@return the fees, spread and slippage that the account paid in the market, 1e-8 money; contained in the
   * parts above}
   */
  public long paid() {
    return cost;
  }

  /** {@return how often capital moved} */
  public int moves() {
    return moves;
  }
}

package io.tradinggym.options.chain;

/** The smallest step of a premium, in cents. */
public enum TickRule {
  /** A cent everywhere: the largest funds (SPY, QQQ, IWM). */
  PENNY(1, 1),
  /** Penny program: a cent below 3, five from 3 on. */
  PENNY_PROGRAM(1, 5),
  /** All others: five cents below 3, ten from 3 on. */
  NICKEL(5, 10);

  private static final int CHANGE = 300;

  private final int below;
  private final int above;

  TickRule(int below, int above) {
    this.below = below;
    this.above = above;
  }

  /**
   * {@return the step at a premium, in cents}
   *
   * @param premiumCents price of the option, cents
   */
  public int cents(double premiumCents) {
    return premiumCents < CHANGE ? below : above;
  }

  /**
   * {@return the highest allowed price at or below a premium, in cents, at least 0}
   *
   * @param premiumCents price of the option, cents
   */
  public int down(double premiumCents) {
    int step = cents(premiumCents);
    // Of numbers above 0 the whole part is the floor, and a division by 1 is no work worth doing.
    double steps = step == 1 ? premiumCents : premiumCents / step;
    return steps > 0 ? ((int) steps) * step : 0;
  }

  /**
   * {@return the lowest allowed price at or above a premium, in cents, at least one step}
   *
   * @param premiumCents price of the option, cents
   */
  public int up(double premiumCents) {
    int step = cents(premiumCents);
    double steps = step == 1 ? premiumCents : premiumCents / step;
    int whole = (int) steps;
    return steps > 1 ? (whole < steps ? whole + 1 : whole) * step : step;
  }
}

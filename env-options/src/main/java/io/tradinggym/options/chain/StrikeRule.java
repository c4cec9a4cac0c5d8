package io.tradinggym.options.chain;

import io.tradinggym.api.util.Require;

/**
 * How far strikes stand apart, and how far they reach.
 *
 * <p>Standard: 2.50 below a spot of 25, 5 up to 200, 10 above. In a dollar program, and for weeklies: 0.50 below 25, 1
 * up to 200, 2.50 above. Dense, as the largest funds have it: 0.50 below 25, else 1.
 *
 * @param program how dense the class's strikes are
 * @param band how far strikes reach on both sides of the spot, relative, in (0, 1); exchanges begin with about 25 %
 */
public record StrikeRule(Program program, double band) {
  private static final double LOW = 25;
  private static final double HIGH = 200;

  /** Classes of options by density. */
  public enum Program {
    /** The standard intervals. */
    STANDARD,
    /** Dollar strikes. */
    DOLLAR,
    /** As the largest funds. */
    DENSE
  }

  /** Checks the values. */
  public StrikeRule {
    Require.that(band > 0 && band < 1, "band must be in (0, 1)", band);
  }

  /**
   * {@return the distance between strikes that are listed at a spot}
   *
   * @param spot price of the underlying, > 0
   * @param kind why the expiry is listed
   */
  public double step(double spot, ExpiryKind kind) {
    boolean dollar = program == Program.DOLLAR || kind == ExpiryKind.WEEKLY;
    if (program == Program.DENSE && kind != ExpiryKind.LEAPS) {
      return spot < LOW ? 0.5 : 1;
    }
    if (dollar && kind != ExpiryKind.LEAPS) {
      return spot < LOW ? 0.5 : spot <= HIGH ? 1 : 2.5;
    }
    return spot < LOW ? 2.5 : spot <= HIGH ? 5 : 10;
  }

  /**
   * {@return the lowest strike that a spot calls for, in steps, at least 1}
   *
   * @param spot price of the underlying, &gt; 0
   * @param step distance of strikes, > 0
   */
  public int lowest(double spot, double step) {
    return Math.max(1, (int) Math.ceil(spot * (1 - band) / step));
  }

  /**
   * {@return the highest strike that a spot calls for, in steps, at least 1}
   *
   * @param spot price of the underlying, &gt; 0
   * @param step distance of strikes, > 0
   */
  public int highest(double spot, double step) {
    return Math.max(1, (int) Math.floor(spot * (1 + band) / step));
  }
}

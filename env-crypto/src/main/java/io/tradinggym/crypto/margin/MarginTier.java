package io.tradinggym.crypto.margin;

/**
 * One row of a margin table: positions worth up to {@code upTo} and more than the row before.
 *
 * @param upTo largest worth, money units, > 0
 * @param rate of the maintenance margin, millionths, in [0, 1000000): 4,000 is 0.4 %
 * @param leverage highest, 1 to 1000
 * @param deduction taken off the rate's share, so that the margin has no jump between rows; money units, >= 0
 */
public record MarginTier(long upTo, long rate, int leverage, long deduction) {
  /** Checks the numbers. */
  public MarginTier {
    if (upTo <= 0) {
      throw new IllegalArgumentException("upTo must be > 0 money units, was " + upTo);
    }
    if (rate < 0 || rate >= MarginSchedule.ONE) {
      throw new IllegalArgumentException("rate must be in [0, 1000000) millionths, was " + rate);
    }
    if (leverage < 1 || leverage > 1000) {
      throw new IllegalArgumentException("leverage must be in [1, 1000], was " + leverage);
    }
    if (deduction < 0) {
      throw new IllegalArgumentException("deduction must be >= 0, was " + deduction);
    }
  }
}

package io.tradinggym.crypto.funding;

/**
 * The rate of venues that settle at stamps: the average premium, pulled towards the interest rate as far as the clamp
 * lets it, and capped:
 *
 * <pre>
 * F = [P + clamp(interest - P, -clamp, clamp)] x share,    |F| at most cap
 * </pre>
 *
 * <p>share is 1 where the formula is charged at every stamp however often stamps come (Binance until 2025-09-18 08:01
 * UTC), and N / 8 where a contract that settles every N hours charges that part of an 8-hour rate (Binance since).
 *
 * @param interest of 8 hours, a fraction; usually 0.0001
 * @param clamp >= 0, usually 0.0005
 * @param cap largest absolute rate of a settlement, > 0; infinite where none is known
 * @param hours between stamps, 1 to 24
 * @param scaled whether the rate is charged by the length of the interval
 * @see <a href="https://www.binance.com/en/support/announcement">Binance, announcement of 2025-09-16</a>
 */
public record ClampedPremium(double interest, double clamp, double cap, int hours, boolean scaled)
    implements FundingFormula {
  private static final double EIGHT_HOURS = 8;

  /** Checks the numbers. */
  public ClampedPremium {
    if (!Double.isFinite(interest)) {
      throw new IllegalArgumentException("interest must be finite, was " + interest);
    }
    if (!(clamp >= 0)) {
      throw new IllegalArgumentException("clamp must be >= 0, was " + clamp);
    }
    if (!(cap > 0)) {
      throw new IllegalArgumentException("cap must be > 0, was " + cap);
    }
    if (hours < 1 || hours > 24) {
      throw new IllegalArgumentException("hours must be in [1, 24], was " + hours);
    }
  }

  @Override
  public double rate(double premium) {
    double pulled = premium + Math.clamp(interest - premium, -clamp, clamp);
    return Math.clamp(scaled ? pulled * (hours / EIGHT_HOURS) : pulled, -cap, cap);
  }
}

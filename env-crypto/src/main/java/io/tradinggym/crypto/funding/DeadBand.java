package io.tradinggym.crypto.funding;

import io.tradinggym.market.Money;

/**
 * The rate of venues that settle all the time (Deribit): premiums within a band cost nothing, and beyond it what
 * exceeds it:
 *
 * <pre>
 * F = max(band, P) + min(-band, P),    |F| at most cap,    P = (mark - index) / index
 * </pre>
 *
 * <p>The rate is of 8 hours; every moment pays its part of it.
 *
 * @param band >= 0, usually 0.00025
 * @param cap largest absolute rate, > 0
 * @see <a href="https://insights.deribit.com/education/perpetual-funding/">Deribit: funding of perpetuals</a>
 */
public record DeadBand(double band, double cap) implements FundingFormula {
  private static final long EIGHT_HOURS = 8 * 3_600_000L;

  /** Checks the numbers. */
  public DeadBand {
    if (!(band >= 0)) {
      throw new IllegalArgumentException("band must be >= 0, was " + band);
    }
    if (!(cap > 0)) {
      throw new IllegalArgumentException("cap must be > 0, was " + cap);
    }
  }

  @Override
  public double rate(double premium) {
    return Math.clamp(Math.max(band, premium) + Math.min(-band, premium), -cap, cap);
  }

  /**
   * {@return what a position receives (or, negative, pays) for a time, money units; what is paid is rounded up, what is
   * received down}
   *
   * @param exposure of the position at its mark, money units; negative for a short one
   * @param rate of 8 hours, in units of 1e-8; longs pay when it is positive
   * @param millis that have passed, 0 to 30 days
   */
  public static long received(long exposure, long rate, long millis) {
    long part = Math.multiplyExact(Math.abs(rate), millis);
    long one = UNITS * EIGHT_HOURS;
    long size = Math.abs(exposure);
    boolean pays = exposure > 0 == rate > 0;
    return pays ? -Money.shareUp(size, part, one) : Money.shareDown(size, part, one);
  }
}

package io.tradinggym.market.cost;

import io.tradinggym.market.Money;

/**
 * So much a share, at least the minimum, at most a share of the notional (which is the stronger limit).
 *
 * @param perShare money units a share, >= 0
 * @param minimum money units an order, >= 0; a partly filled order pays it at every fill
 * @param maximumBasisPoints of the notional, > 0
 */
public record PerShare(long perShare, long minimum, int maximumBasisPoints) implements Commission {
  /** Interactive Brokers, US shares, fixed: 0.005 a share, at least 1, at most 1 %. */
  public static final PerShare IB_FIXED = new PerShare(Money.of("0.005"), Money.of("1"), 100);

  /**
   * Interactive Brokers, US shares, tiered, up to 300,000 shares a month: 0.0035 a share, at least 0.35, at most 1 %.
   */
  public static final PerShare IB_TIERED = new PerShare(Money.of("0.0035"), Money.of("0.35"), 100);

  private static final long ONE = 10_000;

  /** Checks the numbers. */
  public PerShare {
    if (perShare < 0 || minimum < 0 || maximumBasisPoints <= 0) {
      throw new IllegalArgumentException(
          "perShare and minimum must be >= 0 and the maximum > 0, were "
              + perShare
              + ", "
              + minimum
              + ", "
              + maximumBasisPoints);
    }
  }

  @Override
  public long charge(long notional, long lots, long lotsPerUnit, boolean maker, long time) {
    long shares = Math.max(minimum, Money.shareUp(Math.abs(lots), perShare, lotsPerUnit));
    // The limit is seldom met: to see that takes a multiplication, to know it a division.
    boolean below =
        Math.multiplyHigh(notional, maximumBasisPoints) == 0
            && Math.multiplyHigh(shares, ONE) == 0
            && Long.compareUnsigned(shares * ONE, notional * maximumBasisPoints) <= 0;
    return below ? shares : Math.min(shares, Money.shareUp(notional, maximumBasisPoints, ONE));
  }
}

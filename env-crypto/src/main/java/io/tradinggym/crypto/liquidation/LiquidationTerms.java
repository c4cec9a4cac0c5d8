package io.tradinggym.crypto.liquidation;

/**
 * How a venue liquidates.
 *
 * @param fee of the notional that is closed on the market, millionths, 0 to 100,000; never more than is left; paid to
 *     the insurance fund
 * @param byTiers whether a position is reduced one margin tier at a time until it stands again, or closed at once
 */
public record LiquidationTerms(long fee, boolean byTiers) {
  /** Checks the fee. */
  public LiquidationTerms {
    if (fee < 0 || fee > 100_000) {
      throw new IllegalArgumentException("fee must be in [0, 100000] millionths, was " + fee);
    }
  }
}

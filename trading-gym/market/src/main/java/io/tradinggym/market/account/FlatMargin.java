package io.tradinggym.market.account;

import io.tradinggym.market.Money;

/**
 * A share of a position's absolute value, long and short alike: {@code |lots x mark| x rate}. Leverage L is an initial
 * rate of 10,000 / L.
 *
 * @param initialBasisPoints of the absolute value, 1 to 100,000; 10,000 is fully paid
 * @param maintenanceBasisPoints of the absolute value, 0 to the initial rate
 */
public record FlatMargin(int initialBasisPoints, int maintenanceBasisPoints)
    implements PositionMargin {
  private static final int ONE = 10_000;

  /** More than a double's product is off. */
  private static final double MORE = 1 + 1e-12;

  /** Checks the rates. */
  public FlatMargin {
    if (initialBasisPoints < 1 || initialBasisPoints > 10 * ONE) {
      throw new IllegalArgumentException(
          "initialBasisPoints must be in [1, 100000], was " + initialBasisPoints);
    }
    if (maintenanceBasisPoints < 0 || maintenanceBasisPoints > initialBasisPoints) {
      throw new IllegalArgumentException(
          "maintenanceBasisPoints must be in [0, "
              + initialBasisPoints
              + "], was "
              + maintenanceBasisPoints);
    }
  }

  /**
   * {@return margin for gross exposure of up to this multiple of equity, liquidated when equity falls below half of
   * what opening needed}
   *
   * @param leverage 1 to 10,000
   */
  public static FlatMargin leverage(int leverage) {
    int initial = (ONE + leverage - 1) / leverage;
    return new FlatMargin(initial, initial / 2);
  }

  @Override
  public long initial(Account account, int asset, long lots) {
    return Money.shareUp(Math.abs(account.notional(asset, lots)), initialBasisPoints, ONE);
  }

  @Override
  public boolean opensAny(Account account, long gross, long equity) {
    // Each position's requirement is rounded up.
    double free = equity - account.assets();
    return gross * MORE * initialBasisPoints <= free * ONE;
  }

  @Override
  public double mostMaintenance() {
    return (double) maintenanceBasisPoints / ONE;
  }

  @Override
  public long maintenance(Account account, int asset, long lots) {
    return Money.shareUp(Math.abs(account.notional(asset, lots)), maintenanceBasisPoints, ONE);
  }
}

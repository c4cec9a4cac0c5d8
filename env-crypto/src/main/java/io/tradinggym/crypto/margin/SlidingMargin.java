package io.tradinggym.crypto.margin;

import io.tradinggym.market.Money;

/**
 * Rates that grow with the coins held, without steps (Deribit): {@code rate = base + slope x coins}.
 *
 * <p>Vector: initial 2 % and maintenance 1 %, both + 0.005 % a coin, at a price of 100,000: 25 coins need 2.125 % =
 * 53,125 and keep 1.125 % = 28,125; 350 coins need 3.75 % = 1,312,500.
 *
 * @param initialBase millionths, > 0
 * @param maintenanceBase millionths, 0 to the initial base
 * @param slope millionths a coin, >= 0
 * @param most largest position, coins, > 0
 */
public record SlidingMargin(long initialBase, long maintenanceBase, long slope, long most)
    implements MarginSchedule {
  /** Checks the numbers. */
  public SlidingMargin {
    if (maintenanceBase < 0 || initialBase <= 0 || maintenanceBase > initialBase || slope < 0) {
      throw new IllegalArgumentException(
          "rates must be >= 0 and the maintenance base at most the initial one, were "
              + initialBase
              + ", "
              + maintenanceBase
              + ", "
              + slope);
    }
    if (most <= 0) {
      throw new IllegalArgumentException("most must be > 0 coins, was " + most);
    }
  }

  private long margin(long notional, long base, long lots, long lotsPerCoin) {
    long rate =
        Math.addExact(Math.multiplyExact(base, lotsPerCoin), Math.multiplyExact(slope, lots));
    return Money.shareUp(notional, rate, Math.multiplyExact(ONE, lotsPerCoin));
  }

  @Override
  public long maintenance(long notional, long lots, long lotsPerCoin) {
    return margin(notional, maintenanceBase, lots, lotsPerCoin);
  }

  @Override
  public long initial(long notional, long lots, long lotsPerCoin, int leverage) {
    return Math.max(
        margin(notional, initialBase, lots, lotsPerCoin), Math.ceilDiv(notional, leverage));
  }

  @Override
  public int maxLeverage(long notional, long lots, long lotsPerCoin) {
    long coins = lots / lotsPerCoin;
    return coins > most ? 0 : (int) Math.max(1, ONE / (initialBase + slope * coins));
  }

  /**
   * {@return the rate of the maintenance margin of so many coins, a fraction}
   *
   * @param coins size of the position, coins, >= 0
   */
  public double maintenanceRate(double coins) {
    return (maintenanceBase + slope * coins) / ONE;
  }
}

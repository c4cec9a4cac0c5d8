package io.tradinggym.crypto.margin;

/**
 * Margins of one contract by the size of the position. Amounts are money units (1e-8) of the currency that the contract
 * settles in; a size is given as worth and as lots, because venues count it by either. Implementations are immutable
 * and allocate nothing.
 */
public sealed interface MarginSchedule permits MarginTiers, SlidingMargin {
  /** Rates are in millionths: 4,000 is 0.4 %. */
  long ONE = 1_000_000;

  /**
   * {@return the equity below which a position is liquidated, money units, rounded up}
   *
   * @param notional worth of the position, money units, >= 0
   * @param lots size of the position, >= 0: of either side
   * @param lotsPerCoin lots that make one coin, > 0
   */
  long maintenance(long notional, long lots, long lotsPerCoin);

  /**
   * {@return the equity that opening a position needs, money units, rounded up}
   *
   * @param notional worth of the position, money units, >= 0
   * @param lots size of the position, >= 0: of either side
   * @param lotsPerCoin lots that make one coin, > 0
   * @param leverage that was chosen; where the venue allows less for so large a position, less counts
   */
  long initial(long notional, long lots, long lotsPerCoin, int leverage);

  /**
   * {@return the highest whole leverage for a position of that size; 0 if so large a one is not allowed at all}
   *
   * @param notional worth of the position, money units, >= 0
   * @param lots size of the position, >= 0: of either side
   * @param lotsPerCoin lots that make one coin, > 0
   */
  int maxLeverage(long notional, long lots, long lotsPerCoin);

  /**
   * {@return the leverage that any position of at most this worth is lent, >= 1; 0 where it is not the worth alone that
   * counts}
   *
   * @param notional worth of the position, money units, >= 0
   */
  default int leverageUpTo(long notional) {
    return 0;
  }

  /**
   * {@return the equity below which a position is liquidated, money units; its size counts by worth alone}
   *
   * @param notional worth of the position, money units, >= 0
   */
  default long maintenance(long notional) {
    return maintenance(notional, 0, 1);
  }
}

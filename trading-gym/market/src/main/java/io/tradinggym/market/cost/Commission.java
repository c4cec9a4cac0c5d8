package io.tradinggym.market.cost;

/** Fees of a trade, in money. Implementations are immutable and allocate nothing; they round up. */
@FunctionalInterface
public interface Commission {
  /** No fees. */
  Commission NONE = (notional, lots, lotsPerUnit, maker, time) -> 0;

  /**
   * {@return the fees of a fill, money units; negative is a rebate}
   *
   * @param notional absolute value of the fill, money units, >= 0
   * @param lots filled; negative for a sale
   * @param lotsPerUnit lots in one share, coin or contract
   * @param maker whether the order rested in the book
   * @param time of the fill, UTC epoch milliseconds
   */
  long charge(long notional, long lots, long lotsPerUnit, boolean maker, long time);

  /**
   * {@return these fees and others, added up}
   *
   * @param other what is paid besides
   */
  default Commission plus(Commission other) {
    return (notional, lots, lotsPerUnit, maker, time) ->
        Math.addExact(
            charge(notional, lots, lotsPerUnit, maker, time),
            other.charge(notional, lots, lotsPerUnit, maker, time));
  }
}

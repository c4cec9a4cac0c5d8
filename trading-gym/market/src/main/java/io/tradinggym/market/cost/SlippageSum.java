package io.tradinggym.market.cost;

/**
 * One slippage and another.
 *
 * @param first the one
 * @param second the other
 */
record SlippageSum(Slippage first, Slippage second) implements Slippage {
  @Override
  public double ticks(long price, long lots, Conditions market) {
    return first.ticks(price, lots, market) + second.ticks(price, lots, market);
  }

  @Override
  public Slippage beyondSpread() {
    Slippage one = first.beyondSpread();
    Slippage other = second.beyondSpread();
    return one == NONE ? other : other == NONE ? one : one.plus(other);
  }
}

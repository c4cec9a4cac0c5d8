package io.tradinggym.market.cost;

/**
 * Half of a spread that is assumed: {@code halfTicks + price x share}. Nothing is left of it where the spread is known.
 *
 * @param halfTicks ticks at any price, >= 0
 * @param share part of the price, >= 0
 */
record HalfSpread(double halfTicks, double share) implements Slippage {
  @Override
  public double ticks(long price, long lots, Conditions market) {
    return halfTicks + price * share;
  }

  @Override
  public Slippage beyondSpread() {
    return NONE;
  }
}

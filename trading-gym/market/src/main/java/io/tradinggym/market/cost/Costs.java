package io.tradinggym.market.cost;

/**
 * Costs of trading: fees in money and a worse price.
 *
 * @param commission fees in money, of every fill
 * @param slippage spread, slippage and impact of taking orders, in ticks of the price
 */
public record Costs(Commission commission, Slippage slippage) {
  /** Nothing at all: for tests, and to see what costs do. */
  public static final Costs NONE = new Costs(Commission.NONE, Slippage.NONE);

  /** Liquid US shares: IB's fixed commission and a spread of 2 basis points. */
  public static final Costs US_SHARES = new Costs(PerShare.IB_FIXED, Slippage.spread(2));

  /**
   * {@return fees and half a spread in basis points, the usual two numbers of a backtest}
   *
   * @param fee basis points of the value, 0 to 10,000, of makers and takers alike
   * @param halfSpread basis points of the price, &gt;= 0
   */
  public static Costs basisPoints(long fee, double halfSpread) {
    return new Costs(Percent.basisPoints(fee), Slippage.spread(2 * halfSpread));
  }

  /**
   * {@return these costs and others, added up}
   *
   * @param other what is paid besides
   */
  public Costs plus(Costs other) {
    return new Costs(commission.plus(other.commission), slippage.plus(other.slippage));
  }
}

package io.tradinggym.experiments.statistics;

/** What trading costs. Undefined values are NaN. */
public final class TradingCosts {
  private static final double BASIS_POINTS = 10_000;

  private TradingCosts() {}

  /** One-way turnover of a rebalance: half the sum of |new weight - old weight|, cash being one of the weights. */
  public static double turnover(double[] before, double[] after) {
    double sum = 0;
    for (double change : Sample.minus(after, before)) {
      sum += Math.abs(change);
    }
    return sum / 2;
  }

  /** Gross return less net return, in the unit of both. */
  public static double drag(double gross, double net) {
    return gross - net;
  }

  /**
   * Cost per unit of traded notional at which the gross profit is gone, basis points.
   *
   * @param grossProfit before costs, account currency
   * @param tradedNotional sum of |quantity| x price, account currency, >= 0; 0 gives NaN
   */
  public static double breakEvenBasisPoints(double grossProfit, double tradedNotional) {
    return Sample.ratio(grossProfit, tradedNotional) * BASIS_POINTS;
  }

  /**
   * Implementation shortfall of a filled order: signed quantity x (average fill - decision price) + fees; positive is
   * a cost.
   *
   * @param signedQuantity positive bought, negative sold
   */
  public static double implementationShortfall(
      double signedQuantity, double decisionPrice, double averageFill, double fees) {
    return signedQuantity * (averageFill - decisionPrice) + fees;
  }
}

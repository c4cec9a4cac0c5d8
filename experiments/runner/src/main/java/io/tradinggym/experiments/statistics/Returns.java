package io.tradinggym.experiments.statistics;

import java.util.Arrays;

/**
 * Metrics of a series of simple period returns r. Rates (risk-free, minimum acceptable, threshold) are per period as
 * well; undefined values are NaN.
 */
public final class Returns {
  private Returns() {}

  /**
   * V_t / V_(t-1) - 1.
   *
   * @param equity V_0 to V_T, all but the last > 0 (nothing can be earned on an equity of zero or below)
   * @return T returns
   */
  public static double[] ofEquity(double[] equity) {
    Sample.requireFinite("equity", equity);
    double[] returns = new double[Math.max(0, equity.length - 1)];
    for (int t = 1; t < equity.length; t++) {
      Sample.requirePositive("equity[" + (t - 1) + "]", equity[t - 1]);
      returns[t - 1] = equity[t] / equity[t - 1] - 1;
    }
    return returns;
  }

  /** Compound annual growth (V_T/V_0)^(1/years) - 1; -1 when nothing is left, NaN when the account ends in debt. */
  public static double cagr(double startEquity, double endEquity, double years) {
    Sample.requirePositive("startEquity", startEquity);
    Sample.requirePositive("years", years);
    return endEquity < 0 ? Double.NaN : Math.pow(endEquity / startEquity, 1 / years) - 1;
  }

  /** sd(r) sqrt(A), sd with divisor n - 1. */
  public static double volatility(double[] returns, double periodsPerYear) {
    checked(returns, periodsPerYear);
    return Sample.deviation(returns) * Math.sqrt(periodsPerYear);
  }

  /** mean(r - rf) / sd(r - rf) sqrt(A). Undefined for constant returns. */
  public static double sharpe(double[] returns, double riskFree, double periodsPerYear) {
    checked(returns, periodsPerYear);
    double[] excess = Sample.minus(returns, riskFree);
    return Sample.mean(excess) / Sample.spread(excess) * Math.sqrt(periodsPerYear);
  }

  /**
   * A mean(r - m) / (sqrt(A) sqrt(mean(min(r - m, 0)^2))), the mean over all periods. Undefined without a shortfall.
   */
  public static double sortino(double[] returns, double minimumAcceptable, double periodsPerYear) {
    checked(returns, periodsPerYear);
    double[] excess = Sample.minus(returns, minimumAcceptable);
    double squares = Arrays.stream(excess).map(r -> Math.min(r, 0)).map(r -> r * r).sum();
    double downside = Math.sqrt(Sample.ratio(squares, excess.length));
    return downside > Sample.CONSTANT_SPREAD
        ? Sample.mean(excess) / downside * Math.sqrt(periodsPerYear)
        : Double.NaN;
  }

  /** The p-quantile of returns (a loss is negative), by linear interpolation; p = 0.05 for VaR_5. */
  public static double valueAtRisk(double[] returns, double p) {
    Sample.requireFinite("returns", returns);
    Sample.requireProbability("p", p);
    return Sample.quantile(returns, p);
  }

  /** Mean of the floor((n - 1) p) + 1 worst returns (a loss is negative). */
  public static double conditionalValueAtRisk(double[] returns, double p) {
    Sample.requireFinite("returns", returns);
    Sample.requireProbability("p", p);
    if (returns.length == 0) {
      return Double.NaN;
    }
    double[] sorted = returns.clone();
    Arrays.sort(sorted);
    return Sample.mean(Arrays.copyOf(sorted, (int) ((returns.length - 1) * p) + 1));
  }

  /** Sum of gains above the threshold over sum of shortfalls below it. Undefined without a shortfall. */
  public static double omega(double[] returns, double threshold) {
    Sample.requireFinite("returns", returns);
    double[] excess = Sample.minus(returns, threshold);
    return Sample.ratio(gains(excess), losses(excess));
  }

  /** |95th percentile| / |5th percentile|. */
  public static double tailRatio(double[] returns) {
    Sample.requireFinite("returns", returns);
    return Sample.ratio(
        Math.abs(Sample.quantile(returns, 0.95)), Math.abs(Sample.quantile(returns, 0.05)));
  }

  /**
   * R^2 of the cumulative log return on time. Undefined after a return of -100 % or worse, and for no growth at all.
   */
  public static double stability(double[] returns) {
    Sample.requireFinite("returns", returns);
    double[] time = new double[returns.length];
    double[] cumulative = new double[returns.length];
    double sum = 0;
    for (int t = 0; t < returns.length; t++) {
      if (returns[t] <= -1) {
        return Double.NaN;
      }
      sum += Math.log1p(returns[t]);
      time[t] = t;
      cumulative[t] = sum;
    }
    double correlation =
        Relative.covariance(time, cumulative) / (Sample.spread(time) * Sample.spread(cumulative));
    return correlation * correlation;
  }

  /** Sum of gains over sum of losses; of period returns or of trade profits net of fees. Undefined without a loss. */
  public static double profitFactor(double[] outcomes) {
    Sample.requireFinite("outcomes", outcomes);
    return Sample.ratio(gains(outcomes), losses(outcomes));
  }

  /**
   * p W - (1 - p) L: share of winners times their mean, less share of the others times their mean loss. It equals the
   * mean outcome.
   *
   * @param outcomes per period (returns) or per trade (profits net of fees); the caller says which when printing
   */
  public static double expectancy(double[] outcomes) {
    Sample.requireFinite("outcomes", outcomes);
    return Sample.ratio(gains(outcomes) - losses(outcomes), outcomes.length);
  }

  private static double gains(double[] x) {
    return Arrays.stream(x).filter(v -> v > 0).sum();
  }

  private static double losses(double[] x) {
    return -Arrays.stream(x).filter(v -> v < 0).sum();
  }

  private static void checked(double[] returns, double periodsPerYear) {
    Sample.requireFinite("returns", returns);
    Sample.requirePositive("periodsPerYear", periodsPerYear);
  }
}

package io.tradinggym.options.hedging;

import io.tradinggym.api.util.Require;

/**
 * A call that was sold at the money on a spot of 100 without drift, rates or dividends, to be hedged at even times.
 *
 * @param volatility of the spot, a year, as a fraction, in (0, 5]
 * @param years to expiry, in (0, 100]
 * @param rebalances trades, the first at the start, &gt;= 1
 * @param cost of a trade as a fraction of its value, in [0, 0.1)
 * @param aversion a of the entropic risk ln E e^(-a X) / a, per unit of money, in (0, 100]
 */
public record HedgingTask(
    double volatility, double years, int rebalances, double cost, double aversion) {
  /** Spot at the start, and strike. */
  public static final double SPOT = 100;

  /** Thirty days, thirty trades, 20 % volatility, 5 basis points, a = 1. */
  public static final HedgingTask DEFAULT = new HedgingTask(0.2, 30 / 365.0, 30, 0.0005, 1);

  /** Checks the values. */
  public HedgingTask {
    Require.that("volatility", volatility > 0 && volatility <= 5, volatility, "in (0, 5]");
    Require.that("years", years > 0 && years <= 100, years, "in (0, 100]");
    Require.that("rebalances", rebalances >= 1, rebalances, ">= 1");
    Require.that("cost", cost >= 0 && cost < 0.1, cost, "in [0, 0.1)");
    Require.that("aversion", aversion > 0 && aversion <= 100, aversion, "in (0, 100]");
  }

  /**
   * {@return the same task at another cost}
   *
   * @param fraction of the value traded, in [0, 0.1)
   */
  public HedgingTask withCost(double fraction) {
    return new HedgingTask(volatility, years, rebalances, fraction, aversion);
  }

  /**
   * {@return the same task of somebody with another aversion}
   *
   * @param perMoney a of the entropic risk, per unit of money, in (0, 100]
   */
  public HedgingTask withAversion(double perMoney) {
    return new HedgingTask(volatility, years, rebalances, cost, perMoney);
  }

  /**
   * {@return the same task with another number of trades}
   *
   * @param trades until expiry, the first at the start, >= 1
   */
  public HedgingTask withRebalances(int trades) {
    return new HedgingTask(volatility, years, trades, cost, aversion);
  }
}

package io.tradinggym.options.hedging;

import io.tradinggym.options.pricing.Normal;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The book of somebody who sold a call and hedges it with the underlying: {@link #begin}, then {@link #hold} and {@link #move}
 * in turn until {@link #expired}. Allocates nothing.
 *
 * <p>The spot is geometric Brownian without drift. Profit counts the hedge's gains less costs less the rise of the option's
 * Black-Scholes value since the start, so at expiry it is hedge less costs less payoff plus the premium. The hedge is not
 * unwound at expiry.
 */
public final class ShortCall {
  private final HedgingTask task;
  private final double stepDeviation;
  private final double stepYears;
  private final double premium;

  private int step;
  private double logMoneyness;
  private double spot;
  private double shares;
  private double profit;
  private double costs;
  private double value;
  private double delta;
  private double gamma;

  /** A book at its start. */
  public ShortCall(HedgingTask task) {
    this.task = task;
    stepYears = task.years() / task.rebalances();
    stepDeviation = task.volatility() * Math.sqrt(stepYears);
    begin();
    premium = value;
  }

  /** Sells the call and holds no shares. */
  public void begin() {
    step = 0;
    logMoneyness = 0;
    spot = HedgingTask.SPOT;
    shares = 0;
    profit = 0;
    costs = 0;
    mark();
  }

  /** Trades to so many shares per option, and pays for it. */
  public void hold(double newShares) {
    double paid = task.cost() * spot * Math.abs(newShares - shares);
    shares = newShares;
    costs += paid;
    profit -= paid;
  }

  /** The spot moves by one step. */
  public void move(double gaussian) {
    double before = spot;
    double valueBefore = value;
    logMoneyness += stepDeviation * gaussian - 0.5 * stepDeviation * stepDeviation;
    spot = HedgingTask.SPOT * StrictMath.exp(logMoneyness);
    step++;
    mark();
    profit += shares * (spot - before) - (value - valueBefore);
  }

  private void mark() {
    double left = yearsLeft();
    if (left <= 0) {
      value = Math.max(spot - HedgingTask.SPOT, 0);
      delta = spot > HedgingTask.SPOT ? 1 : 0;
      gamma = 0;
      return;
    }
    double deviation = task.volatility() * Math.sqrt(left);
    double d1 = logMoneyness / deviation + 0.5 * deviation;
    delta = Normal.cdf(d1);
    value = spot * delta - HedgingTask.SPOT * Normal.cdf(d1 - deviation);
    gamma = Normal.pdf(d1) / (spot * deviation);
  }

  /** Whether the option has expired. */
  public boolean expired() {
    return step >= task.rebalances();
  }

  /** Trades made so far: which one comes next. */
  public int step() {
    return step;
  }

  /** Time to expiry in years. */
  public double yearsLeft() {
    return expired() ? 0 : (task.rebalances() - step) * stepYears;
  }

  /** Time to expiry as a part of the whole. */
  public double timeLeft() {
    return (task.rebalances() - step) / (double) task.rebalances();
  }

  /** ln(S / K). */
  public double logMoneyness() {
    return logMoneyness;
  }

  /** Price of the underlying. */
  public double spot() {
    return spot;
  }

  /** Shares held per option. */
  public double shares() {
    return shares;
  }

  /** Profit so far, the option at its Black-Scholes value. */
  public double profit() {
    return profit;
  }

  /** Paid for trades so far. */
  public double costs() {
    return costs;
  }

  /** Black-Scholes value of the call at the start: what the premium is taken to be. */
  public double premium() {
    return premium;
  }

  /** Black-Scholes delta of the call. */
  public double delta() {
    return delta;
  }

  /** Its gamma. */
  public double gamma() {
    return gamma;
  }

  /**
   * Half of the width of the no-trade band around delta that Whalley and Wilmott (1997) found for small costs: (3/2 c S
   * gamma^2 / a)^(1/3).
   */
  public double bandHalfWidth() {
    return StrictMath.cbrt(1.5 * task.cost() * spot * gamma * gamma / task.aversion());
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(step);
    out.writeDouble(logMoneyness);
    out.writeDouble(spot);
    out.writeDouble(shares);
    out.writeDouble(profit);
    out.writeDouble(costs);
  }

  void restore(DataInput in) throws IOException {
    step = in.readInt();
    logMoneyness = in.readDouble();
    spot = in.readDouble();
    shares = in.readDouble();
    profit = in.readDouble();
    costs = in.readDouble();
    mark();
  }
}

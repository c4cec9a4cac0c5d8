package io.tradinggym.options.hedging;

import io.tradinggym.market.Exponential;
import io.tradinggym.options.pricing.Normal;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A call at the money on a simulated spot: its time, and its price by its volatility. */
abstract sealed class SimulatedCall implements CallMarket permits BlackScholesCall, HestonCall {
  private static final double SPOT = HedgingTask.SPOT;

  private final int rebalances;
  private final double stepYears;
  private int step;
  private double logMoneyness;
  private double spot;
  private double value;
  private double volatility;
  private double delta;
  private double gamma;

  SimulatedCall(HedgingTask task) {
    rebalances = task.rebalances();
    stepYears = task.years() / rebalances;
    restart();
  }

  /** To the sale, the price not marked yet. */
  final void restart() {
    step = 0;
    logMoneyness = 0;
    spot = SPOT;
  }

  /** The spot moves by a logarithmic return, the price not marked yet. */
  final void step(double logReturn) {
    logMoneyness += logReturn;
    spot = SPOT * Exponential.of(logMoneyness);
    step++;
  }

  /** Prices the call at a volatility. */
  final void mark(double newVolatility) {
    double left = yearsLeft();
    if (left <= 0) {
      value = Math.max(spot - SPOT, 0);
      delta = spot > SPOT ? 1 : 0;
      gamma = 0;
      return;
    }
    volatility = newVolatility;
    double deviation = newVolatility * Math.sqrt(left);
    double d1 = logMoneyness / deviation + 0.5 * deviation;
    double density = Normal.pdf(d1);
    delta = Normal.cdf(d1, density);
    value = spot * delta - SPOT * Normal.cdf(d1 - deviation);
    gamma = density / (spot * deviation);
  }

  @Override
  public final boolean expired() {
    return step >= rebalances;
  }

  @Override
  public final int step() {
    return step;
  }

  @Override
  public final double stepYears() {
    return stepYears;
  }

  @Override
  public final double yearsLeft() {
    return expired() ? 0 : (rebalances - step) * stepYears;
  }

  @Override
  public final double timeLeft() {
    return (rebalances - step) / (double) rebalances;
  }

  @Override
  public final double spot() {
    return spot;
  }

  @Override
  public final double logMoneyness() {
    return logMoneyness;
  }

  @Override
  public final double value() {
    return value;
  }

  @Override
  public final double volatility() {
    return volatility;
  }

  @Override
  public final double delta() {
    return delta;
  }

  @Override
  public final double gamma() {
    return gamma;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(step);
    out.writeDouble(logMoneyness);
    out.writeDouble(spot);
    out.writeDouble(volatility);
  }

  /** The price is to be marked by whoever overrides this. */
  @Override
  public void restore(DataInput in) throws IOException {
    step = in.readInt();
    logMoneyness = in.readDouble();
    spot = in.readDouble();
    volatility = in.readDouble();
  }
}

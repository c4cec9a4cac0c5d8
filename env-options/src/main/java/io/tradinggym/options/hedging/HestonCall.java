package io.tradinggym.options.hedging;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.Exponential;
import io.tradinggym.options.pricing.HestonStep;
import io.tradinggym.options.pricing.Normal;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A market in which volatility moves, and with the spot: Heston's, under the measure that prices the call. The call is
 * worth what the model says, so whoever sells and hedges it has no expected profit before costs; but shares alone
 * cannot take the risk of volatility away.
 */
public final class HestonCall extends SimulatedCall {
  /** Paths are simulated in steps of at most a day. */
  private static final double LONGEST = 1 / 365.0;

  /** Part of a deviation by which spot and variance are moved to see what follows. */
  private static final double BUMP = 0.05;

  private final HedgingTask task;
  private final HestonMarket market;
  private final HestonVolatilities volatilities;
  private final HestonStep dynamics;
  private final int substeps;
  private final double deviation;
  private double variance;

  /**
   * A lane of a task; works out a table of volatilities of its own.
   *
   * @param task the call: its volatility at the sale, time to expiry, number of trades
   * @param market how volatility moves
   */
  public HestonCall(HedgingTask task, HestonMarket market) {
    this(task, market, new HestonVolatilities(task, market));
  }

  HestonCall(HedgingTask task, HestonMarket market, HestonVolatilities volatilities) {
    super(task);
    this.task = task;
    this.market = market;
    this.volatilities = volatilities;
    substeps = (int) Math.ceil(stepYears() / LONGEST - 1e-9);
    dynamics =
        new HestonStep(
            market.at(task.volatility() * task.volatility(), task.volatility()),
            stepYears() / substeps,
            0,
            0);
    start();
    deviation = volatility() * Math.sqrt(task.years());
  }

  private void start() {
    restart();
    variance = task.volatility() * task.volatility();
    price();
  }

  @Override
  public void begin(RandomStream random) {
    start();
  }

  @Override
  public void advance(RandomStream random) {
    double logReturn = 0;
    for (int i = 0; i < substeps; i++) {
      double next = dynamics.variance(variance, random.gaussian(), random.uniform());
      logReturn += dynamics.logReturn(variance, next, random.gaussian());
      variance = next;
    }
    step(logReturn);
    price();
  }

  private void price() {
    mark(expired() ? volatility() : volatilities.at(variance, logMoneyness(), yearsLeft()));
  }

  /** {@return the variance of the spot now, a year, >= 0} */
  public double variance() {
    return variance;
  }

  @Override
  public double deviation() {
    return deviation;
  }

  /** By moving the spot, and the variance by what is to be expected of it then: correlation volOfVol dS / S. */
  @Override
  public double leastVarianceDelta() {
    if (expired()) {
      return delta();
    }
    double move = BUMP * volatility() * Math.sqrt(yearsLeft());
    return (worth(move) - worth(-move)) / (2 * spot() * StrictMath.sinh(move));
  }

  private double worth(double move) {
    double moved = Math.max(variance + market.correlation() * market.volOfVol() * move, 0);
    double log = logMoneyness() + move;
    double years = yearsLeft();
    double implied = volatilities.at(moved, log, years);
    double deviations = implied * Math.sqrt(years);
    double d1 = log / deviations + 0.5 * deviations;
    return HedgingTask.SPOT * (Exponential.of(log) * Normal.cdf(d1) - Normal.cdf(d1 - deviations));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    super.save(out);
    out.writeDouble(variance);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    super.restore(in);
    variance = in.readDouble();
    price();
  }
}

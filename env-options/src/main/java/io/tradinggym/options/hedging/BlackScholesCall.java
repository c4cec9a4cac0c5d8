package io.tradinggym.options.hedging;

import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.IOException;

/** The market of Black and Scholes: a geometric Brownian spot without drift. Hedging in it has a known optimum. */
public final class BlackScholesCall extends SimulatedCall {
  private final HedgingTask task;
  private final double deviation;
  private final double stepDeviation;

  /**
   * A lane of a task.
   *
   * @param task the call: volatility, time to expiry, number of trades
   */
  public BlackScholesCall(HedgingTask task) {
    super(task);
    this.task = task;
    deviation = task.volatility() * Math.sqrt(task.years());
    stepDeviation = task.volatility() * Math.sqrt(stepYears());
    mark(task.volatility());
  }

  @Override
  public void begin(RandomStream random) {
    restart();
    mark(task.volatility());
  }

  @Override
  public void advance(RandomStream random) {
    move(random.gaussian());
  }

  /** The spot moves by so many deviations of a step. */
  void move(double gaussian) {
    step(stepDeviation * gaussian - 0.5 * stepDeviation * stepDeviation);
    mark(task.volatility());
  }

  @Override
  public boolean volatilityMoves() {
    return false;
  }

  @Override
  public double deviation() {
    return deviation;
  }

  @Override
  public void restore(DataInput in) throws IOException {
    super.restore(in);
    mark(task.volatility());
  }
}

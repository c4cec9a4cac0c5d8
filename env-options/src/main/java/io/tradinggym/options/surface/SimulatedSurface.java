package io.tradinggym.options.surface;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.util.Require;
import io.tradinggym.market.Exponential;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An implied-volatility surface that follows a simulated spot and variance: the state of a {@link SurfaceLaw} in one
 * lane. Allocates nothing after construction; one instance serves one thread.
 *
 * <p>The caller owns the dynamics: at each step it hands in the new spot, the new variance per year (constant, or
 * Heston's) and the time that passed. An announcement is over as soon as the clock has reached its time; its jump of
 * the spot is the caller's.
 */
public final class SimulatedSurface implements Resumable {
  private final SurfaceLaw law;
  private final double rho;
  private final double width;
  private final double[] jumpTime;
  private final double[] jumpVariance;

  private double spot = 1;
  private double anchor = 1;
  private double variance;
  private double clock;
  private double start;

  /**
   * A surface at spot 1 and variance 0; {@link #reset} comes first.
   *
   * @param law smile, term structure, rates and announcements
   */
  public SimulatedSurface(SurfaceLaw law) {
    this.law = law;
    rho = law.shape().rho();
    width = 1 - rho * rho;
    jumpTime = law.jumps().stream().mapToDouble(EarningsJump::years).toArray();
    jumpVariance =
        law.jumps().stream().mapToDouble(jump -> jump.deviation() * jump.deviation()).toArray();
  }

  /** {@return the recipe that this is the state of} */
  public SurfaceLaw law() {
    return law;
  }

  /**
   * Starts an episode at clock 0, {@link #reset(double, double, double)}.
   *
   * @param newSpot price of the underlying, &gt; 0
   * @param newVariance instantaneous, a year, >= 0
   */
  public void reset(double newSpot, double newVariance) {
    reset(newSpot, newVariance, 0);
  }

  /**
   * Starts an episode.
   *
   * @param newSpot &gt; 0; also where sticky strikes are anchored
   * @param newVariance instantaneous, a year, >= 0
   * @param newClock years since the clock of the announcements began, &gt;= 0; gives episodes another phase of them
   */
  public void reset(double newSpot, double newVariance, double newClock) {
    check(newSpot, newVariance);
    Require.that(newClock >= 0, "clock must be >= 0", newClock);
    spot = newSpot;
    anchor = newSpot;
    variance = newVariance;
    clock = newClock;
    start = newClock;
  }

  /**
   * Moves on.
   *
   * @param newSpot price of the underlying, > 0
   * @param newVariance instantaneous, a year, >= 0
   * @param years that passed, &gt;= 0
   */
  public void advance(double newSpot, double newVariance, double years) {
    check(newSpot, newVariance);
    Require.that(years >= 0, "years must be >= 0", years);
    spot = newSpot;
    variance = newVariance;
    clock += years;
  }

  private static void check(double newSpot, double newVariance) {
    Require.that(newSpot > 0, "spot must be > 0", newSpot);
    Require.that(newVariance >= 0, "variance must be >= 0", newVariance);
  }

  /** {@return the spot handed in last} */
  public double spot() {
    return spot;
  }

  /** {@return the variance handed in last, per year} */
  public double variance() {
    return variance;
  }

  /** {@return the years since the clock of the announcements began} */
  public double clock() {
    return clock;
  }

  /**
   * {@return the forward price of the underlying so many years ahead}
   *
   * @param years to delivery, >= 0
   */
  public double forward(double years) {
    return spot * Exponential.of((law.rate() - law.dividendYield()) * years);
  }

  /**
   * {@return the at-the-money total variance to an expiry, announcements included; grows with it}
   *
   * @param years to expiry, >= 0
   */
  public double atTheMoney(double years) {
    double theta = law.premium() * law.term().totalVariance(variance, years);
    for (int i = 0; i < jumpTime.length; i++) {
      if (jumpTime[i] > clock && jumpTime[i] <= clock + years) {
        theta += jumpVariance[i];
      }
    }
    if (law.rule() == SpotRule.STICKY_DELTA || theta <= 0) {
      return theta;
    }
    double carry = (law.rate() - law.dividendYield()) * (clock - start);
    double move = StrictMath.log(spot / anchor) - carry;
    return law.shape().totalVariance(move, theta);
  }

  /**
   * {@return the implied volatility, a year, as a fraction; 0 if there is no variance}
   *
   * @param strike &gt; 0
   * @param years to expiry, &gt; 0
   */
  public double impliedVolatility(double strike, double years) {
    double theta = atTheMoney(years);
    if (!(theta > 0)) {
      return 0;
    }
    double k = StrictMath.log(strike / forward(years));
    return Math.sqrt(totalVariance(law.shape().phi(theta) * k, theta) / years);
  }

  /**
   * Writes the implied volatilities of one expiry, a year, as a fraction.
   *
   * @param years to expiry, &gt; 0
   * @param logStrike ln K of each contract
   * @param from index of the first contract
   * @param to index after the last contract
   * @param volatility out, at the same indices
   */
  public void impliedVolatilities(
      double years, double[] logStrike, int from, int to, double[] volatility) {
    double theta = atTheMoney(years);
    double logForward = StrictMath.log(spot) + (law.rate() - law.dividendYield()) * years;
    double phi = theta > 0 ? law.shape().phi(theta) : 0;
    for (int i = from; i < to; i++) {
      double w = totalVariance(phi * (logStrike[i] - logForward), theta);
      volatility[i] = Math.sqrt(w / years);
    }
  }

  private double totalVariance(double scaled, double theta) {
    double x = scaled + rho;
    return 0.5 * theta * (1 + rho * scaled + Math.sqrt(x * x + width));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(spot);
    out.writeDouble(anchor);
    out.writeDouble(variance);
    out.writeDouble(clock);
    out.writeDouble(start);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    spot = in.readDouble();
    anchor = in.readDouble();
    variance = in.readDouble();
    clock = in.readDouble();
    start = in.readDouble();
  }
}

package io.tradinggym.options.hedging;

import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.options.pricing.Normal;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The book of somebody who sold a call and hedges it with the underlying: {@link #begin}, then {@link #hold} and {@link
 * #move} in turn until {@link #over}. Allocates nothing.
 *
 * <p>Profit counts the hedge's gains less costs less the rise of the option's value in the {@link CallMarket} since the
 * sale, so at expiry it is hedge less costs less payoff plus the premium. The hedge is not unwound at expiry.
 */
public final class ShortCall implements Resumable {
  private final HedgingTask task;
  private final CallMarket market;
  private double premium;
  private double shares;
  private double profit;
  private double costs;

  /**
   * A book in the market of Black and Scholes.
   *
   * @param task the call, what trades cost, and the aversion to risk
   */
  public ShortCall(HedgingTask task) {
    this(task, new BlackScholesCall(task));
  }

  /**
   * A book in a market, which it moves; the task says what costs and risk are.
   *
   * @param task what trades cost, and the aversion to risk
   * @param market in which the call is sold; this book moves it
   */
  public ShortCall(HedgingTask task, CallMarket market) {
    this.task = task;
    this.market = market;
    premium = market.value();
  }

  /**
   * Sells a call and holds no shares.
   *
   * @param random the lane's stream, for the market
   */
  public void begin(RandomStream random) {
    market.begin(random);
    premium = market.value();
    shares = 0;
    profit = 0;
    costs = 0;
  }

  /**
   * Trades to so many shares per option, and pays for it at once.
   *
   * @param newShares shares per option to hold from now on; negative is short
   */
  public void hold(double newShares) {
    double paid = task.cost() * market.spot() * Math.abs(newShares - shares);
    shares = newShares;
    costs += paid;
    profit -= paid;
  }

  /**
   * Moves the market by one step.
   *
   * @param random the lane's stream, for the market
   */
  public void move(RandomStream random) {
    double spot = market.spot();
    double value = market.value();
    market.advance(random);
    profit += shares * (market.spot() - spot) - (market.value() - value);
  }

  /** {@return the market, which this book moves} */
  public CallMarket market() {
    return market;
  }

  /** {@return whether the option has expired, or the market's data end} */
  public boolean over() {
    return market.expired() || !market.hasNext();
  }

  /** {@return the shares held per option; negative is short} */
  public double shares() {
    return shares;
  }

  /** {@return the profit since the sale, in the unit of the spot, the option at its value} */
  public double profit() {
    return profit;
  }

  /** {@return what was paid for trades since the sale, in the unit of the spot} */
  public double costs() {
    return costs;
  }

  /** {@return what the call was worth at the sale, in the unit of the spot: what the premium is taken to be} */
  public double premium() {
    return premium;
  }

  /** {@return the Black-Scholes delta of the call at its volatility, shares per option} */
  public double delta() {
    return market.delta();
  }

  /**
   * {@return half of the width of the no-trade band around delta, shares per option, that Whalley and Wilmott (1997)
   * found for small costs: (3/2 c S gamma^2 / a)^(1/3)}
   */
  public double bandHalfWidth() {
    return halfWidth(market.spot(), market.gamma());
  }

  /**
   * {@return the half-width, shares per option, for a call at the money that has all its time before it, at today's
   * implied volatility: it does not vanish where gamma does, and is the wider the less the spot moves}
   */
  public double steadyHalfWidth() {
    double deviation = market.volatility() * Math.sqrt(market.yearsLeft() / market.timeLeft());
    return halfWidth(HedgingTask.SPOT, Normal.pdf(deviation / 2) / (HedgingTask.SPOT * deviation));
  }

  private double halfWidth(double spot, double gamma) {
    return StrictMath.cbrt(1.5 * task.cost() * spot * gamma * gamma / task.aversion());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    market.save(out);
    out.writeDouble(premium);
    out.writeDouble(shares);
    out.writeDouble(profit);
    out.writeDouble(costs);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    market.restore(in);
    premium = in.readDouble();
    shares = in.readDouble();
    profit = in.readDouble();
    costs = in.readDouble();
  }
}

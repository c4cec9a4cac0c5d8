package io.tradinggym.examples.lessons.twin;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.Greeks;
import io.tradinggym.options.pricing.OptionType;

/**
 * Lesson 16: a call is bought at an implied volatility and hedged by its delta, while the price moves with another
 * volatility. Its profit is the sum of 1/2 Gamma S^2 (realised^2 - implied^2) dt.
 */
public final class DeltaHedge {
  private DeltaHedge() {}

  /**
   * One path of one call, money.
   *
   * @param profit of the call bought and its delta sold, step by step
   * @param gammaSum what the formula says of the same path
   */
  public record Outcome(double profit, double gammaSum) {}

  /**
   * Runs a path. Rate and yield are 0, spot and strike 100, a quarter of a year.
   *
   * @param implied volatility that was paid, and that deltas are computed with
   * @param realised volatility of the price
   * @param steps trades of the hedge, &gt;= 1
   */
  public static Outcome run(double implied, double realised, int steps, RandomStream random) {
    double years = 0.25;
    double dt = years / steps;
    double spot = 100;
    double profit = 0;
    double gammaSum = 0;
    Greeks now = BlackScholes.greeks(OptionType.CALL, spot, 100, years, 0, 0, implied);
    for (int i = 1; i <= steps; i++) {
      double move = realised * Math.sqrt(dt) * random.gaussian() - realised * realised * dt / 2;
      double next = spot * Math.exp(move);
      double left = Math.max(0, years - i * dt);
      Greeks then = BlackScholes.greeks(OptionType.CALL, next, 100, left, 0, 0, implied);
      profit += then.price() - now.price() - now.delta() * (next - spot);
      double change = next / spot - 1;
      gammaSum += 0.5 * now.gamma() * spot * spot * (change * change - implied * implied * dt);
      spot = next;
      now = then;
    }
    return new Outcome(profit, gammaSum);
  }
}

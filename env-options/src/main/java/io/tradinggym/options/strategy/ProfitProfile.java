package io.tradinggym.options.strategy;

import io.tradinggym.options.pricing.BlackScholes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Profit as a function of the spot at the first expiry: straight between known points, from spot 0 to infinity.
 *
 * <p>With one expiry the points are the strikes and the profile is exact. With several, the later legs are valued by
 * Black-Scholes on a fine grid of spots and the profile is their interpolation.
 */
public final class ProfitProfile {
  private static final int GRID = 2000;
  private static final double GRID_WIDTH = 6;
  private static final double ROUNDING = 1e-9;

  private final double[] spots;
  private final double[] profits;
  private final double finalSlope;

  private ProfitProfile(double[] spots, double[] profits, double finalSlope) {
    this.spots = spots;
    this.profits = profits;
    this.finalSlope = finalSlope;
  }

  /**
   * {@return the exact profile of a strategy whose legs expire together}
   *
   * @param strategy whose legs expire together
   * @throws IllegalArgumentException if they do not
   */
  public static ProfitProfile atExpiry(Strategy strategy) {
    if (!strategy.isSingleExpiry()) {
      throw new IllegalArgumentException(
          "all legs must expire together, use atNearExpiry for: " + strategy.name());
    }
    double[] spots =
        strategy.legs().stream().mapToDouble(OptionLeg::strike).distinct().sorted().toArray();
    double[] from0 = new double[spots.length + 1];
    System.arraycopy(spots, 0, from0, 1, spots.length);
    double[] profits = Arrays.stream(from0).map(spot -> profit(strategy, spot, 0, 0, 0)).toArray();
    return new ProfitProfile(from0, profits, slopeFarUp(strategy));
  }

  /**
   * {@return the profile at the first expiry, with later legs at their Black-Scholes value}
   *
   * @param strategy whose legs may expire at different times
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param volatility of the later legs, a year, as a fraction, > 0
   */
  public static ProfitProfile atNearExpiry(
      Strategy strategy, double rate, double dividendYield, double volatility) {
    double far = strategy.legs().stream().mapToDouble(OptionLeg::years).max().orElse(0);
    double width = GRID_WIDTH * volatility * Math.sqrt(Math.max(far, 1e-4));
    double low =
        strategy.legs().stream().mapToDouble(OptionLeg::strike).min().orElse(1)
            * StrictMath.exp(-width);
    double high =
        strategy.legs().stream().mapToDouble(OptionLeg::strike).max().orElse(1)
            * StrictMath.exp(width);
    List<Double> points = new ArrayList<>(List.of(0.0));
    for (int i = 0; i <= GRID; i++) {
      points.add(low * StrictMath.pow(high / low, i / (double) GRID));
    }
    strategy.legs().forEach(leg -> points.add(leg.strike()));
    double[] spots = points.stream().mapToDouble(Double::doubleValue).distinct().sorted().toArray();
    double[] profits =
        Arrays.stream(spots)
            .map(spot -> profit(strategy, spot, rate, dividendYield, volatility))
            .toArray();
    return new ProfitProfile(spots, profits, slopeFarUp(strategy));
  }

  /**
   * {@return the profit at a spot, currency; a loss is negative}
   *
   * @param spot price of the underlying at the horizon, >= 0
   */
  public double profit(double spot) {
    int last = spots.length - 1;
    if (spot >= spots[last]) {
      return profits[last] + finalSlope * (spot - spots[last]);
    }
    int i = 1;
    while (spots[i] < spot) {
      i++;
    }
    double share = (spot - spots[i - 1]) / (spots[i] - spots[i - 1]);
    return profits[i - 1] + share * (profits[i] - profits[i - 1]);
  }

  /** {@return the spots at which the profit changes sign, ascending} */
  public double[] breakEvens() {
    List<Double> found = new ArrayList<>();
    for (int i = 1; i < spots.length; i++) {
      double before = profits[i - 1];
      double after = profits[i];
      if (before < 0 != after < 0) {
        found.add(spots[i - 1] + (spots[i] - spots[i - 1]) * before / (before - after));
      }
    }
    double last = profits[profits.length - 1];
    if ((last < 0 && finalSlope > 0) || (last >= 0 && finalSlope < 0)) {
      found.add(spots[spots.length - 1] - last / finalSlope);
    }
    return found.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** {@return the largest profit, currency; infinite where it grows with the spot} */
  public double maxGain() {
    return finalSlope > 0 ? Double.POSITIVE_INFINITY : Arrays.stream(profits).max().orElseThrow();
  }

  /**
   * {@return the largest loss as a positive number, currency; infinite where it grows with the spot; negative if a
   * profit is certain}
   */
  public double maxLoss() {
    return finalSlope < 0 ? Double.POSITIVE_INFINITY : -Arrays.stream(profits).min().orElseThrow();
  }

  /** {@return the spots between which the profile is straight, ascending from 0} */
  public double[] points() {
    return spots.clone();
  }

  private static double slopeFarUp(Strategy strategy) {
    double slope = strategy.shares();
    for (OptionLeg leg : strategy.legs()) {
      slope += leg.type().sign() > 0 ? leg.contracts() * strategy.multiplier() : 0;
    }
    return Math.abs(slope) < ROUNDING ? 0 : slope;
  }

  private static double profit(
      Strategy strategy, double spot, double rate, double dividendYield, double volatility) {
    double near = strategy.nearExpiry();
    double sum = 0;
    for (OptionLeg leg : strategy.legs()) {
      double left = leg.years() - near;
      double value =
          left > 0
              ? BlackScholes.price(
                  leg.type(), spot, leg.strike(), left, rate, dividendYield, volatility)
              : leg.type().payoff(spot, leg.strike());
      sum += leg.contracts() * (value - leg.premium());
    }
    return sum * strategy.multiplier() + strategy.shares() * (spot - strategy.sharePrice());
  }
}

package io.tradinggym.options.analysis;

import io.tradinggym.api.util.Require;
import io.tradinggym.options.pricing.Normal;
import io.tradinggym.options.strategy.ProfitProfile;

/**
 * The spot at a horizon as a geometric Brownian motion: ln S_T ~ N(ln S + (drift - sigma^2/2) T, sigma^2 T). With the
 * drift r - q the probabilities are risk-neutral; with an expected return they are somebody's opinion.
 *
 * @param spot price today, > 0
 * @param drift expected growth of the spot per year, continuously compounded
 * @param volatility per square root of a year, &gt; 0
 * @param years to the horizon, > 0
 */
public record LognormalOutlook(double spot, double drift, double volatility, double years) {
  /** Checks the values. */
  public LognormalOutlook {
    Require.that(spot > 0, "spot must be > 0", spot);
    Require.that(Math.abs(drift) < Double.POSITIVE_INFINITY, "drift must be finite", drift);
    Require.that(volatility > 0, "volatility must be > 0", volatility);
    Require.that(years > 0, "years must be > 0", years);
  }

  /**
   * {@return the risk that the spot ends below a level, P(S_T &lt; level), in [0, 1]}
   *
   * @param level a price, > 0
   */
  public double probabilityBelow(double level) {
    return Normal.cdf(standardised(level));
  }

  /**
   * {@return the chance, in [0, 1], that the spot reaches a level, above it or below, at some time until the horizon}
   *
   * @param level a price, > 0
   */
  public double probabilityOfTouch(double level) {
    return touchValue(level, 0);
  }

  /**
   * {@return E[e^(-rate tau) 1{tau &lt;= T}], tau the first time at the level: what one unit paid on touch is worth}
   * With mu the drift of the log-price towards the level, h the log-distance and a = sqrt(mu^2 + 2 rate sigma^2) it is
   * e^(h (mu - a) / sigma^2) N((aT - h) / (sigma sqrt T)) + e^(h (mu + a) / sigma^2) N((-aT - h) / (sigma sqrt T)).
   *
   * @param level a price, > 0
   * @param rate interest a year, continuously compounded, >= 0
   */
  public double touchValue(double level, double rate) {
    Require.that(level > 0, "level must be > 0", level);
    Require.that(rate >= 0, "rate must be >= 0", rate);
    double distance = StrictMath.log(level / spot);
    double variance = volatility * volatility;
    // Below the spot by symmetry.
    double mu = Math.signum(distance) * (drift - 0.5 * variance);
    double h = Math.abs(distance);
    double a = Math.sqrt(mu * mu + 2 * rate * variance);
    double deviation = volatility * Math.sqrt(years);
    double direct = Normal.cdf((a * years - h) / deviation);
    double reflected = Normal.cdf((-a * years - h) / deviation);
    double second = reflected == 0 ? 0 : StrictMath.exp(h * (mu + a) / variance) * reflected;
    return Math.min(StrictMath.exp(h * (mu - a) / variance) * direct + second, 1);
  }

  /**
   * {@return the chance of a profit, P(profit > 0), at the horizon, which should be the profile's expiry; in [0, 1]}
   *
   * @param profile profit by the price at the horizon
   */
  public double probabilityOfProfit(ProfitProfile profile) {
    double[] edges = profile.breakEvens();
    double sum = 0;
    double from = 0;
    for (int i = 0; i <= edges.length; i++) {
      double to = i < edges.length ? edges[i] : Double.POSITIVE_INFINITY;
      double inside = to < Double.POSITIVE_INFINITY ? 0.5 * (from + to) : 2 * Math.max(from, spot);
      if (profile.profit(inside) > 0) {
        sum += probabilityBelow(to) - probabilityBelow(from);
      }
      from = to;
    }
    return sum;
  }

  /**
   * {@return the mean profit, E[profit], at the horizon, undiscounted, in the profile's unit: exact for each straight
   * piece of the profile}
   *
   * @param profile profit by the price at the horizon
   */
  public double expectedProfit(ProfitProfile profile) {
    double[] points = profile.points();
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      double from = points[i];
      boolean last = i == points.length - 1;
      double to = last ? Double.POSITIVE_INFINITY : points[i + 1];
      double next = last ? from + spot : to;
      double slope = (profile.profit(next) - profile.profit(from)) / (next - from);
      double level = profile.profit(from) - slope * from;
      sum +=
          level * (probabilityBelow(to) - probabilityBelow(from))
              + slope * (meanBelow(to) - meanBelow(from));
    }
    return sum;
  }

  /** E[S_T 1{S_T &lt; level}]. */
  private double meanBelow(double level) {
    return spot
        * StrictMath.exp(drift * years)
        * Normal.cdf(standardised(level) - volatility * Math.sqrt(years));
  }

  private double standardised(double level) {
    return (StrictMath.log(level / spot) - (drift - 0.5 * volatility * volatility) * years)
        / (volatility * Math.sqrt(years));
  }
}

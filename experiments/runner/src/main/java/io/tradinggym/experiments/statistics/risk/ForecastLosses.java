package io.tradinggym.experiments.statistics.risk;

import io.tradinggym.experiments.statistics.Returns;
import io.tradinggym.experiments.statistics.Sample;
import io.tradinggym.experiments.statistics.risk.Coverage.LikelihoodRatio;
import java.util.Arrays;
import java.util.Optional;

/**
 * Was the value at risk that returns themselves forecast the loss that came? At each period the 5th percentile of the
 * last returns is the forecast for the next one (historical simulation); exceptions are counted and tested.
 *
 * @param window returns that a forecast is made of
 * @param periods how many were forecast
 * @param exceptions how many losses were beyond their forecast
 * @param shortfall mean return of the exceptions, a fraction; NaN without one
 * @param expected mean of the shortfalls that were forecast for the same periods, a fraction; NaN without one
 * @param count Kupiec: were there as many as forecast
 * @param order Christoffersen: did one say nothing about the next
 * @param both at once
 */
public record ForecastLosses(
    int window,
    int periods,
    int exceptions,
    double shortfall,
    double expected,
    LikelihoodRatio count,
    LikelihoodRatio order,
    LikelihoodRatio both) {
  /** Share of losses that lie beyond a right forecast. */
  public static final double TAIL = 0.05;

  private static final int LONGEST = 250;
  private static final int FEWEST = 120;

  /**
   * Forecasts and counts; windows are 250 periods, or half of all where there are fewer than 500.
   *
   * @param returns in order of time
   * @return empty for fewer than 120
   */
  public static Optional<ForecastLosses> of(double[] returns) {
    if (returns.length < FEWEST) {
      return Optional.empty();
    }
    int window = Math.min(LONGEST, returns.length / 2);
    boolean[] beyond = new boolean[returns.length - window];
    int exceptions = 0;
    double lost = 0;
    double expected = 0;
    for (int t = 0; t < beyond.length; t++) {
      double[] known = Arrays.copyOfRange(returns, t, t + window);
      double loss = returns[t + window];
      // An account that is flat loses nothing, and that is no loss beyond a forecast of nothing.
      beyond[t] = loss < Sample.quantile(known, TAIL);
      if (beyond[t]) {
        exceptions++;
        lost += loss;
        expected += Returns.conditionalValueAtRisk(known, TAIL);
      }
    }
    return Optional.of(
        new ForecastLosses(
            window,
            beyond.length,
            exceptions,
            exceptions == 0 ? Double.NaN : lost / exceptions,
            exceptions == 0 ? Double.NaN : expected / exceptions,
            Coverage.unconditional(exceptions, beyond.length, TAIL),
            Coverage.independence(beyond),
            Coverage.conditional(beyond, TAIL)));
  }
}

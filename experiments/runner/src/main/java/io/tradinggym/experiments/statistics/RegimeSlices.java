package io.tradinggym.experiments.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A strategy's returns by the state of the market before each of them: in calm, usual and stormy times, by thirds of
 * the market's deviation over the periods before, and after those in which it rose or fell. What a state is called is
 * known before the return that is counted under it; where thirds end is known after all.
 */
public final class RegimeSlices {
  /** Periods that a state is judged by. */
  public static final int WINDOW = 21;

  private static final int THIRDS = 3;

  /**
   * Returns under one state.
   *
   * @param state name of the state
   * @param periods how many of the returns it has
   * @param mean mean return of the strategy a year, a fraction, not compounded
   * @param sharpe Sharpe ratio of the strategy a year; NaN if it did not vary
   * @param market mean return of the market a year, a fraction, not compounded
   * @param marketSharpe Sharpe ratio of the market a year; NaN if it did not vary
   */
  public record Slice(
      String state, int periods, double mean, double sharpe, double market, double marketSharpe) {}

  private RegimeSlices() {}

  /**
   * Cuts.
   *
   * @param returns of the strategy, per period
   * @param market its returns over the same periods
   * @param periodsPerYear > 0
   * @return five slices, none where there are fewer than six windows of periods
   */
  public static List<Slice> of(double[] returns, double[] market, double periodsPerYear) {
    Sample.requireSameLength("returns", returns.length, "market", market.length);
    int known = returns.length - WINDOW;
    if (known < 2 * THIRDS * WINDOW) {
      return List.of();
    }
    double[] deviation = new double[known];
    double[] drift = new double[known];
    for (int t = 0; t < known; t++) {
      double[] before = Arrays.copyOfRange(market, t, t + WINDOW);
      deviation[t] = Sample.deviation(before);
      drift[t] = Sample.mean(before);
    }
    double calm = Sample.quantile(deviation, 1.0 / THIRDS);
    double stormy = Sample.quantile(deviation, 2.0 / THIRDS);
    List<Slice> slices = new ArrayList<>();
    add(slices, "calm", returns, market, periodsPerYear, t -> deviation[t] <= calm);
    add(
        slices,
        "usual",
        returns,
        market,
        periodsPerYear,
        t -> deviation[t] > calm && deviation[t] <= stormy);
    add(slices, "stormy", returns, market, periodsPerYear, t -> deviation[t] > stormy);
    add(slices, "after a rise", returns, market, periodsPerYear, t -> drift[t] > 0);
    add(slices, "after a fall", returns, market, periodsPerYear, t -> drift[t] <= 0);
    return slices;
  }

  private static void add(
      List<Slice> slices,
      String state,
      double[] returns,
      double[] market,
      double year,
      IntPredicate in) {
    int[] at = IntStream.range(0, returns.length - WINDOW).filter(in).toArray();
    double[] own = Arrays.stream(at).mapToDouble(t -> returns[t + WINDOW]).toArray();
    double[] theirs = Arrays.stream(at).mapToDouble(t -> market[t + WINDOW]).toArray();
    slices.add(
        new Slice(
            state,
            at.length,
            Sample.mean(own) * year,
            Returns.sharpe(own, 0, year),
            Sample.mean(theirs) * year,
            Returns.sharpe(theirs, 0, year)));
  }
}

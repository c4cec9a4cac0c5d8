package io.tradinggym.explain.memory;

import java.util.Arrays;
import java.util.List;

/**
 * What became of cases that were found, beside what usually happens: a description, no forecast.
 *
 * @param cases how many were found with an outcome
 * @param lower quartile of their outcomes; NaN without any
 * @param median of them
 * @param upper quartile
 * @param above part of them above 0, 0 to 1
 * @param base median of all outcomes
 * @param baseAbove part of all outcomes above 0, 0 to 1
 */
public record Outcomes(
    int cases,
    double lower,
    double median,
    double upper,
    double above,
    double base,
    double baseAbove) {
  /**
   * {@return the summary of what was found; outcomes that are not finite are left out}
   *
   * @param matches cases that were found
   * @param all outcomes of all cases that were known at the time of the search
   */
  public static Outcomes of(List<Match> matches, double[] all) {
    double[] found =
        matches.stream()
            .mapToDouble(match -> match.entry().outcome())
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    double[] usual = Arrays.stream(all).filter(Double::isFinite).sorted().toArray();
    return new Outcomes(
        found.length,
        quantile(found, .25),
        quantile(found, .5),
        quantile(found, .75),
        above(found),
        quantile(usual, .5),
        above(usual));
  }

  /** Linear between order statistics. */
  private static double quantile(double[] sorted, double part) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = part * (sorted.length - 1);
    int below = (int) at;
    int next = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[next] - sorted[below]);
  }

  private static double above(double[] outcomes) {
    return outcomes.length == 0
        ? Double.NaN
        : (double) Arrays.stream(outcomes).filter(outcome -> outcome > 0).count() / outcomes.length;
  }
}

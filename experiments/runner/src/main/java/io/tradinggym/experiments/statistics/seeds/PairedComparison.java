package io.tradinggym.experiments.statistics.seeds;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.experiments.statistics.Sample;

/**
 * Two policies on common random numbers: score i of both comes from the same market path, so what the path did to both
 * cancels in the difference.
 *
 * @param difference test of the mean of first - second against zero
 * @param firstBetter share of paths on which the first wins, ties half
 * @param correlation of the two scores over paths; the closer to 1 the more the pairing gains; NaN if one never varies
 */
public record PairedComparison(MeanTest difference, double firstBetter, double correlation) {
  /** Compares scores path by path. */
  public static PairedComparison of(
      double[] first, double[] second, Bootstrap bootstrap, RandomStream random) {
    double[] difference = Sample.minus(first, second);
    double wins = 0;
    for (double d : difference) {
      wins += d > 0 ? 1 : d == 0 ? 0.5 : 0;
    }
    return new PairedComparison(
        MeanTest.of(difference, 0, bootstrap, random),
        wins / difference.length,
        Sample.correlation(first, second));
  }
}

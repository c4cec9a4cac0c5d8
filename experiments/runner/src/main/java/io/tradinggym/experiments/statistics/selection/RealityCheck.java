package io.tradinggym.experiments.statistics.selection;

/**
 * White's reality check: could the best of these candidates be that good by luck, if none beat the benchmark? Statistic
 * V = max_k sqrt(T) mean_k; its law is that of max_k sqrt(T) (resampled mean_k - mean_k).
 *
 * <p>Candidates that are clearly bad make it timid; {@link SuperiorAbility} mends that.
 *
 * @param statistic V
 * @param pValue share of resamples that reach the statistic; small speaks for the best candidate; 1 where the best
 *     never varies and is no better than the benchmark
 * @see <a href="https://doi.org/10.1111/1468-0262.00152">White (2000), A reality check for data snooping</a>
 */
public record RealityCheck(double statistic, double pValue) {
  /** Tests all candidates at once. */
  public static RealityCheck of(ResampledMeans means) {
    double statistic = Double.NEGATIVE_INFINITY;
    double error = 0;
    for (int candidate = 0; candidate < means.candidates(); candidate++) {
      statistic = Math.max(statistic, means.root() * means.mean(candidate));
      double own = means.error(candidate);
      error = Math.max(error, Double.isNaN(own) ? 0 : own);
    }
    int beyond = 0;
    for (int resample = 0; resample < means.resamples(); resample++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int candidate = 0; candidate < means.candidates(); candidate++) {
        largest = Math.max(largest, means.moved(resample, candidate));
      }
      beyond += ResampledMeans.reaches(largest, statistic, error) ? 1 : 0;
    }
    return new RealityCheck(statistic, (double) beyond / means.resamples());
  }
}

package io.tradinggym.experiments.statistics.selection;

/**
 * Hansen's test for superior predictive ability: does any candidate beat the benchmark? Like {@link RealityCheck}, but
 * each candidate is measured by its standard error, and those far below the benchmark do not count.
 *
 * <p>Statistic T = max(0, max_k sqrt(T) mean_k / error_k). Under the null hypothesis a resampled mean is centred at
 * g(mean_k): max(0, mean_k) for the lower p-value; mean_k where sqrt(T) mean_k / error_k &gt;= -sqrt(2 ln ln T), else
 * 0, for the consistent one, which is the one to quote; mean_k for the upper one, the reality check's. A candidate that
 * never varies has no error and is left out. A p-value is the share of resamples that reach T: 1 where T is 0, as no
 * candidate is better than the benchmark then.
 *
 * @param statistic T, >= 0
 * @param lower p-value, at most {@code consistent}
 * @param consistent p-value
 * @param upper p-value, at least {@code consistent}
 * @see <a href="https://doi.org/10.1198/073500105000000063">Hansen (2005), A test for superior predictive ability</a>
 */
public record SuperiorAbility(double statistic, double lower, double consistent, double upper) {
  /** Tests all candidates at once. */
  public static SuperiorAbility of(ResampledMeans means) {
    int candidates = means.candidates();
    double[] error = new double[candidates];
    double statistic = 0;
    double threshold = -Math.sqrt(2 * Math.log(Math.log(means.root() * means.root())));
    boolean[] counts = new boolean[candidates];
    for (int k = 0; k < candidates; k++) {
      error[k] = means.error(k);
      double ratio = means.root() * means.mean(k) / error[k];
      statistic = Math.max(statistic, Double.isNaN(ratio) ? 0 : ratio);
      // With so few periods that ln ln T is no number, every candidate counts.
      counts[k] = !(ratio < threshold);
    }
    int lower = 0;
    int consistent = 0;
    int upper = 0;
    for (int resample = 0; resample < means.resamples(); resample++) {
      double least = 0;
      double middle = 0;
      double most = 0;
      for (int k = 0; k < candidates; k++) {
        if (!Double.isNaN(error[k])) {
          double drawn = means.mean(resample, k);
          double scale = means.root() / error[k];
          least = Math.max(least, scale * (drawn - Math.max(0, means.mean(k))));
          middle = Math.max(middle, scale * (drawn - (counts[k] ? means.mean(k) : 0)));
          most = Math.max(most, scale * (drawn - means.mean(k)));
        }
      }
      lower += ResampledMeans.reaches(least, statistic, 1) ? 1 : 0;
      consistent += ResampledMeans.reaches(middle, statistic, 1) ? 1 : 0;
      upper += ResampledMeans.reaches(most, statistic, 1) ? 1 : 0;
    }
    double all = means.resamples();
    return new SuperiorAbility(statistic, lower / all, consistent / all, upper / all);
  }
}

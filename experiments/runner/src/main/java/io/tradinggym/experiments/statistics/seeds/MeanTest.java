package io.tradinggym.experiments.statistics.seeds;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.experiments.statistics.Sample;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Does the mean over seeds, of a Sharpe ratio say, differ from a hypothesis? By Student's t, exact for normal scores,
 * and by the studentised bootstrap, which takes the scores' own shape.
 *
 * <p>With fewer than two scores, or all equal, there is no spread to judge by: t, the p-values and the t interval are
 * NaN.
 *
 * @param mean of the scores
 * @param standardError deviation / sqrt(n), deviation with divisor n - 1
 * @param t (mean - hypothesis) / standardError
 * @param pValue two-sided, from Student's law with n - 1 degrees of freedom
 * @param bootstrapPValue two-sided: share of resamples (the sample itself counted as one) whose |t| about the sample's
 *     own mean is at least this |t|
 * @param interval of the mean, by Student's law
 * @param bootstrapInterval of the mean, by percentiles
 * @see <a href="https://doi.org/10.1201/9780429246593">Efron and Tibshirani (1993), sections 12.5 and 16.4</a>
 */
public record MeanTest(
    double mean,
    double standardError,
    double t,
    double pValue,
    double bootstrapPValue,
    Interval interval,
    Interval bootstrapInterval) {
  /** Scores that spread less than this share of their size are equal but for rounding. */
  private static final double RELATIVE_SPREAD = 1e-14;

  /** Tests the mean of the scores against the hypothesis. */
  public static MeanTest of(
      double[] scores, double hypothesis, Bootstrap bootstrap, RandomStream random) {
    Scores checked = Scores.of(scores);
    int n = scores.length;
    double mean = Sample.mean(scores);
    double error = standardError(scores);
    double t = (mean - hypothesis) / error;
    double pValue = Double.NaN;
    double half = Double.NaN;
    double bootstrapPValue = Double.NaN;
    if (!Double.isNaN(t)) {
      TDistribution law = TDistribution.of(n - 1);
      pValue = 2 * law.survivalProbability(Math.abs(t));
      half = error * law.inverseSurvivalProbability((1 - bootstrap.confidence()) / 2);
      bootstrapPValue =
          bootstrapPValue(checked, mean, Math.abs(t), bootstrap.replications(), random.fork());
    }
    return new MeanTest(
        mean,
        error,
        t,
        pValue,
        bootstrapPValue,
        new Interval(mean, mean - half, mean + half, bootstrap.confidence()),
        bootstrap.interval(checked, Aggregate.mean(), random));
  }

  private static double bootstrapPValue(
      Scores scores, double mean, double extreme, int replications, RandomStream random) {
    int beyond = 1;
    for (int i = 0; i < replications; i++) {
      double[] drawn = scores.resample(random).view(0);
      double distance = Math.abs(Sample.mean(drawn) - mean);
      double error = standardError(drawn);
      // A resample of equal scores has no error of its own; counting it as extreme errs on the side
      // of doubt.
      beyond += Double.isNaN(error) || distance >= extreme * error ? 1 : 0;
    }
    return beyond / (replications + 1.0);
  }

  private static double standardError(double[] x) {
    double deviation = Sample.deviation(x);
    double size = Arrays.stream(x).map(Math::abs).max().orElse(0);
    return deviation > RELATIVE_SPREAD * size ? deviation / Math.sqrt(x.length) : Double.NaN;
  }
}

package io.tradinggym.experiments.statistics.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which candidates beat the benchmark, with the chance of naming even one wrongly held down? Romano and Wolf's stepdown
 * test on studentised means: candidates in order of t_k = sqrt(T) mean_k / error_k; the p-value of the k-th is
 * (1 + number of resamples in which the largest of the centred statistics of it and all behind it is at least t_k) /
 * (1 + resamples), and never below that of one before it.
 *
 * @see <a href="https://doi.org/10.1016/j.spl.2016.02.012">Romano and Wolf (2016), Efficient computation of adjusted
 *     p-values for resampling-based stepdown multiple testing</a>
 */
public final class StepwiseTest {
  private final double[] pValues;

  private StepwiseTest(double[] pValues) {
    this.pValues = pValues;
  }

  /** Tests every candidate. */
  public static StepwiseTest of(ResampledMeans means) {
    int candidates = means.candidates();
    double[] error = new double[candidates];
    double[] ratio = new double[candidates];
    for (int k = 0; k < candidates; k++) {
      error[k] = means.error(k);
      ratio[k] = means.root() * means.mean(k) / error[k];
    }
    int[] order =
        IntStream.range(0, candidates)
            .filter(k -> !Double.isNaN(ratio[k]))
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> -ratio[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] beyond = new int[order.length];
    for (int resample = 0; resample < means.resamples(); resample++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int place = order.length - 1; place >= 0; place--) {
        int k = order[place];
        largest = Math.max(largest, means.moved(resample, k) / error[k]);
        beyond[place] += ResampledMeans.reaches(largest, ratio[k], 1) ? 1 : 0;
      }
    }
    double[] pValues = new double[candidates];
    Arrays.fill(pValues, Double.NaN);
    double before = 0;
    for (int place = 0; place < order.length; place++) {
      before = Math.max(before, (beyond[place] + 1.0) / (means.resamples() + 1.0));
      pValues[order[place]] = before;
    }
    return new StepwiseTest(pValues);
  }

  /** Adjusted p-value of a candidate; NaN for one that never varies. */
  public double pValue(int candidate) {
    return pValues[candidate];
  }

  /** The candidates that beat the benchmark, in order of their index, with at most this chance of any error. */
  public int[] better(double level) {
    return IntStream.range(0, pValues.length).filter(k -> pValues[k] <= level).toArray();
  }
}

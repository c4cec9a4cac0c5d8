package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.statistics.Sample;
import io.tradinggym.experiments.statistics.seeds.Interval;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Mean, or interquartile mean (that of the middle half), of scores by seed and path, with a percentile bootstrap
 * interval: seeds are drawn with replacement, then the paths that all of them share.
 *
 * @see <a href="https://arxiv.org/abs/2108.13264">Agarwal et al. (2021), Deep RL at the edge of the statistical
 *     precipice</a>
 */
final class SeedBootstrap {
  private static final int DRAWS = 2000;
  private static final double CONFIDENCE = 0.95;

  private SeedBootstrap() {}

  /** The mean of the middle half and its 95 % interval; the same numbers for the same scores. */
  static Interval interquartileMean(double[][] scores) {
    return of(scores, SeedBootstrap::middleHalf);
  }

  /** The mean and its 95 % interval; the same numbers for the same scores. */
  static Interval mean(double[][] scores) {
    return of(scores, Sample::mean);
  }

  private static Interval of(double[][] scores, ToDoubleFunction<double[]> statistic) {
    int seeds = scores.length;
    int paths = scores[0].length;
    RandomStream random = RandomStreams.of(seeds * 100_003L + paths).stream("bootstrap");
    double[] sample = new double[seeds * paths];
    double[] means = new double[DRAWS];
    int[] path = new int[paths];
    for (int draw = 0; draw < DRAWS; draw++) {
      Arrays.setAll(path, i -> random.integer(paths));
      int at = 0;
      for (int i = 0; i < seeds; i++) {
        double[] row = scores[random.integer(seeds)];
        for (int j : path) {
          sample[at++] = row[j];
        }
      }
      means[draw] = statistic.applyAsDouble(sample);
    }
    Arrays.sort(means);
    double[] all = Arrays.stream(scores).flatMapToDouble(Arrays::stream).toArray();
    int outside = (int) Math.round((1 - CONFIDENCE) / 2 * DRAWS);
    return new Interval(
        statistic.applyAsDouble(all), means[outside], means[DRAWS - 1 - outside], CONFIDENCE);
  }

  /** Mean of what is left when a quarter is cut off at either end; sorts the sample. */
  static double middleHalf(double[] sample) {
    Arrays.sort(sample);
    int cut = sample.length / 4;
    double sum = 0;
    for (int i = cut; i < sample.length - cut; i++) {
      sum += sample[i];
    }
    return sum / (sample.length - 2 * cut);
  }
}

package io.tradinggym.experiments.statistics.selection;

import io.tradinggym.experiments.statistics.Sample;
import io.tradinggym.experiments.statistics.seeds.Interval;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Resamples periods in blocks, so that what follows upon what survives: blocks start anywhere with equal chance and run
 * on past the end at the beginning. A circular bootstrap has blocks of one length; a stationary one draws each length
 * from a geometric law, which makes the resampled series stationary.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1994.10476870">Politis and Romano (1994), The stationary
 *     bootstrap</a>
 */
public final class BlockBootstrap {
  private final boolean stationary;
  private final double length;

  private BlockBootstrap(boolean stationary, double length) {
    this.stationary = stationary;
    this.length = length;
  }

  /**
   * Blocks of one length.
   *
   * @param length periods, >= 1
   */
  public static BlockBootstrap circular(int length) {
    return new BlockBootstrap(false, checked(length));
  }

  /**
   * Blocks of random length.
   *
   * @param meanLength periods, >= 1; see {@link BlockLength}
   */
  public static BlockBootstrap stationary(double meanLength) {
    return new BlockBootstrap(true, checked(meanLength));
  }

  /** Stationary blocks of the length that a series' own autocorrelation asks for, at least one period. */
  public static BlockBootstrap of(double[] series) {
    double best = BlockLength.of(series).stationary();
    return stationary(Double.isNaN(best) ? 1 : Math.max(1, best));
  }

  /** All resamples would be the same periods, turned around, and every mean certain. */
  private void requireLongerThanABlock(int periods) {
    if (periods <= length) {
      throw new IllegalArgumentException(
          "a block must be shorter than the series, was " + length + " of " + periods + " periods");
    }
  }

  private static double checked(double length) {
    if (!(length >= 1) || Double.isInfinite(length)) {
      throw new IllegalArgumentException("block length must be >= 1 and finite, was " + length);
    }
    return length;
  }

  /** Length of a block, its mean where lengths are random; periods. */
  public double length() {
    return length;
  }

  /**
   * One resample: which period stands at each place.
   *
   * @param indices filled with numbers in [0, {@code indices.length}), more of them than a block is long
   */
  public void draw(int[] indices, RandomGenerator random) {
    int periods = indices.length;
    requireLongerThanABlock(periods);
    int at = 0;
    while (at < periods) {
      int period = start(periods, random);
      for (int left = Math.min(next(periods, random), periods - at); left > 0; left--) {
        indices[at++] = period;
        period = period + 1 == periods ? 0 : period + 1;
      }
    }
  }

  /**
   * Means of all candidates over many resamples.
   *
   * @param panel [candidate][period], all finite and of one length, longer than a block
   * @param resamples >= 1
   */
  public ResampledMeans means(double[][] panel, int resamples, RandomGenerator random) {
    int candidates = panel.length;
    if (candidates == 0 || panel[0].length == 0 || resamples < 1) {
      throw new IllegalArgumentException(
          "a panel needs candidates and periods, and resamples must be >= 1, were "
              + candidates
              + ", "
              + (candidates == 0 ? 0 : panel[0].length)
              + " and "
              + resamples);
    }
    int periods = panel[0].length;
    requireLongerThanABlock(periods);
    double[][] sums = new double[candidates][];
    for (int candidate = 0; candidate < candidates; candidate++) {
      sums[candidate] = running("panel[" + candidate + "]", panel[candidate], periods);
    }
    double[][] means = new double[resamples][candidates];
    for (double[] row : means) {
      int at = 0;
      while (at < periods) {
        int from = start(periods, random);
        int to = from + Math.min(next(periods, random), periods - at);
        at += to - from;
        for (int candidate = 0; candidate < candidates; candidate++) {
          row[candidate] += sums[candidate][to] - sums[candidate][from];
        }
      }
      for (int candidate = 0; candidate < candidates; candidate++) {
        row[candidate] /= periods;
      }
    }
    return new ResampledMeans(
        periods, Arrays.stream(panel).mapToDouble(Sample::mean).toArray(), means);
  }

  /** Sums of the first k values, twice around. */
  private static double[] running(String name, double[] values, int periods) {
    if (values.length != periods) {
      throw new IllegalArgumentException(
          name + " must hold " + periods + " periods like the first, held " + values.length);
    }
    double[] sums = new double[2 * periods + 1];
    for (int t = 0; t < 2 * periods; t++) {
      double value = values[t % periods];
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            name + "[" + t % periods + "] must be finite, was " + value);
      }
      sums[t + 1] = sums[t] + value;
    }
    return sums;
  }

  /**
   * Percentile interval of any statistic of a series.
   *
   * @param series in order of time, longer than a block
   * @param confidence in (0, 1)
   * @param resamples >= 1; those whose statistic is undefined (NaN) are left out
   * @return the statistic of the series itself with its interval; NaN throughout where no resample defines it
   */
  public Interval interval(
      double[] series,
      ToDoubleFunction<double[]> statistic,
      double confidence,
      int resamples,
      RandomGenerator random) {
    int[] indices = new int[series.length];
    double[] drawn = new double[series.length];
    double[] values = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      draw(indices, random);
      for (int t = 0; t < drawn.length; t++) {
        drawn[t] = series[indices[t]];
      }
      values[i] = statistic.applyAsDouble(drawn);
    }
    double[] defined = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    double tail = (1 - confidence) / 2;
    return new Interval(
        statistic.applyAsDouble(series),
        Sample.quantile(defined, tail),
        Sample.quantile(defined, 1 - tail),
        confidence);
  }

  private static int start(int periods, RandomGenerator random) {
    return (int) (periods * random.nextDouble());
  }

  /** Length of the next block, at most all periods. */
  private int next(int periods, RandomGenerator random) {
    if (!stationary || length == 1) {
      return (int) Math.min(length, periods);
    }
    // The number of trials up to the first success of chance 1 / length.
    double drawn = Math.ceil(Math.log1p(-random.nextDouble()) / Math.log1p(-1 / length));
    return (int) Math.clamp(drawn, 1, periods);
  }
}

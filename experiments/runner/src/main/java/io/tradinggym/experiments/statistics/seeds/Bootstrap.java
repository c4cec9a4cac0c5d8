package io.tradinggym.experiments.statistics.seeds;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.experiments.statistics.Sample;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleBiFunction;

/**
 * Percentile intervals by the stratified bootstrap: seeds are drawn with replacement within each task, the tasks stay.
 *
 * @param confidence in (0, 1)
 * @param replications how many resamples, >= 1
 */
public record Bootstrap(double confidence, int replications) {
  /** 95 % from 10,000 resamples: the ends repeat to about 3 % of the standard error. */
  public static final Bootstrap DEFAULT = new Bootstrap(0.95, 10_000);

  public Bootstrap {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must lie in (0, 1), was " + confidence);
    }
    if (replications < 1) {
      throw new IllegalArgumentException("replications must be >= 1, was " + replications);
    }
  }

  /** The aggregate of the scores with its interval. */
  public Interval interval(Scores scores, Aggregate aggregate, RandomStream random) {
    return percentiles(aggregate.of(scores), () -> aggregate.of(scores.resample(random)));
  }

  /** A comparison of two learners with its interval; their seeds are drawn independently. */
  public Interval interval(
      Scores x, Scores y, ToDoubleBiFunction<Scores, Scores> comparison, RandomStream random) {
    return percentiles(
        comparison.applyAsDouble(x, y),
        () -> comparison.applyAsDouble(x.resample(random), y.resample(random)));
  }

  private Interval percentiles(double point, DoubleSupplier draw) {
    double[] draws = new double[replications];
    Arrays.setAll(draws, i -> draw.getAsDouble());
    double tail = (1 - confidence) / 2;
    return new Interval(
        point, Sample.quantile(draws, tail), Sample.quantile(draws, 1 - tail), confidence);
  }
}

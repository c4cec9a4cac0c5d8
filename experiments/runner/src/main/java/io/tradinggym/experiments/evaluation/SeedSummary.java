package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.statistics.seeds.Aggregate;
import io.tradinggym.experiments.statistics.seeds.Bootstrap;
import io.tradinggym.experiments.statistics.seeds.Interval;
import io.tradinggym.experiments.statistics.seeds.Scores;
import java.util.Arrays;

/**
 * How training seeds differ: each counts once, with its mean over all paths.
 *
 * @param means by seed
 * @param interquartileMean of the means; its interval by drawing seeds with replacement
 * @see <a href="https://arxiv.org/abs/2108.13264">Agarwal et al. (2021), Deep RL at the edge of the statistical
 *     precipice</a>
 */
@SuppressWarnings("ArrayRecordComponent") // A record of measurements, never compared.
public record SeedSummary(double[] means, Interval interquartileMean) {

  /** Sums up a contender's scores; the same numbers for the same scores. */
  public static SeedSummary of(Standing standing) {
    double[] means =
        Arrays.stream(standing.scores())
            .mapToDouble(row -> Arrays.stream(row).average().orElseThrow())
            .toArray();
    return new SeedSummary(
        means,
        Bootstrap.DEFAULT.interval(
            Scores.of(means), Aggregate.iqm(), RandomStreams.of(means.length).stream("seeds")));
  }

  /** How many seeds reach a bar. */
  public long reaching(double bar) {
    return Arrays.stream(means).filter(mean -> mean >= bar).count();
  }
}

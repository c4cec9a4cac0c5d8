package io.tradinggym.experiments.tuning;

import io.tradinggym.experiments.config.SearchConfig;
import io.tradinggym.experiments.config.SearchConfig.Objective;
import io.tradinggym.experiments.evaluation.SeedReturns;
import io.tradinggym.experiments.evaluation.Trajectory;
import io.tradinggym.experiments.ledger.Outcome;
import io.tradinggym.experiments.ledger.Status;
import io.tradinggym.experiments.search.Constraint;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a job scored on the validation range.
 *
 * @param key what was tried: values, steps and seed; a file of another key is not this job's
 * @param failure why it failed; empty if it did not
 * @param score mean total return, or mean sum of rewards
 * @param sharpe of a year
 * @param drawdown deepest
 * @param turnover a year
 * @param periodsPerYear of the returns
 * @param returns per period; empty where nothing is traded
 */
@SuppressWarnings("ArrayRecordComponent") // A record of measurements, never compared.
record TrialScore(
    String key,
    String failure,
    double score,
    double sharpe,
    double drawdown,
    double turnover,
    double periodsPerYear,
    double[] returns) {

  static TrialScore failed(String key, String why) {
    return new TrialScore(
        key, why, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, new double[0]);
  }

  static TrialScore of(String key, List<Trajectory> episodes) {
    double[] scores = new double[episodes.size()];
    double turnover = 0;
    for (int i = 0; i < scores.length; i++) {
      Trajectory episode = episodes.get(i);
      scores[i] = SeedReturns.score(episode);
      turnover += SeedReturns.turnover(episode) / scores.length;
    }
    Outcome outcome = SeedReturns.outcome("validation", scores, episodes);
    return new TrialScore(
        key,
        "",
        outcome.score(),
        outcome.sharpe(),
        outcome.drawdown(),
        turnover,
        outcome.periodsPerYear(),
        SeedReturns.joined(episodes));
  }

  boolean isFailed() {
    return !failure.isEmpty();
  }

  /** What is maximised. */
  double[] objectives(List<Objective> objectives) {
    return objectives.stream()
        .mapToDouble(
            objective ->
                switch (objective) {
                  case SCORE -> score;
                  case SHARPE -> sharpe;
                  case DRAWDOWN -> drawdown;
                  case TURNOVER -> -turnover;
                })
        .toArray();
  }

  /** What a search is told: the objectives, or, if constraints are broken, numbers below all of them. */
  double[] told(SearchConfig search) {
    double[] told = objectives(search.objectives());
    double broken =
        search.constraints().stream().mapToDouble(each -> each.broken(this::measured)).sum();
    if (broken > 0 && !isFailed()) {
      Arrays.fill(told, Constraint.BROKEN * (1 + broken));
    }
    return told;
  }

  private double measured(String name) {
    return switch (Objective.valueOf(name.toUpperCase(Locale.ROOT))) {
      case SCORE -> score;
      case SHARPE -> sharpe;
      case DRAWDOWN -> drawdown;
      case TURNOVER -> turnover;
    };
  }

  /** As the ledger has it. */
  Outcome outcome() {
    return isFailed()
        ? Outcome.of(Status.FAILED, failure)
        : new Outcome(
            Status.FINISHED,
            "",
            "validation",
            score,
            sharpe,
            returns.length,
            periodsPerYear,
            drawdown);
  }
}

package io.tradinggym.experiments.run;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.train.PeriodicEvaluation;
import io.tradinggym.agents.train.log.CsvSink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent as training left it.
 *
 * @param seed it was trained from
 * @param policy the one that did best on the validation episodes, or the last
 * @param chosenAt steps after which that policy was taken
 * @param validation its mean return on the validation episodes, NaN without any
 * @param log what every iteration reported
 * @param validations what the validations found, in order
 */
public record Trained(
    long seed,
    Policy policy,
    long chosenAt,
    double validation,
    List<CsvSink.Row> log,
    List<PeriodicEvaluation.Point> validations) {
  /** Copies the lists. */
  public Trained {
    log = List.copyOf(log);
    validations = List.copyOf(validations);
  }

  static Trained of(
      long seed, Policy policy, List<CsvSink.Row> log, @Nullable PeriodicEvaluation evaluation) {
    PeriodicEvaluation.Point best = evaluation == null ? null : evaluation.bestPoint();
    return new Trained(
        seed,
        policy,
        best == null ? log.getLast().steps() : best.steps(),
        best == null ? Double.NaN : best.meanReturn(),
        log,
        evaluation == null ? List.of() : evaluation.points());
  }
}

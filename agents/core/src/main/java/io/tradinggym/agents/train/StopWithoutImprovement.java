package io.tradinggym.agents.train;

/**
 * Stops once so many evaluations in a row brought no better policy.
 *
 * @param evaluation that is watched; it must be called back before this
 * @param patience evaluations in a row without a better policy, &gt;= 1
 */
public record StopWithoutImprovement(PeriodicEvaluation evaluation, int patience)
    implements Callback {
  @Override
  public boolean iterated(TrainingRun run) {
    return evaluation.sinceBest() < patience;
  }
}

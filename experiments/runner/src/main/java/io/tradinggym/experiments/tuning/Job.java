package io.tradinggym.experiments.tuning;

import io.tradinggym.experiments.search.Candidate;

/**
 * A candidate to be trained up to a budget.
 *
 * @param candidate what is chosen
 * @param rung of its budget, from 0; the only one where budgets are not halved
 * @param steps of the training in all; 0 for the configuration's
 * @param last whether nobody trains it further
 */
record Job(Candidate candidate, int rung, long steps, boolean last) {
  /** Name of the trial. */
  String trial() {
    return "trial-" + candidate.number();
  }

  /** Name of the job's files. */
  String name() {
    return trial() + "-" + rung;
  }
}

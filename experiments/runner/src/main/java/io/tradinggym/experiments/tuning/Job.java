package io.tradinggym.experiments.tuning;

import io.tradinggym.experiments.search.Candidate;

/**
 * A candidate to be trained up to a budget.
 *
 * @param candidate what is chosen
 * @param order what is to be done
 */
record Job(Candidate candidate, Order order) {
  /** Training from the candidate's own beginning. */
  static Job of(Candidate candidate, int rung, long steps, boolean last) {
    return new Job(candidate, Order.of(candidate.number(), candidate.values(), rung, steps, last));
  }

  int rung() {
    return order.rung();
  }

  long steps() {
    return order.steps();
  }

  boolean last() {
    return order.last();
  }
}

package io.tradinggym.experiments.ledger;

/**
 * A row: what was tried and how it went.
 *
 * @param id see {@link Entry#id}
 * @param began when, ISO 8601, UTC
 * @param ended when; empty while {@link Status#OPEN}
 */
public record LedgerRow(String id, String began, String ended, Entry entry, Outcome outcome) {
  /** The row after one event more. What is finished stays so: the same trial again gives the same bits. */
  LedgerRow with(String at, Entry again, Outcome next) {
    boolean over = outcome.status() == Status.FINISHED && next.status() != Status.FINISHED;
    return over
        ? new LedgerRow(id, began, ended, again, outcome)
        : new LedgerRow(id, began, at, again, next.orFiguresOf(outcome));
  }
}

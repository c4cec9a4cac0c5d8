package io.tradinggym.experiments.ledger;

/**
 * A row: what was tried and how it went.
 *
 * @param id see {@link Entry#id}
 * @param began when, ISO 8601, UTC
 * @param ended when; empty while {@link Status#OPEN}
 */
public record LedgerRow(String id, String began, String ended, Entry entry, Outcome outcome) {}

package io.tradinggym.data.provider;

import java.time.Instant;

/**
 * What a provider gave.
 *
 * @param <T> type of the data
 * @param value what was asked for
 * @param provider name of who gave it
 * @param fetchedAt when the oldest part was asked for over the network
 * @param stale whether a part is older than it should be
 * @param nulls rows that were left out for a number that was missing or could not be, &gt;= 0
 */
public record Collected<T>(T value, String provider, Instant fetchedAt, boolean stale, int nulls) {
  /**
   * What was given whole.
   *
   * @param value what was asked for
   * @param provider name of who gave it
   * @param fetchedAt when the oldest part was asked for over the network
   * @param stale whether a part is older than it should be
   */
  public Collected(T value, String provider, Instant fetchedAt, boolean stale) {
    this(value, provider, fetchedAt, stale, 0);
  }
}

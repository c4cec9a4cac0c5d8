package io.tradinggym.options.chain;

import java.time.LocalDate;

/**
 * A day on which options expire.
 *
 * @param date a session
 * @param kind why it is listed
 */
public record Expiry(LocalDate date, ExpiryKind kind) implements Comparable<Expiry> {
  @Override
  public int compareTo(Expiry other) {
    return date.compareTo(other.date);
  }
}

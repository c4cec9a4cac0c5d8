package io.tradinggym.crypto.venue;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Where a rule comes from and how far it can be trusted.
 *
 * @param what kind and name of the rule, such as {@code funding usdt-perpetual}
 * @param from since when it is in force
 * @param checked when it was last known to stand in its source
 * @param source where it was read
 * @param unverified keys whose values nobody has seen in a primary source
 */
public record Provenance(
    String what, Instant from, Instant checked, String source, Set<String> unverified) {
  /** Keeps an unchangeable copy. */
  public Provenance {
    unverified = Set.copyOf(unverified);
  }

  /**
   * {@return whether more time has passed since the check than is allowed}
   *
   * @param time the present, or when the rule is wanted for
   * @param most age from which rules are too old
   */
  public boolean stale(Instant time, Duration most) {
    return checked.plus(most).isBefore(time);
  }

  @Override
  public String toString() {
    String doubts = unverified.isEmpty() ? "" : ", unverified " + unverified;
    return what + " since " + from + ", checked " + checked + " in " + source + doubts;
  }
}

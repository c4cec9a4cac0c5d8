package io.tradinggym.market.data.csv;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Days whose prices are right although they look wrong, each with the reason that somebody gives for it: jumps, breaks
 * and closed days of that date are no defects.
 *
 * @param reasons by date
 */
record Waivers(Map<LocalDate, String> reasons) {
  static final Waivers NONE = new Waivers(Map.of());

  Waivers {
    reasons = Map.copyOf(reasons);
  }

  /** These and one more. */
  Waivers and(LocalDate date, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a waiver of " + date + " needs a reason");
    }
    Map<LocalDate, String> more = new HashMap<>(reasons);
    more.put(date, reason);
    return new Waivers(more);
  }

  /** Whether the day of a row is waived. */
  boolean has(Row row) {
    return reasons.containsKey(BarChecks.day(row));
  }
}

package io.tradinggym.market.data.csv;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A date, or a date and a time, as a file writes it.
 *
 * @param local as it stands there
 * @param offset of the local time from UTC, null if the file does not say
 */
record Stamp(LocalDateTime local, @Nullable ZoneOffset offset) {
  /** Milliseconds; some sources write down when they were told instead of when it was. */
  private static final long LARGEST_JITTER = 2000;

  private static final long HALF_MINUTE = 30;

  /** Whether it is a day: midnight, in whatever zone. */
  boolean isMidnight() {
    return local.toLocalTime().equals(LocalTime.MIN);
  }

  /** Whether it is written so little off a whole minute that it is of that minute. */
  boolean isNearMinute() {
    return Math.abs(ChronoUnit.MILLIS.between(toMinute().local, local)) <= LARGEST_JITTER;
  }

  /** The nearest whole minute. */
  Stamp toMinute() {
    return new Stamp(local.plusSeconds(HALF_MINUTE).truncatedTo(ChronoUnit.MINUTES), offset);
  }

  /** Its day as midnight UTC, epoch milliseconds. */
  long day() {
    return local.toLocalDate().toEpochDay() * 86_400_000L;
  }

  /** Its instant, epoch milliseconds; in the zone given where it states no offset. */
  long instant(ZoneId zone) {
    Instant instant = offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset);
    return instant.toEpochMilli();
  }

  /** The same, where the zone's clocks show it twice the second time. */
  long laterInstant(ZoneId zone) {
    return offset == null
        ? local.atZone(zone).withLaterOffsetAtOverlap().toInstant().toEpochMilli()
        : instant(zone);
  }
}

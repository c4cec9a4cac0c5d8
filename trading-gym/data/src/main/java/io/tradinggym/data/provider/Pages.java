package io.tradinggym.data.provider;

import io.tradinggym.data.collect.Fetched;
import io.tradinggym.data.series.PriceBars;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Age of an answer that came in several pages: that of the oldest. */
final class Pages {
  private @Nullable Instant oldest;
  private boolean stale;

  void add(Fetched page) {
    oldest = oldest == null || page.fetchedAt().isBefore(oldest) ? page.fetchedAt() : oldest;
    stale |= page.stale();
  }

  <T> Collected<T> of(T value, String provider) {
    return new Collected<>(value, provider, fetchedAt(), stale);
  }

  Collected<PriceBars> of(
      Sessions sessions, LocalDate from, LocalDate to, Instant now, String provider) {
    return sessions.collected(from, to, now, provider, fetchedAt(), stale);
  }

  private Instant fetchedAt() {
    return oldest == null ? Instant.EPOCH : oldest;
  }
}

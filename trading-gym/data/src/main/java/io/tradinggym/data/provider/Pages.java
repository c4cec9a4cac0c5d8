package io.tradinggym.data.provider;

import io.tradinggym.data.collect.Fetched;
import java.time.Instant;
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
    return new Collected<>(value, provider, oldest == null ? Instant.EPOCH : oldest, stale);
  }
}

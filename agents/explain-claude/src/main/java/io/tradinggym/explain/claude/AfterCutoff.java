package io.tradinggym.explain.claude;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Proof that a time lies after all that a model has read: its cutoff and {@link ModelTerms#GRACE_DAYS} days. There is
 * no other way to one than {@link #of}, and no {@link ClaudeFeature} without one.
 */
public final class AfterCutoff {
  private final ModelTerms terms;
  private final long time;

  private AfterCutoff(ModelTerms terms, long time) {
    this.terms = terms;
    this.time = time;
  }

  /** The proof for a time, epoch milliseconds; empty if the model may have read of it. */
  public static Optional<AfterCutoff> of(ModelTerms terms, long time) {
    LocalDate day = Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate();
    return day.isAfter(terms.cutoff().plusDays(ModelTerms.GRACE_DAYS))
        ? Optional.of(new AfterCutoff(terms, time))
        : Optional.empty();
  }

  /** The time, epoch milliseconds. */
  public long time() {
    return time;
  }

  /** The model. */
  public ModelTerms terms() {
    return terms;
  }
}

package io.tradinggym.explain.memory;

import org.jspecify.annotations.Nullable;

/**
 * A question for the nearest cases.
 *
 * @param vector what they should be like, finite
 * @param k number of cases that are wanted, &gt;= 1
 * @param asOf the present of the question, epoch milliseconds: only cases whose outcome was known by then are seen
 * @param kind of the cases; null for any
 * @param instrument that the question is about, so that its own window is no answer; {@link #NO_INSTRUMENT} for none
 * @param start when the question's window begins; it ends at {@code asOf}
 */
@SuppressWarnings("ArrayRecordComponent") // A question, never compared.
public record Query(
    float[] vector, int k, long asOf, @Nullable Kind kind, int instrument, long start) {
  /** A question about no instrument. */
  public static final int NO_INSTRUMENT = -1;

  /** Checks the numbers. */
  public Query {
    if (k < 1) {
      throw new IllegalArgumentException("k must be >= 1, was " + k);
    }
    for (float value : vector) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("a question has " + value + " in its vector");
      }
    }
  }

  /**
   * {@return the nearest of all cases that were known with their outcomes}
   *
   * @param vector as the memory's embedding made it, finite
   * @param k how many cases, &gt;= 1
   * @param asOf present of the question, UTC epoch milliseconds: only cases whose outcome was known by then are
   *     seen
   */
  public static Query of(float[] vector, int k, long asOf) {
    return new Query(vector, k, asOf, null, NO_INSTRUMENT, asOf);
  }

  /**
   * {@return the same question for cases of a kind}
   *
   * @param only what the cases are of
   */
  public Query of(Kind only) {
    return new Query(vector, k, asOf, only, instrument, start);
  }

  /**
   * {@return the same question, asked about a window of an instrument that began at a time}
   *
   * @param asset number of the instrument
   * @param from when the window began, UTC epoch milliseconds
   */
  public Query about(int asset, long from) {
    return new Query(vector, k, asOf, kind, asset, from);
  }

  /** Whether a case of this kind may be seen at all, whose outcome was known then. */
  boolean sees(long outcomeKnown, long code) {
    return outcomeKnown <= asOf && (kind == null || kind.code() == code);
  }
}

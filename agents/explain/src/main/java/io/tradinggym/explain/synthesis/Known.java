package io.tradinggym.explain.synthesis;

import org.jspecify.annotations.Nullable;

/**
 * A value and the time it was known, or none: what is absent reads "not available", never 0.
 *
 * @param value null if it is absent; a number is finite
 * @param knownAt epoch milliseconds; 0 if it is absent
 * @param <T> a number, text or truth
 */
public record Known<T>(@Nullable T value, long knownAt) {
  /** What is written where a value is absent. */
  public static final String ABSENT = "not available";

  private static final Known<?> NOTHING = new Known<>(null, 0);

  /** Refuses numbers that are none. */
  public Known {
    if (value instanceof Double number && !Double.isFinite(number)) {
      throw new IllegalArgumentException(
          "a known number must be finite, was " + number + "; say Known.absent()");
    }
  }

  /**
   * {@return a value that was known at a time, epoch milliseconds}
   *
   * @param <T> its type
   * @param value what was known; not null
   * @param knownAt UTC epoch milliseconds
   */
  public static <T> Known<T> of(T value, long knownAt) {
    return new Known<>(value, knownAt);
  }

  /**
   * {@return a number, absent if it is NaN or infinite, as columns of features have it}
   *
   * @param value any number
   * @param knownAt UTC epoch milliseconds
   */
  public static Known<Double> number(double value, long knownAt) {
    return Double.isFinite(value) ? of(value, knownAt) : absent();
  }

  /**
   * {@return nothing}
   *
   * @param <T> its type
   */
  @SuppressWarnings("unchecked") // holds no value
  public static <T> Known<T> absent() {
    return (Known<T>) NOTHING;
  }

  /** {@return whether there is a value} */
  public boolean isPresent() {
    return value != null;
  }

  /**
   * {@return the value}
   *
   * @throws IllegalStateException if it is absent
   */
  public T get() {
    T known = value;
    if (known == null) {
      throw new IllegalStateException(ABSENT);
    }
    return known;
  }

  /**
   * {@return the value, or another one where it is absent}
   *
   * @param other the value where it is absent
   */
  public T orElse(T other) {
    T known = value;
    return known == null ? other : known;
  }
}

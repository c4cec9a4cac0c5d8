package io.tradinggym.data.collect;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request that failed, with what it means for the next one. Messages hold no key. */
public final class CollectException extends Exception {
  private static final long serialVersionUID = 1;

  /** What went wrong. */
  public enum Kind {
    /** The key is missing or refused. */
    AUTH(false),
    /** The key's plan does not include this. */
    PLAN(false),
    /** The day's or month's requests are used up. */
    QUOTA(false),
    /** Too many requests at a time: later it will do. */
    RATE(true),
    /** There is no such thing. */
    NOT_FOUND(false),
    /** The body is not what it used to be. */
    SCHEMA(false),
    /** The connection failed. */
    NETWORK(true),
    /** The provider failed. */
    UPSTREAM(true);

    private final boolean passing;

    Kind(boolean passing) {
      this.passing = passing;
    }

    /** {@return whether it may be gone when the request is repeated} */
    public boolean passing() {
      return passing;
    }
  }

  private final Kind kind;
  private final String provider;
  private final @Nullable Duration retryAfter;

  /**
   * A failure without a time to wait.
   *
   * @param kind what went wrong, and so whether to try again
   * @param provider its name, with which the message begins
   * @param message what is wrong, without keys
   */
  public CollectException(Kind kind, String provider, String message) {
    this(kind, provider, message, null, null);
  }

  /**
   * A failure with its cause, and how long the provider asks to wait.
   *
   * @param kind what went wrong, and so whether to try again
   * @param provider its name, with which the message begins
   * @param message what is wrong, without keys
   * @param retryAfter how long the provider asks to wait; null if it does not say
   * @param cause what was thrown; null if nothing was
   */
  public CollectException(
      Kind kind,
      String provider,
      String message,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(provider + ": " + kind + ": " + message, cause);
    this.kind = kind;
    this.provider = provider;
    this.retryAfter = retryAfter;
  }

  /** {@return what went wrong} */
  public Kind kind() {
    return kind;
  }

  /** {@return the name of the provider that failed} */
  public String provider() {
    return provider;
  }

  /** {@return how long the provider asks to wait; null if it does not say} */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}

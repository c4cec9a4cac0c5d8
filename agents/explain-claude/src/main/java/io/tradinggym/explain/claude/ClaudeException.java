package io.tradinggym.explain.claude;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** No answer, and why. The message holds no key. */
public final class ClaudeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final transient @Nullable Duration retryAfter;

  /** Why there is no answer. */
  public enum Kind {
    /** The service says that the request is wrong. */
    BAD_REQUEST(false, true),
    /** The key is missing or not accepted. */
    UNAUTHORIZED(false, true),
    /** The key may not do this. */
    FORBIDDEN(false, true),
    /** No such model. */
    NOT_FOUND(false, true),
    /** The request is too large. */
    TOO_LARGE(false, true),
    /** Another answer of 4xx. */
    REJECTED(false, true),
    /** Too many requests, or a conflict or timeout that the service reports. */
    RATE_LIMITED(true, true),
    /** The service is overloaded. */
    OVERLOADED(true, true),
    /** A fault of the service. */
    SERVER(true, true),
    /** Nothing came, or nothing could be sent: what it cost is not known. */
    NETWORK(true, false),
    /** An answer that is none: what it cost is not known. */
    MALFORMED(false, false),
    /** It ran into its token limit. */
    TRUNCATED(false, false),
    /** The model declined. */
    REFUSED(false, false),
    /** The context is larger than the model's window. */
    CONTEXT_EXCEEDED(false, false),
    /** It ended in a way that is not known here. */
    UNFINISHED(false, false),
    /** It may not be paid for. */
    BUDGET(false, true),
    /** Not asked: too many requests failed of late. */
    CIRCUIT_OPEN(false, true),
    /** Not asked: the store holds no answer to this request. */
    NOT_STORED(false, true),
    /** Not asked: the store cannot be read or written. */
    STORE(false, true);

    private final boolean again;
    private final boolean free;

    Kind(boolean again, boolean free) {
      this.again = again;
      this.free = free;
    }

    /** Whether it may be tried again. */
    public boolean again() {
      return again;
    }

    /** Whether it is certain that it cost nothing. */
    public boolean free() {
      return free;
    }
  }

  ClaudeException(
      Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  ClaudeException(Kind kind, String message) {
    this(kind, message, null, null);
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }

  /** How long the service asks to wait; null if it does not. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}

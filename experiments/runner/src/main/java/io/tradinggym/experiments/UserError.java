package io.tradinggym.experiments;

/**
 * Something that the user can put right: a bad file, option or setting. Its message says what, where and what would do.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** One sentence for the user. */
  public UserError(String message) {
    super(message);
  }

  /** One sentence for the user, and what it came from. */
  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}

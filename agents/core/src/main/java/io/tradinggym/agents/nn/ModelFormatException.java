package io.tradinggym.agents.nn;

import java.io.IOException;

/** A saved model that cannot be used: damaged, cut short, of another kind or version, or of other shapes. */
public final class ModelFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * What is wrong, where, and what would be right.
   *
   * @param message what is wrong
   */
  public ModelFormatException(String message) {
    super(message);
  }

  /**
   * What is wrong, and the failure that showed it.
   *
   * @param message what is wrong
   * @param cause why
   */
  public ModelFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}

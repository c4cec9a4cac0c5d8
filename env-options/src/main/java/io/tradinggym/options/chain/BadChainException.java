package io.tradinggym.options.chain;

/**
 * A chain file that cannot be used: its message names the file, the line, the field, the value and what would be right.
 */
public final class BadChainException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadChainException(String message) {
    super(message);
  }
}

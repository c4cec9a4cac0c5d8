package io.tradinggym.explain.claude;

/**
 * Tokens of one answer.
 *
 * @param input read, beside those of the cache
 * @param output written, thinking included
 * @param cacheRead read from the service's cache
 * @param cacheWritten written into it
 */
public record Usage(long input, long output, long cacheRead, long cacheWritten) {
  /** Checks the signs. */
  public Usage {
    if (input < 0 || output < 0 || cacheRead < 0 || cacheWritten < 0) {
      throw new IllegalArgumentException("tokens must be >= 0");
    }
  }
}

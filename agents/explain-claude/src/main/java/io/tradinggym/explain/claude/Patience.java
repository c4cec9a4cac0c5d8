package io.tradinggym.explain.claude;

import java.time.Duration;

/**
 * How failed requests are tried again.
 *
 * @param attempts in all, &gt;= 1
 * @param first wait before the second; doubles from then on, with a fifth of jitter
 * @param longest wait, also where the service asks for more
 * @param failures in a row after which nothing is asked for a while, &gt;= 1
 * @param open that while
 */
public record Patience(
    int attempts, Duration first, Duration longest, int failures, Duration open) {
  /** Three attempts from half a second on, closed for five minutes after three failures. */
  public static final Patience DEFAULT =
      new Patience(3, Duration.ofMillis(500), Duration.ofSeconds(30), 3, Duration.ofMinutes(5));

  /** Checks the numbers. */
  public Patience {
    if (attempts < 1 || failures < 1 || first.compareTo(longest) >= 0) {
      throw new IllegalArgumentException(
          "patience needs attempts and failures >= 1 and a first wait below the longest");
    }
  }
}

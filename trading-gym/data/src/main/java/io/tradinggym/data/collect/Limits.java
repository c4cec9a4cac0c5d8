package io.tradinggym.data.collect;

import java.time.Duration;

/**
 * What a provider lets through.
 *
 * @param requests in a period, >= 1
 * @param period of the bucket
 */
public record Limits(int requests, Duration period) {
  /**
   * {@return limits of so many requests a minute}
   *
   * @param requests in a minute, >= 1
   */
  public static Limits perMinute(int requests) {
    return new Limits(requests, Duration.ofMinutes(1));
  }
}

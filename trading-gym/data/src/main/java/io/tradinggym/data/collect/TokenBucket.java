package io.tradinggym.data.collect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Lets so many requests through in a period: a full bucket at once, then one each time that a token has grown.
 *
 * <p>Threads that find it empty wait in turn. A clock that is set back costs nobody a wait: what was taken by it is
 * as long ago as it was.
 */
public final class TokenBucket {
  private final int capacity;
  private final Duration perToken;
  private final InstantSource clock;
  private final Pause pause;
  private Instant next;
  private Instant last;

  /** How a fetcher waits; tests hand in one that moves their clock. */
  @FunctionalInterface
  public interface Pause {
    /**
     * Waits.
     *
     * @param duration how long to wait, > 0
     * @throws InterruptedException if the wait is interrupted
     */
    void wait(Duration duration) throws InterruptedException;
  }

  /**
   * A full bucket.
   *
   * @param capacity tokens that it holds, >= 1
   * @param period in which as many grow again, > 0
   * @param clock tells when tokens grew
   * @param pause waits for a token
   */
  public TokenBucket(int capacity, Duration period, InstantSource clock, Pause pause) {
    if (capacity < 1 || period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException(
          "capacity must be >= 1 and the period > 0, were " + capacity + " and " + period);
    }
    this.capacity = capacity;
    this.perToken = period.dividedBy(capacity);
    this.clock = clock;
    this.pause = pause;
    last = clock.instant();
    next = last.minus(period);
  }

  /**
   * Takes one token, and waits for it if there is none.
   *
   * @throws InterruptedException if the wait is interrupted
   */
  public void take() throws InterruptedException {
    Duration wait;
    synchronized (this) {
      Instant now = clock.instant();
      if (now.isBefore(last)) {
        next = next.minus(Duration.between(now, last));
      }
      last = now;
      // The time at which the bucket would be full again; no further back than a full bucket
      // allows.
      Instant full = now.minus(perToken.multipliedBy(capacity - 1L));
      Instant at = next.isBefore(full) ? full : next;
      next = at.plus(perToken);
      wait = Duration.between(now, at);
    }
    if (wait.isPositive()) {
      pause.wait(wait);
    }
  }
}

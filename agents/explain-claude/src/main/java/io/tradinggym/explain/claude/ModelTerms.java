package io.tradinggym.explain.claude;

import java.time.LocalDate;

/**
 * What is known of a model before it is asked: prices, limits, and the day up to which it has read. A model without
 * price or cutoff is no model here: it is refused, never counted as free or as ignorant.
 *
 * @param name as requests name it
 * @param input price of a token that is read, 1e-8 US dollars (100 x dollars per million tokens), &gt; 0
 * @param output price of a token that is written, thinking included, 1e-8 US dollars, &gt; 0
 * @param cacheRead price of a token read from the service's cache, 1e-8 US dollars, &gt;= 0
 * @param longThreshold tokens beyond which a request has the long prices, the whole of it; 0 where there is none
 * @param longInput price of a token read by a long request
 * @param longOutput price of a token written to a long request
 * @param cutoff last day of its training data
 * @param minCacheTokens tokens below which nothing is cached by the service, without an error, &gt;= 0
 * @param maxOutput most tokens that it writes, &gt; 0
 */
public record ModelTerms(
    String name,
    long input,
    long output,
    long cacheRead,
    int longThreshold,
    long longInput,
    long longOutput,
    LocalDate cutoff,
    int minCacheTokens,
    int maxOutput) {
  /** Days after the cutoff within which a model may still know more than it should. */
  public static final int GRACE_DAYS = 30;

  /** A token written into the service's cache costs at most twice a token read. */
  private static final int CACHE_WRITE = 2;

  /** Checks prices and limits. */
  public ModelTerms {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a model needs a name");
    }
    if (input <= 0 || output <= 0 || cacheRead < 0 || longInput < 0 || longOutput < 0) {
      throw new IllegalArgumentException("model " + name + " needs prices > 0");
    }
    if (longThreshold < 0 || (longThreshold > 0 && (longInput <= 0 || longOutput <= 0))) {
      throw new IllegalArgumentException(
          "model " + name + ": a long prompt threshold needs prices of its own");
    }
    if (maxOutput <= 0 || minCacheTokens < 0) {
      throw new IllegalArgumentException(
          "model " + name + " needs maxOutputTokens > 0 and minCacheTokens >= 0");
    }
  }

  /** What an answer cost, 1e-8 US dollars. */
  public long cost(Usage usage) {
    long read = usage.input() + usage.cacheWritten() + usage.cacheRead();
    boolean longRequest = longThreshold > 0 && read > longThreshold;
    long perInput = longRequest ? longInput : input;
    long fresh = Math.addExact(usage.input(), CACHE_WRITE * usage.cacheWritten());
    return Math.addExact(
        Math.addExact(Math.multiplyExact(fresh, perInput), usage.cacheRead() * cacheRead),
        Math.multiplyExact(usage.output(), longRequest ? longOutput : output));
  }

  /**
   * The most that a request can cost, 1e-8 US dollars: every byte of it a token, and all that may be written.
   *
   * @param bytes of the request
   * @param maxTokens that the answer may have
   */
  public long worstCase(long bytes, int maxTokens) {
    return cost(new Usage(bytes, maxTokens, 0, 0));
  }
}

package io.tradinggym.explain.synthesis;

import java.util.Optional;

/**
 * A recommendation with its origin.
 *
 * @param recommendation what was said
 * @param source who said it
 * @param model name of the model as it was served; {@code template-1} for the template
 * @param hash of the request, hexadecimal; the same hash means the same answer
 * @param cost in 1e-8 US dollars, &gt;= 0; what it cost when it was asked, also of a replay
 * @param answeredAt when it was answered, epoch milliseconds
 * @param reason why the template spoke in place of a model; empty otherwise
 */
public record Synthesis(
    Recommendation recommendation,
    Source source,
    String model,
    String hash,
    long cost,
    long answeredAt,
    Optional<String> reason) {
  /** Checks the cost. */
  public Synthesis {
    if (cost < 0) {
      throw new IllegalArgumentException("cost must be >= 0, was " + cost);
    }
  }

  /**
   * {@return its age at a time, milliseconds; never negative}
   *
   * @param now UTC epoch milliseconds
   */
  public long age(long now) {
    return Math.max(0, now - answeredAt);
  }

  /**
   * {@return the same answer by the template, with the reason why no model's is shown}
   *
   * @param why the reason that no model's answer is shown
   */
  public Synthesis because(String why) {
    return new Synthesis(recommendation, source, model, hash, cost, answeredAt, Optional.of(why));
  }
}

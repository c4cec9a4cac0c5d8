package io.tradinggym.explain.sentiment;

/**
 * How a text sounds.
 *
 * @param score -1 (bad news) to 1 (good news)
 * @param hits words that were known
 * @param words of the text
 */
public record Sentiment(double score, int hits, int words) {
  /** {@return the part of the words that were known} */
  public double coverage() {
    return words == 0 ? 0 : (double) hits / words;
  }

  /** {@return 1 for good news, -1 for bad, 0 where both are as strong} */
  public int sign() {
    return (int) Math.signum(score);
  }
}

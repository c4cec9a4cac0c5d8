package io.tradinggym.explain.sentiment;

/**
 * How a text sounds.
 *
 * @param score -1 (bad news) to 1 (good news)
 * @param hits how many of its words were known
 * @param words how many words the text has
 */
public record Sentiment(double score, int hits, int words) {
  /** {@return the part of the words that were known, 0 to 1} */
  public double coverage() {
    return words == 0 ? 0 : (double) hits / words;
  }

  /** {@return 1 for good news, -1 for bad, 0 where both are as strong} */
  public int sign() {
    return (int) Math.signum(score);
  }
}

package io.tradinggym.options.analysis;

import io.tradinggym.api.util.Require;

/**
 * What the analyzer goes by.
 *
 * @param weights of the parts of a score
 * @param cheap ratio of implied to historical volatility below which options are cheap, &gt; 0
 * @param expensive ratio above which they are expensive, at least {@code cheap}
 * @param crushRatio ratio above which a crush threatens, &gt; 0
 * @param crushDays an announcement at most so many days away threatens with one, &gt;= 0
 * @param widest an option is left out if its quote is wider than this share of its mean, &gt; 0
 */
public record AnalyzerSettings(
    ScoreWeights weights,
    double cheap,
    double expensive,
    double crushRatio,
    int crushDays,
    double widest) {
  /** Equal weights; cheap below 0.8, expensive above 1.2; a crush threatens above 1.5 or within 5 days. */
  public static final AnalyzerSettings DEFAULT =
      new AnalyzerSettings(ScoreWeights.EQUAL, 0.8, 1.2, 1.5, 5, 0.5);

  /** Checks the values. */
  public AnalyzerSettings {
    Require.that(cheap > 0, "cheap must be > 0", cheap);
    Require.that(expensive >= cheap, "expensive must be >= cheap", expensive);
    Require.that(crushRatio > 0, "crushRatio must be > 0", crushRatio);
    Require.that(crushDays >= 0, "crushDays must be >= 0", crushDays);
    Require.that(widest > 0, "widest must be > 0", widest);
  }

  /**
   * {@return the same settings with other weights}
   *
   * @param other weights of the parts of a score, in place of these
   */
  public AnalyzerSettings withWeights(ScoreWeights other) {
    return new AnalyzerSettings(other, cheap, expensive, crushRatio, crushDays, widest);
  }
}

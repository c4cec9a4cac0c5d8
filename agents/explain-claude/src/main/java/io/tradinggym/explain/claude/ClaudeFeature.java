package io.tradinggym.explain.claude;

import io.tradinggym.explain.synthesis.Recommendation;
import io.tradinggym.explain.synthesis.Source;
import io.tradinggym.explain.synthesis.Synthesis;
import io.tradinggym.explain.synthesis.Verdict;

/**
 * Claude's verdict as an observation, and whether there is one. It exists only for times after the model's cutoff: on
 * years that it has read it would be the answer key. Two columns: the mask, 1 or 0, and the value, which is 0 where
 * the mask is.
 *
 * <p>The value is the verdict's side (buy 1, short -1, else 0) times confidence / 10.
 */
public final class ClaudeFeature {
  private static final double MOST_CONFIDENT = 10;

  private final double value;

  private ClaudeFeature(double value) {
    this.value = value;
  }

  /**
   * The feature at a time.
   *
   * @throws IllegalArgumentException if the synthesis is the template's, of another model, or of a later time
   */
  public static ClaudeFeature at(AfterCutoff time, Synthesis synthesis) {
    if (synthesis.source() == Source.TEMPLATE) {
      throw new IllegalArgumentException("the template is not Claude: leave the column masked");
    }
    if (!synthesis.model().startsWith(time.terms().name())) {
      throw new IllegalArgumentException(
          "the cutoff is " + time.terms().name() + "'s, the answer " + synthesis.model() + "'s");
    }
    if (synthesis.answeredAt() > time.time()) {
      throw new IllegalArgumentException(
          "answered at "
              + synthesis.answeredAt()
              + ", after the time of the observation "
              + time.time());
    }
    Recommendation said = synthesis.recommendation();
    Verdict verdict = said.verdict();
    double side = verdict == Verdict.SHORT ? -1 : verdict.opens() ? 1 : 0;
    return new ClaudeFeature(side * said.confidence() / MOST_CONFIDENT);
  }

  /** In [-1, 1]. */
  public double value() {
    return value;
  }

  /**
   * Writes mask and value into two places of an observation; without a feature both are 0.
   *
   * @param at place of the mask; the value stands behind it
   */
  public static void write(java.util.Optional<ClaudeFeature> feature, float[] observation, int at) {
    observation[at] = feature.isPresent() ? 1 : 0;
    observation[at + 1] = feature.isPresent() ? (float) feature.get().value : 0;
  }
}

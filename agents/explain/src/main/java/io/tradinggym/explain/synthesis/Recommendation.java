package io.tradinggym.explain.synthesis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer in six parts. Made as it came, so that {@link Rules} can tell everything that is wrong with it.
 *
 * @param verdict what it comes to
 * @param rationale one sentence
 * @param setup the most probable setup; null where the verdict opens nothing
 * @param option an option with exact strike and expiry; null for none
 * @param risks three reasons why it could fail
 * @param alternative what to do instead, in words
 * @param confidence how sure, 1 to 10
 */
public record Recommendation(
    Verdict verdict,
    String rationale,
    @Nullable Setup setup,
    @Nullable OptionTicket option,
    List<String> risks,
    String alternative,
    int confidence) {
  /** Copies the risks. */
  public Recommendation {
    risks = List.copyOf(risks);
  }
}

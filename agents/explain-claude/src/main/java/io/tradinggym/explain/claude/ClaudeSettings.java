package io.tradinggym.explain.claude;

import java.nio.file.Path;

/**
 * How Claude is asked.
 *
 * @param terms of the model
 * @param effort low, medium, high, xhigh or max
 * @param maxTokens of an answer, thinking included; below 8,000 answers are cut off
 * @param mode where answers come from
 * @param folder of the store and the ledger
 * @param caps what may be spent
 * @param patience how failures are tried again
 */
public record ClaudeSettings(
    ModelTerms terms,
    String effort,
    int maxTokens,
    Mode mode,
    Path folder,
    Caps caps,
    Patience patience) {
  /** Tokens of an answer by default: thinking takes most of them. */
  public static final int MAX_TOKENS = 8_000;

  /** Checks effort and length. */
  public ClaudeSettings {
    if (!effort.matches("low|medium|high|xhigh|max")) {
      throw new IllegalArgumentException(
          "effort must be low, medium, high, xhigh or max, was " + effort);
    }
    if (maxTokens < 1 || maxTokens > terms.maxOutput()) {
      throw new IllegalArgumentException(
          "maxTokens must be in [1, "
              + terms.maxOutput()
              + "] for "
              + terms.name()
              + ", was "
              + maxTokens);
    }
  }

  /** Replays from a folder; one dollar a run, five a day, half a dollar a ticker where something is asked. */
  public static ClaudeSettings replay(ModelTerms terms, Path folder) {
    return new ClaudeSettings(
        terms,
        "medium",
        Math.min(MAX_TOKENS, terms.maxOutput()),
        Mode.REPLAY,
        folder,
        Caps.dollars(1, 5, 0.5),
        Patience.DEFAULT);
  }

  /** The same in another mode. */
  public ClaudeSettings with(Mode other) {
    return new ClaudeSettings(terms, effort, maxTokens, other, folder, caps, patience);
  }

  /** The same with other caps. */
  public ClaudeSettings with(Caps other) {
    return new ClaudeSettings(terms, effort, maxTokens, mode, folder, other, patience);
  }

  /** The same with another patience. */
  public ClaudeSettings with(Patience other) {
    return new ClaudeSettings(terms, effort, maxTokens, mode, folder, caps, other);
  }
}

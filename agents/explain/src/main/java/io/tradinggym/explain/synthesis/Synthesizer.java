package io.tradinggym.explain.synthesis;

/**
 * Makes a recommendation of what is known. What it answers obeys {@link Rules}; it trades nothing, and nothing that
 * trades reads it.
 */
@FunctionalInterface
public interface Synthesizer {
  /**
   * {@return the synthesis of a context: who said it, of which model, for how much, and when}
   *
   * @param context what is known of a security
   */
  Synthesis synthesize(SynthesisContext context);
}

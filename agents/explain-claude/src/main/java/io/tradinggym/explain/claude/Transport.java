package io.tradinggym.explain.claude;

/** Sends one request, once. */
@FunctionalInterface
public interface Transport {
  /**
   * The answer, however it ended.
   *
   * @throws ClaudeException if there is none
   */
  Reply send(ClaudeRequest request);
}

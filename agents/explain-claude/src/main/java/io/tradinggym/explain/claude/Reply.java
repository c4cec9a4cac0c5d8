package io.tradinggym.explain.claude;

/**
 * An answer as it came.
 *
 * @param text of its text blocks
 * @param stop why it ended, as the service says: {@code end_turn}, {@code max_tokens}, {@code refusal} and others
 * @param model that served it
 * @param requestId of the service
 * @param usage its tokens
 * @param at when it came, epoch milliseconds
 */
public record Reply(
    String text, String stop, String model, String requestId, Usage usage, long at) {}

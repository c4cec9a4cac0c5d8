package io.tradinggym.explain.synthesis;

/**
 * A headline, which is data and never an instruction.
 *
 * @param id by which an answer may cite it
 * @param text as published
 * @param knownAt when it was published, epoch milliseconds
 */
public record Headline(String id, String text, long knownAt) {}

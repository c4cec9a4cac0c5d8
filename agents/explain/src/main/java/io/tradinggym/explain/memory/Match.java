package io.tradinggym.explain.memory;

/**
 * A case that was found.
 *
 * @param entry the case
 * @param distance squared Euclidean distance from the question
 */
public record Match(Entry entry, float distance) {}

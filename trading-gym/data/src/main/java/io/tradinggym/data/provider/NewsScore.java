package io.tradinggym.data.provider;

import java.time.Instant;

/**
 * What a headline was judged to say.
 *
 * @param published when it could be known
 * @param score -1 bad .. 1 good; of class probabilities {@code positive - negative}
 */
public record NewsScore(Instant published, double score) {}

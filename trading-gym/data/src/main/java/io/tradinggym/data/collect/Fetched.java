package io.tradinggym.data.collect;

import java.time.Instant;

/**
 * An answer.
 *
 * @param body the answer's text
 * @param fetchedAt when it came over the network
 * @param stale whether it is older than it should be, because the provider failed
 */
public record Fetched(String body, Instant fetchedAt, boolean stale) {}

package io.tradinggym.data.collect;

import java.time.Instant;

/**
 * An answer.
 *
 * @param body the answer's text
 * @param fetchedAt when it was asked for over the network: it holds all that was known then
 * @param stale whether it is older than it should be, because the provider failed
 */
public record Fetched(String body, Instant fetchedAt, boolean stale) {}

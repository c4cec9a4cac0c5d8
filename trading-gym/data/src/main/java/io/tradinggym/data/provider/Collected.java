package io.tradinggym.data.provider;

import java.time.Instant;

/**
 * What a provider gave.
 *
 * @param <T> its type
 * @param value the data
 * @param provider who gave it
 * @param fetchedAt when the oldest part came over the network
 * @param stale whether a part is older than it should be
 */
public record Collected<T>(T value, String provider, Instant fetchedAt, boolean stale) {}

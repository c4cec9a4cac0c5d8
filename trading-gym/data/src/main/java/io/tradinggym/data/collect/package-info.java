/**
 * Fetches from providers on the network so that nothing they do can hurt: a {@link io.tradinggym.data.collect.Fetcher}
 * has one cache on disk, one token bucket for each provider, retries, a circuit breaker, and failures that are told
 * from what a body says before its status. Keys never appear in paths that are cached, in messages or in logs.
 */
@NullMarked
package io.tradinggym.data.collect;

import org.jspecify.annotations.NullMarked;

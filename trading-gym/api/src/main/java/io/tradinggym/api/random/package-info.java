/**
 * Randomness that is handed in: {@link io.tradinggym.api.random.RandomStreams} turns one seed into any number of named,
 * independent {@link io.tradinggym.api.random.RandomStream}s. There is no other source of chance in the library.
 */
@NullMarked
package io.tradinggym.api.random;

import org.jspecify.annotations.NullMarked;

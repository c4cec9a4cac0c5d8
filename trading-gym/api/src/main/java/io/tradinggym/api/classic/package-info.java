/**
 * The classic control tasks, with Gymnasium's dynamics and ids: small, exact, and good for testing learners. And {@link
 * io.tradinggym.api.classic.TMaze}, which only an agent that remembers can solve.
 */
@NullMarked
package io.tradinggym.api.classic;

import org.jspecify.annotations.NullMarked;

/** The classic control tasks, with Gymnasium's dynamics and ids: small, exact, and good for testing learners. */
@NullMarked
package io.tradinggym.api.classic;

import org.jspecify.annotations.NullMarked;

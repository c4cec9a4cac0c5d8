/** The twin critics that the actor-critic methods with a replay share. */
@NullMarked
package io.tradinggym.agents.critic;

import org.jspecify.annotations.NullMarked;

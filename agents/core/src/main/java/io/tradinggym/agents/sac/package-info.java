/**
 * Soft actor-critic for bounded continuous actions: {@link io.tradinggym.agents.sac.Sac}. It learns from each step many
 * times and tunes its own exploration: choose it where steps are dear and actions continuous.
 */
@NullMarked
package io.tradinggym.agents.sac;

import org.jspecify.annotations.NullMarked;

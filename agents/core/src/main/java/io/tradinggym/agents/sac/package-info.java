/**
 * Soft actor-critic: {@link io.tradinggym.agents.sac.Sac} for bounded continuous actions, {@link
 * io.tradinggym.agents.sac.DiscreteSac} for discrete ones. It learns from each step many
 * times and tunes its own exploration: choose it where steps are dear.
 */
@NullMarked
package io.tradinggym.agents.sac;

import org.jspecify.annotations.NullMarked;

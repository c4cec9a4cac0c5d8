/**
 * Proximal policy optimisation (Schulman et al. 2017) with the details that matter (Huang et al. 2022): {@link
 * io.tradinggym.agents.ppo.Ppo} is the algorithm with its settings, {@link io.tradinggym.agents.ppo.PpoUpdate} the
 * update, to be read in one sitting.
 */
@NullMarked
package io.tradinggym.agents.ppo;

import org.jspecify.annotations.NullMarked;

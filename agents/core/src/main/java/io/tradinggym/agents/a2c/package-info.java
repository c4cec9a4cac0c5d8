/**
 * Advantage actor-critic: cheap in every step and simple. {@link io.tradinggym.agents.a2c.A2c} is the algorithm, its
 * settings are built with {@link io.tradinggym.agents.a2c.A2c#settings}. PPO takes more from each step it sees; choose
 * A2C where steps cost nothing.
 */
@NullMarked
package io.tradinggym.agents.a2c;

import org.jspecify.annotations.NullMarked;

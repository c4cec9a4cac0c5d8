/**
 * Deep Q-learning for Discrete actions: {@link io.tradinggym.agents.dqn.Dqn} with double estimation, dueling networks,
 * prioritised replay and n-step targets as settings that compose. It learns from each step many times: choose it where
 * steps are dear and choices few.
 */
@NullMarked
package io.tradinggym.agents.dqn;

import org.jspecify.annotations.NullMarked;

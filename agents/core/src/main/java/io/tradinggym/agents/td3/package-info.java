/**
 * TD3 for bounded continuous actions: {@link io.tradinggym.agents.td3.Td3}. A deterministic policy that climbs the
 * value its critics believe: choose it, as SAC, where steps are dear; SAC explores by itself, TD3 by the noise it is
 * told to add.
 */
@NullMarked
package io.tradinggym.agents.td3;

import org.jspecify.annotations.NullMarked;

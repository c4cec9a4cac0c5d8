/**
 * Policies: {@link io.tradinggym.agents.policy.Policy} is what training leaves behind and production calls; an {@link
 * io.tradinggym.agents.policy.ActionHead} says how the outputs of a network become actions of a space.
 */
@NullMarked
package io.tradinggym.agents.policy;

import org.jspecify.annotations.NullMarked;

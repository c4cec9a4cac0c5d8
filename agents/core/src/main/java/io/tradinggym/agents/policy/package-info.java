/**
 * Policies: {@link io.tradinggym.agents.policy.Policy} is what training leaves behind and production calls; an {@link
 * io.tradinggym.agents.policy.ActionHead} says how the outputs of a network become actions of a space. A {@link
 * io.tradinggym.agents.policy.Memory} lets decisions depend on what was seen before: then an {@link
 * io.tradinggym.agents.policy.Actor} remembers, the policy never does. {@link io.tradinggym.agents.policy.Gsde} makes
 * continuous actions explore along smooth paths.
 */
@NullMarked
package io.tradinggym.agents.policy;

import org.jspecify.annotations.NullMarked;

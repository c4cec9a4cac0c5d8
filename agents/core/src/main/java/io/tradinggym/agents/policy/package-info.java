/**
 * Policies: {@link io.tradinggym.agents.policy.Policy} is what training leaves behind and production calls. A {@link
 * io.tradinggym.agents.policy.Memory} lets decisions depend on what was seen before: then an {@link
 * io.tradinggym.agents.policy.Actor} remembers, the policy never does. How outputs of a network become actions of a
 * space is said in {@code policy.head}, what Q-values say of a return in {@code policy.returns}.
 */
@NullMarked
package io.tradinggym.agents.policy;

import org.jspecify.annotations.NullMarked;

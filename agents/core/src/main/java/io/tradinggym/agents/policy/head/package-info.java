/**
 * How outputs of a network become actions of a space: an {@link io.tradinggym.agents.policy.head.ActionHead} for every
 * kind of space, the distribution it draws from, and {@link io.tradinggym.agents.policy.head.Gsde}, which makes
 * continuous actions explore along smooth paths.
 */
@NullMarked
package io.tradinggym.agents.policy.head;

import org.jspecify.annotations.NullMarked;

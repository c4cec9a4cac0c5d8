/**
 * What a network of Q-values says of a return: its mean, the probabilities of fixed values, or its quantiles.
 */
@NullMarked
package io.tradinggym.agents.policy.returns;

import org.jspecify.annotations.NullMarked;

/**
 * Specialists and what they are measured by. {@code planted} holds small markets with an edge of known size, {@code
 * optimum} what can be earned there at most and the policy that earns it, {@code rules} the rules of the textbooks.
 *
 * <p>A specialist that earns more than three standard errors above an optimum has found a leak or a bug; one that earns
 * anything where the edge is removed has found luck. Simulated optima promise nothing about markets.
 */
@NullMarked
package io.tradinggym.specialists;

import org.jspecify.annotations.NullMarked;

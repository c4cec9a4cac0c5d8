/**
 * Exact optima of the planted markets by dynamic programming over what a trader can know, and the policies that reach
 * them. A policy here plays environments made with {@code informed: true}, whose last observations are the exact
 * filter's; it counts the steps of an episode itself.
 */
@NullMarked
package io.tradinggym.specialists.optimum;

import org.jspecify.annotations.NullMarked;

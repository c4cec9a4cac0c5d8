/**
 * What a reward is given to look at, and what it must be able to do; the rewards themselves live in their own module.
 */
@NullMarked
package io.tradinggym.market.reward;

import org.jspecify.annotations.NullMarked;

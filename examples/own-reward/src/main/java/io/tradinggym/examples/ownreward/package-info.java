/**
 * A reward of one's own: {@link io.tradinggym.examples.ownreward.LossAverse} is the whole of it, {@link
 * io.tradinggym.examples.ownreward.CarefulTrader} trains with it.
 */
@NullMarked
package io.tradinggym.examples.ownreward;

import org.jspecify.annotations.NullMarked;

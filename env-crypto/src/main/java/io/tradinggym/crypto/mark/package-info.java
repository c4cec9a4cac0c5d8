/**
 * Prices that no single trade moves. {@link io.tradinggym.crypto.mark.WeightedIndex} is the worth of the coin on
 * several spot exchanges, guarded against those that are off or silent; {@link io.tradinggym.crypto.mark.MarkPrice} is
 * what positions are valued and liquidated at: the median of three prices, of which two follow the index.
 */
@NullMarked
package io.tradinggym.crypto.mark;

import org.jspecify.annotations.NullMarked;

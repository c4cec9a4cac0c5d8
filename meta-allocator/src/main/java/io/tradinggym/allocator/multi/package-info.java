/**
 * {@code MultiAsset-v1}: shares, listed options on them that roll, and a perpetual in one cross-margined account.
 *
 * <ul>
 *   <li>{@link io.tradinggym.allocator.multi.MultiAsset}: the environment; {@link
 *       io.tradinggym.allocator.multi.MultiTask}: money, levels, menu, length.
 *   <li>{@link io.tradinggym.allocator.multi.MultiMarket}: what it trades, by default a simulated {@link
 *       io.tradinggym.allocator.multi.CorrelatedMarket}.
 * </ul>
 */
@NullMarked
package io.tradinggym.allocator.multi;

import org.jspecify.annotations.NullMarked;

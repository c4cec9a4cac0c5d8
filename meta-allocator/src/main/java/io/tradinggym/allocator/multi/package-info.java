/**
 * {@code MultiAsset-v1}: shares, listed options on them that roll, and a perpetual in one cross-margined account.
 *
 * <ul>
 *   <li>{@link io.tradinggym.allocator.multi.MultiAsset}: the environment.
 *   <li>{@link io.tradinggym.allocator.multi.MultiMarket}: what is simulated; {@link
 *       io.tradinggym.allocator.multi.MultiTask}: money, levels, menu, length.
 * </ul>
 */
@NullMarked
package io.tradinggym.allocator.multi;

import org.jspecify.annotations.NullMarked;

/**
 * The exact bar for an allocator: {@code RegimeAllocation-v1}, a market of three hidden regimes and four specialists of
 * which each lives in some of them, and the best that can be done there by somebody who knows the law and sees what the
 * allocator sees.
 */
@NullMarked
package io.tradinggym.allocator.testbed;

import org.jspecify.annotations.NullMarked;

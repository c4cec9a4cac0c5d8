/**
 * The sets that observations and actions are drawn from. An element of any space is {@code size()} floats in an array,
 * so a batch of elements is one flat array; structure (shapes, choices, names) is the space's knowledge, not the
 * array's.
 */
@NullMarked
package io.tradinggym.api.space;

import org.jspecify.annotations.NullMarked;

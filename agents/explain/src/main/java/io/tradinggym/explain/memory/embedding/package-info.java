/**
 * From windows of prices, states and texts to vectors. What must be fitted is fitted on training data; the hash of what
 * was fitted is part of an embedding's identity, and so of every memory of it.
 */
@NullMarked
package io.tradinggym.explain.memory.embedding;

import org.jspecify.annotations.NullMarked;

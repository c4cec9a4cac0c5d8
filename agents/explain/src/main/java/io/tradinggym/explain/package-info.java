/** Explanations of decisions: read from the trade trace afterwards, never on the way to an order. */
@NullMarked
package io.tradinggym.explain;

import org.jspecify.annotations.NullMarked;

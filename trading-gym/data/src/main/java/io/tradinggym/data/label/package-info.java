/**
 * What a model is to learn, and how much each example weighs. A label looks ahead: it is of a type of its own and no
 * feature can be made of it.
 *
 * <p>{@link io.tradinggym.data.label.HorizonLabels} has direction and size of the next bars; {@link
 * io.tradinggym.data.label.TripleBarrier} what is touched first; {@link io.tradinggym.data.label.Uniqueness} how much
 * labels overlap, by weights and by a bootstrap.
 */
@NullMarked
package io.tradinggym.data.label;

import org.jspecify.annotations.NullMarked;

/**
 * What the command {@code collect} can ask for: {@link io.tradinggym.experiments.collect.Datum} says what, a supply who
 * has it, {@link io.tradinggym.experiments.collect.Supplies} in which order they are asked.
 */
@NullMarked
package io.tradinggym.experiments.collect;

import org.jspecify.annotations.NullMarked;

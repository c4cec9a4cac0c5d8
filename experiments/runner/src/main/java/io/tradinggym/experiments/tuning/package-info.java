/**
 * The search for settings: {@link io.tradinggym.experiments.tuning.Tuning} asks a search for candidates, trains them,
 * and tells it what they scored on the validation range.
 */
@NullMarked
package io.tradinggym.experiments.tuning;

import org.jspecify.annotations.NullMarked;

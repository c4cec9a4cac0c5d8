/**
 * Damaged files for every reader: {@link io.tradinggym.experiments.fuzz.Readers} lists what this library reads, with
 * samples of it; {@link io.tradinggym.experiments.fuzz.Fuzzing} mutates them and holds each outcome to the rule: a
 * value, or a refusal that says what is wrong.
 */
@NullMarked
package io.tradinggym.experiments.fuzz;

import org.jspecify.annotations.NullMarked;

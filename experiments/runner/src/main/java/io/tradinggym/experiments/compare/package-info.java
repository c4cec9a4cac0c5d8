/** Runs beside each other: {@link io.tradinggym.experiments.compare.Comparison} and {@link
 * io.tradinggym.experiments.compare.Leaderboard}, from what runs leave in their folders.
 */
@NullMarked
package io.tradinggym.experiments.compare;

import org.jspecify.annotations.NullMarked;

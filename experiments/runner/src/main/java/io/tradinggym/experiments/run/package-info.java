/**
 * A run from configuration to results: {@link io.tradinggym.experiments.run.TrainingStage} trains one agent per seed,
 * {@link io.tradinggym.experiments.run.RunFolder} keeps what comes of it, {@link io.tradinggym.experiments.run.Journal}
 * is its event log, whose hash says whether two runs are the same.
 */
@NullMarked
package io.tradinggym.experiments.run;

import org.jspecify.annotations.NullMarked;

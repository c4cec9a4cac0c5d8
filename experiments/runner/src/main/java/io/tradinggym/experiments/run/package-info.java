/**
 * A run from configuration to results: {@link io.tradinggym.experiments.run.AgentTraining} trains with the library's
 * own trainer, {@link io.tradinggym.experiments.run.Experiment} judges, {@link io.tradinggym.experiments.run.Run}
 * keeps everything in a folder. {@link io.tradinggym.experiments.run.Trial} is one training as a function.
 */
@NullMarked
package io.tradinggym.experiments.run;

import org.jspecify.annotations.NullMarked;

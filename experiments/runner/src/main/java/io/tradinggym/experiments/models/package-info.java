/**
 * Trained models and who of them trades: {@link io.tradinggym.experiments.models.ModelStore} is a folder of registries,
 * one for each role, {@link io.tradinggym.experiments.models.RegisteredRun} puts the agents of a run into it, {@link
 * io.tradinggym.experiments.models.ModelsCommand} shows versions and moves names.
 */
@NullMarked
package io.tradinggym.experiments.models;

import org.jspecify.annotations.NullMarked;
